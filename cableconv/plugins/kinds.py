"""The kinds of things that plugins offer: hook, descriptor and built-in names of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

from cableconv.plugins import builtin
from cableconv.plugins.descriptors import Exporter, Reader


class Offer(Protocol):
    """What every descriptor has."""

    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


OfferT = TypeVar("OfferT", bound=Offer)


class Kind(Generic[OfferT]):
    """One kind of offer; ``noun`` is its word in messages, ``builtin`` its names by module."""

    def __init__(
        self, noun: str, hook: str, descriptor: type[OfferT], builtin: Mapping[str, str]
    ) -> None:
        self.noun = noun
        self.hook = hook
        self.descriptor = descriptor
        self.builtin = builtin


EXPORTERS = Kind("format", "cableconv_exporters", Exporter, builtin.EXPORTERS)
READERS = Kind("reader", "cableconv_readers", Reader, builtin.READERS)
