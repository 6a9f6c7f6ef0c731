"""Running a plugin's own code: whatever goes wrong in it comes out as an error that names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import CableconvError, PluginError
from cableconv.input.content import Content
from cableconv.plugins import losses as losing
from cableconv.plugins.descriptors import (
    Check,
    Collection,
    Collector,
    Exporter,
    Reader,
    Sniff,
    Transform,
)
from cableconv.plugins.installed import Origin
from cableconv.plugins.kinds import Configurable
from cableconv.plugins.registration import reason
from cableconv.telegram import Telegram


def encode(
    exporter: Exporter, origin: Origin, cable: Cable, options: Mapping[str, Any]
) -> bytes | str:
    """The cable in the exporter's format.

    Raises:
        PluginError: the exporter raised, or gave what a format of its sort does not give.
    """
    who = f"format {exporter.name!r} ({origin}) failed on {_name(cable)}"
    with _blamed(who):
        data = exporter.encode(cable, **options)
    if isinstance(data, bytes) or (isinstance(data, str) and not exporter.binary):
        return data
    wanted = "bytes" if exporter.binary else "bytes or str"
    raise PluginError(f"{who}: it gave {type(data).__name__}, not {wanted}")


def inspect(offer: Configurable, origin: Origin, options: Mapping[str, Any]) -> Iterator[str]:
    """What there is to warn of the values of an offer's options.

    Raises:
        InvalidOptionError: a value cannot be used.
        PluginError: the plugin failed to say it.
    """
    for option in offer.options:
        if option.inspect is None or options[option.name] is None:
            continue
        with _blamed(f"option {option.name!r} of {offer.name!r} ({origin})"):
            yield from map(str, option.inspect(options[option.name]))


def losses(
    exporter: Exporter, origin: Origin, cable: Cable, options: Mapping[str, Any]
) -> tuple[Diagnostic, ...]:
    """What the format does not hold of the cable.

    Raises:
        PluginError: the exporter failed to say it.
    """
    with _blamed(f"losses of {exporter.name!r} ({origin})"):
        return tuple(losing.losses(exporter, cable, options))


def read(reader: Reader, origin: Origin, content: Content) -> Iterator[Telegram | Cable]:
    """What the reader finds in the content, one at a time.

    Raises:
        PluginError: the reader raised, or gave something else than telegrams and cables.
    """
    who = f"reader {reader.name!r} ({origin}) failed on {content.name or 'the input'}"
    with _blamed(who):
        for found in reader.read(content):
            if not isinstance(found, Telegram | Cable):
                wanted = "a Telegram or a Cable"
                raise PluginError(f"{who}: it gave {type(found).__name__}, not {wanted}")
            yield found


@contextmanager
def collection(
    collector: Collector, origin: Origin, target: Path, options: Mapping[str, Any]
) -> Iterator[Collection]:
    """A collection that is open; what goes wrong in it comes out as ``PluginError``.

    An ``add`` that fails leaves it open: the next cable may be added.
    """
    who = f"format {collector.name!r} ({origin}) failed"
    with _blamed(who):
        opened = collector.open(target, **options)
    try:
        yield _Guarded(opened, who)
    finally:
        with _blamed(f"{who} at its end"):
            opened.close()


class _Guarded:
    """A plugin's collection whose failures name it, and the cable."""

    def __init__(self, collection: Collection, who: str) -> None:
        self._collection = collection
        self._who = who

    def add(self, cable: Cable) -> None:
        with _blamed(f"{self._who} on {_name(cable)}"):
            self._collection.add(cable)

    def close(self) -> None:
        self._collection.close()


def apply(transform: Transform, origin: Origin, cable: Cable, options: Mapping[str, Any]) -> Cable:
    """The cable as the transform changes it.

    Raises:
        PluginError: the transform raised, or gave something else than a cable.
    """
    who = f"transform {transform.name!r} ({origin}) failed on {_name(cable)}"
    with _blamed(who):
        changed = transform.apply(cable, **options)
    if isinstance(changed, Cable):
        return changed
    raise PluginError(f"{who}: it gave {type(changed).__name__}, not a Cable")


def check(check: Check, origin: Origin, cable: Cable) -> tuple[Diagnostic, ...]:
    """What the check finds.

    Raises:
        PluginError: the check raised, or gave something else than diagnostics.
    """
    who = f"check {check.name!r} ({origin}) failed on {_name(cable)}"
    with _blamed(who):
        found = tuple(check.check(cable))
    for each in found:
        if not isinstance(each, Diagnostic):
            raise PluginError(f"{who}: it gave {type(each).__name__}, not a Diagnostic")
    return found


def sniff(reader: Reader, content: Content) -> Sniff:
    """How sure the reader is; ValueError where it gave something else than a ``Sniff``."""
    return Sniff(reader.sniff(content))


@contextmanager
def _blamed(who: str) -> Iterator[None]:
    """What is not an error of ours was meant for nobody: it becomes one that says whose it is."""
    try:
        yield
    except CableconvError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"{who}: {reason(error)}") from error


def _name(cable: Cable) -> str:
    return cable.key or "a cable without id"
