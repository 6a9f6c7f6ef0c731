"""Whether a descriptor keeps the contract; the answer is what its author must mend."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.plugins.descriptors import Exporter, Omission, Option, Reader

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_OPTION_NAME = re.compile(r"[a-z][a-z0-9_]*")
_ENDING = re.compile(r"(\.[A-Za-z0-9_-]+)+")


def fault(offer: object, descriptor: type) -> str | None:
    """The first thing wrong with ``offer``, which should be a ``descriptor``; ``None`` if sound."""
    return next(_faults(offer, descriptor), None)


def _faults(offer: object, descriptor: type) -> Iterator[str]:
    if not isinstance(offer, descriptor):
        yield f"gave {type(offer).__name__} where {descriptor.__name__} is meant"
    elif isinstance(offer, Exporter):
        omits = () if offer.omits is None else offer.omits
        yield from _tuple_faults(aliases=offer.aliases, options=offer.options, omits=omits)
        yield from _exporter_faults(offer)
    elif isinstance(offer, Reader):
        yield from _tuple_faults(aliases=offer.aliases, endings=offer.endings)
        yield from _reader_faults(offer)


def _tuple_faults(**fields: object) -> Iterator[str]:
    for name, value in fields.items():
        if not isinstance(value, tuple):
            yield f"{name} is a {type(value).__name__}, not a tuple"


def _exporter_faults(exporter: Exporter) -> Iterator[str]:
    yield from _name_faults(exporter.name, exporter.aliases)
    if not callable(exporter.encode):
        yield f"format {exporter.name!r}: encode is not callable"
    if not _matches(_ENDING, exporter.ending):
        yield f"format {exporter.name!r}: ending {exporter.ending!r} is not like '.txt'"
    if exporter.losses is not None and not callable(exporter.losses):
        yield f"format {exporter.name!r}: losses is not callable"
    yield from _option_faults(exporter)
    yield from _omission_faults(exporter)


def _reader_faults(reader: Reader) -> Iterator[str]:
    yield from _name_faults(reader.name, reader.aliases)
    if not callable(reader.sniff):
        yield f"reader {reader.name!r}: sniff is not callable"
    if not callable(reader.read):
        yield f"reader {reader.name!r}: read is not callable"
    if not all(_matches(_ENDING, ending) for ending in reader.endings):
        yield f"reader {reader.name!r}: endings {reader.endings!r} are not like ('.txt',)"


def _name_faults(name: object, aliases: tuple[object, ...]) -> Iterator[str]:
    for each in (name, *aliases):
        if not _matches(_NAME, each):
            yield f"{each!r} is no name: lower-case letters, digits and single hyphens"


def _option_faults(exporter: Exporter) -> Iterator[str]:
    seen = set()
    for option in exporter.options:
        where = f"format {exporter.name!r}"
        if not isinstance(option, Option):
            yield f"{where}: {option!r} is no Option"
        elif not _matches(_OPTION_NAME, option.name) or option.name in seen:
            yield f"{where}: option name {option.name!r} is no keyword, or there twice"
        elif option.type not in (str, int, bool, bytes):
            yield f"{where}: option {option.name!r} is not of str, int, bool or bytes"
        elif option.inspect is not None and not callable(option.inspect):
            yield f"{where}: inspect of option {option.name!r} is not callable"
        else:
            seen.add(option.name)


def _omission_faults(exporter: Exporter) -> Iterator[str]:
    switches = {option.name for option in exporter.options if option.type is bool}
    for omission in exporter.omits or ():
        where = f"format {exporter.name!r}"
        if not isinstance(omission, Omission) or not isinstance(omission.path, str):
            yield f"{where}: {omission!r} is no Omission"
        elif unknown := [name for name in omission.kept_by if name not in switches]:
            says = f"is kept by {unknown[0]!r}, which is no option of type bool"
            yield f"{where}: {omission.path!r} {says}"


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
