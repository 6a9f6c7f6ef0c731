"""The rules that only one kind of plugin has, each as a function that yields what breaks it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cableconv.patterns import pattern
from cableconv.plugins.api import Collector, Exporter, Joins, Omission, Reader
from cableconv.tree_values import field_paths

_ENDING = pattern(r"(\.[A-Za-z0-9_-]+)+")


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
    if not all(map(_is_ending, reader.endings)):
        yield f"endings {reader.endings!r} are not like ('.txt',)"


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
    if not _is_ending(ending):
        yield f"ending {ending!r} is not like '.txt'"


def _is_ending(value: object) -> bool:
    return isinstance(value, str) and _ENDING.fullmatch(value) is not None
