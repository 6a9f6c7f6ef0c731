"""Whether a descriptor keeps the contract; the answer is what its author must mend."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.patterns import pattern
from cableconv.plugins.descriptors import API, Collector, Exporter, Omission, Option, Reader
from cableconv.plugins.kinds import KINDS

_NAME = pattern(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_OPTION_NAME = pattern(r"[a-z][a-z0-9_]*")
_ENDING = pattern(r"(\.[A-Za-z0-9_-]+)+")

_NOUNS = {kind.descriptor: kind.noun for kind in KINDS}


def fault(offer: object, descriptor: type) -> str | None:
    """The first thing wrong with ``offer``, which should be a ``descriptor``; ``None`` if sound."""
    return next(_faults(offer, descriptor), None)


def is_name(value: object) -> bool:
    """Whether an offer may be called so: lower-case letters, digits and single hyphens."""
    return _matches(_NAME, value)


def _faults(offer: object, descriptor: type) -> Iterator[str]:
    if not isinstance(offer, descriptor):
        yield f"gave {type(offer).__name__} where {descriptor.__name__} is meant"
        return
    who = f"{_NOUNS[descriptor]} {getattr(offer, 'name', None)!r}"
    yield from _api_faults(who, getattr(offer, "api", None))
    yield from _tuple_faults(offer)
    yield from _name_faults(getattr(offer, "name", None), getattr(offer, "aliases", ()))
    yield from _callable_faults(who, offer)
    yield from _ending_faults(who, offer)
    yield from _option_faults(who, getattr(offer, "options", ()))
    if isinstance(offer, Exporter):
        yield from _omission_faults(who, offer)


def _api_faults(who: str, api: object) -> Iterator[str]:
    if not isinstance(api, int) or api < 1:
        yield f"{who}: api is a whole number from 1 on, not {api!r}"
    elif api > API:
        yield f"{who} is made for plugin api {api}, and this is {API}: upgrade cableconv"


def _tuple_faults(offer: object) -> Iterator[str]:
    for name in ("aliases", "options", "endings", "omits"):
        value = getattr(offer, name, None)
        if value is not None and not isinstance(value, tuple):
            yield f"{name} is a {type(value).__name__}, not a tuple"


def _callable_faults(who: str, offer: object) -> Iterator[str]:
    for name in ("encode", "open", "sniff", "read", "apply", "check", "load"):
        if hasattr(offer, name) and not callable(getattr(offer, name)):
            yield f"{who}: {name} is not callable"
    if getattr(offer, "losses", None) is not None and not callable(getattr(offer, "losses", None)):
        yield f"{who}: losses is not callable"


def _ending_faults(who: str, offer: object) -> Iterator[str]:
    if isinstance(offer, Reader):
        if not all(_matches(_ENDING, ending) for ending in offer.endings):
            yield f"{who}: endings {offer.endings!r} are not like ('.txt',)"
    elif isinstance(offer, Collector) and offer.folder:
        if offer.ending:
            yield f"{who}: a folder has no ending, so no {offer.ending!r}"
    elif isinstance(offer, Exporter | Collector) and not _matches(_ENDING, offer.ending):
        yield f"{who}: ending {offer.ending!r} is not like '.txt'"


def _name_faults(name: object, aliases: tuple[object, ...]) -> Iterator[str]:
    for each in (name, *aliases):
        if not is_name(each):
            yield f"{each!r} is no name: lower-case letters, digits and single hyphens"


def _option_faults(who: str, options: tuple[object, ...]) -> Iterator[str]:
    seen = set()
    for option in options:
        if not isinstance(option, Option):
            yield f"{who}: {option!r} is no Option"
        elif not _matches(_OPTION_NAME, option.name) or option.name in seen:
            yield f"{who}: option name {option.name!r} is no keyword, or there twice"
        elif option.type not in (str, int, bool, bytes):
            yield f"{who}: option {option.name!r} is not of str, int, bool or bytes"
        elif option.inspect is not None and not callable(option.inspect):
            yield f"{who}: inspect of option {option.name!r} is not callable"
        else:
            seen.add(option.name)


def _omission_faults(who: str, exporter: Exporter) -> Iterator[str]:
    switches = {option.name for option in exporter.options if option.type is bool}
    for omission in exporter.omits or ():
        if not isinstance(omission, Omission) or not isinstance(omission.path, str):
            yield f"{who}: {omission!r} is no Omission"
        elif unknown := [name for name in omission.kept_by if name not in switches]:
            says = f"is kept by {unknown[0]!r}, which is no option of type bool"
            yield f"{who}: {omission.path!r} {says}"


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
