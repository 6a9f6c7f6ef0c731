"""The kinds of things that plugins offer: hook, descriptor and built-in names of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Protocol, TypeVar

from cableconv.plugins import builtin
from cableconv.plugins.descriptors import (
    Check,
    Collector,
    Command,
    Exporter,
    Option,
    Reader,
    Transform,
)


class Offer(Protocol):
    """What every descriptor has."""

    @property
    def name(self) -> str: ...
    @property
    def help(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


class Configurable(Offer, Protocol):
    """An offer with options."""

    @property
    def options(self) -> tuple[Option, ...]: ...


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
COLLECTORS = Kind("format", "cableconv_collectors", Collector, builtin.COLLECTORS)
READERS = Kind("reader", "cableconv_readers", Reader, builtin.READERS)
TRANSFORMS = Kind("transform", "cableconv_transforms", Transform, builtin.TRANSFORMS)
CHECKS: Kind[Check] = Kind("check", "cableconv_checks", Check, {})
COMMANDS: Kind[Command] = Kind("command", "cableconv_commands", Command, {})

KINDS: tuple[Kind[Any], ...] = (EXPORTERS, COLLECTORS, READERS, TRANSFORMS, CHECKS, COMMANDS)
