"""The offers of one kind, by name and alias, and who is right when two claim one name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple

from cableconv.errors import PluginError
from cableconv.plugins.installed import BUILT_IN, Origin
from cableconv.plugins.kinds import Kind, Offer, OfferT


class Claim(NamedTuple, Generic[OfferT]):
    """An offer and the distribution it comes from."""

    offer: OfferT
    origin: Origin


class Shelf(Generic[OfferT]):
    """Offers as they come in; ``warn`` is told of each that cannot be had by its name."""

    def __init__(self, kind: Kind[OfferT], warn: Callable[[Origin, str], None]) -> None:
        self.kind = kind
        self._warn = warn
        self._names: dict[str, list[Claim[OfferT]]] = {}
        self._aliases: dict[str, list[Claim[OfferT]]] = {}

    def add(self, offer: OfferT, origin: Origin) -> None:
        """Take an offer in; a built-in name stays with what is built in."""
        if self._reserved(offer.name, origin):
            self._warn(origin, f"{self.kind.noun} {offer.name!r} is built in, this one is ignored")
            return
        claim = Claim(offer, origin)
        self._claim(self._names, offer.name, claim)
        for alias in offer.aliases:
            if not self._reserved(alias, origin):
                self._claim(self._aliases, alias, claim)

    def get(self, name: str) -> OfferT | None:
        """The offer of that name, or else of that alias.

        Raises:
            PluginError: more than one distribution claims it.
        """
        claims = self._names.get(name) or self._aliases.get(name) or []
        if len(claims) > 1:
            who = " and ".join(str(claim.origin) for claim in claims)
            raise PluginError(
                f"{self.kind.noun} {name!r} is claimed by {who}: uninstall one of them."
            )
        return claims[0].offer if claims else None

    def offers(self) -> tuple[OfferT, ...]:
        """All that can be had by their names: built-in ones first, in their order."""
        claims = [claims[0] for claims in self._names.values() if len(claims) == 1]
        claims.sort(key=self._rank)
        return tuple(claim.offer for claim in claims)

    def names(self) -> list[str]:
        """Every name and alias that somebody claims or that is built in."""
        return sorted({*self.kind.builtin, *self._names, *self._aliases})

    def origin(self, offer: Offer) -> Origin | None:
        """The distribution that made the offer."""
        claims = self._names.get(offer.name, [])
        return next((claim.origin for claim in claims if claim.offer is offer), None)

    def _rank(self, claim: Claim[OfferT]) -> tuple[int, str]:
        built_in = list(self.kind.builtin)
        name = claim.offer.name
        return (built_in.index(name) if name in built_in else len(built_in), name)

    def _reserved(self, name: str, origin: Origin) -> bool:
        return origin != BUILT_IN and name in self.kind.builtin

    def _claim(
        self, claims: dict[str, list[Claim[OfferT]]], name: str, claim: Claim[OfferT]
    ) -> None:
        others = claims.setdefault(name, [])
        if others:
            who = " and ".join(str(other.origin) for other in others)
            self._warn(claim.origin, f"{self.kind.noun} {name!r} is claimed by {who} too")
        others.append(claim)
