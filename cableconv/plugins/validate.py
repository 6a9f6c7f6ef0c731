"""Checks that a descriptor keeps the contract; the result tells its author what to change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from cableconv.patterns import pattern
from cableconv.plugins.api import API, Collector, Exporter, Joins, Omission, Option, Reader
from cableconv.tree_values import field_paths

if TYPE_CHECKING:
    from cableconv.plugins.kinds import PluginKind

_NAME = pattern(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_OPTION_NAME = pattern(r"[a-z][a-z0-9_]*")
_ENDING = pattern(r"(\.[A-Za-z0-9_-]+)+")
_TUPLES = ("aliases", "options", "endings", "omits", "holds")


def problem(value: object, kind: PluginKind[Any]) -> str | None:
    """Return the first problem of a descriptor of that kind; ``None`` if it is valid."""
    if not isinstance(value, kind.descriptor):
        return f"returned {type(value).__name__} instead of {kind.descriptor.__name__}"
    return next(_problems(value, kind), None)


def is_name(value: object) -> bool:
    """Whether a descriptor may have this name: lower-case letters, digits and single hyphens."""
    return _matches(_NAME, value)


def no_problems(descriptor: object) -> Iterator[str]:
    """Yield nothing, for a kind that has no rules of its own."""
    yield from ()


def exporter_problems(exporter: Exporter) -> Iterator[str]:
    """Check the ending, ``losses``, ``joins``, and that omissions name options of this format."""
    yield from _ending_problems(exporter.ending)
    yield from _losses_problems(exporter.losses)
    yield from _holds_problems(exporter)
    if not isinstance(exporter.collector, str | None):
        yield "collector is no name of a format"
    if exporter.source_text not in (None, *(option.name for option in exporter.options)):
        yield f"source_text is no option of it: {exporter.source_text!r}"
    if exporter.joins is not None:
        yield from _joins_problems(exporter.joins, exporter.binary)
    switches = {option.name for option in exporter.options if option.type is bool}
    for omission in exporter.omits or ():
        if not isinstance(omission, Omission) or not isinstance(omission.path, str):
            yield f"{omission!r} is not an Omission"
        elif unknown := [name for name in omission.kept_by if name not in switches]:
            reason = f"is kept by {unknown[0]!r}, which is not an option of type bool"
            yield f"{omission.path!r} {reason}"


def _holds_problems(exporter: Exporter) -> Iterator[str]:
    if exporter.holds is None:
        return
    if exporter.omits is not None:
        yield "declares both holds and omits; declare only one"
    known = {*field_paths(), "*.span"}
    for path in exporter.holds:
        if path not in known:
            yield f"holds {path!r}, but the tree has no such field"


def collector_problems(collector: Collector) -> Iterator[str]:
    """``losses``; what is there can be called; a file has an ending, a folder has none."""
    yield from _losses_problems(collector.losses)
    for name in ("stream", "append", "prepare"):
        call = getattr(collector, name)
        if call is not None and not callable(call):
            yield f"{name} is not callable"
    if not collector.folder:
        yield from _ending_problems(collector.ending)
    elif collector.ending:
        yield f"a folder has no ending, but {collector.ending!r} is given"


def reader_problems(reader: Reader) -> Iterator[str]:
    """Check the endings of its files."""
    if not all(_matches(_ENDING, ending) for ending in reader.endings):
        yield f"endings {reader.endings!r} are not like ('.txt',)"


def _problems(descriptor: Any, kind: PluginKind[Any]) -> Iterator[str]:
    who = f"{kind.noun} {descriptor.name!r}"
    yield from _api_problems(who, descriptor.api)
    yield from _tuple_problems(descriptor)
    for name in (descriptor.name, *descriptor.aliases):
        if not is_name(name):
            yield f"{name!r} is not a valid name: use lower-case letters, digits and single hyphens"
    for call in kind.calls:
        if not callable(getattr(descriptor, call)):
            yield f"{who}: {call} is not callable"
    for found in _option_problems(getattr(descriptor, "options", ())):
        yield f"{who}: {found}"
    for found in kind.problems(descriptor):
        yield f"{who}: {found}"


def _api_problems(who: str, api: object) -> Iterator[str]:
    if not isinstance(api, int) or api < 1:
        yield f"{who}: api must be a whole number from 1 on, not {api!r}"
    elif api > API:
        yield f"{who} needs plugin api {api}, but this is {API}: upgrade cableconv"


def _tuple_problems(descriptor: object) -> Iterator[str]:
    for name in _TUPLES:
        value = getattr(descriptor, name, None)
        if value is not None and not isinstance(value, tuple):
            yield f"{name} is a {type(value).__name__}, not a tuple"


def _option_problems(options: tuple[object, ...]) -> Iterator[str]:
    seen = set()
    for option in options:
        if not isinstance(option, Option):
            yield f"{option!r} is not an Option"
        elif not _matches(_OPTION_NAME, option.name) or option.name in seen:
            yield f"option name {option.name!r} is not a keyword, or is used twice"
        elif option.type not in (str, int, bool, bytes, dict):
            yield f"option {option.name!r} must be of type str, int, bool, bytes or dict"
        elif option.inspect is not None and not callable(option.inspect):
            yield f"inspect of option {option.name!r} is not callable"
        else:
            seen.add(option.name)


def _losses_problems(losses: object) -> Iterator[str]:
    if losses is not None and not callable(losses):
        yield "losses is not callable"


def _joins_problems(joins: object, binary: bool) -> Iterator[str]:
    if not isinstance(joins, Joins):
        yield f"joins is a {type(joins).__name__}, not a Joins"
    elif not all(isinstance(part, str) for part in msgspec.structs.astuple(joins)):
        yield "joins has a part that is not text"
    elif binary:
        yield "joins is for text formats, but binary=True"


def _ending_problems(ending: object) -> Iterator[str]:
    if not _matches(_ENDING, ending):
        yield f"ending {ending!r} is not like '.txt'"


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
