"""Which reader reads a content: all are asked in turn, the best match is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cableconv.errors import CableconvError
from cableconv.input.content import Content
from cableconv.plugins.api import Reader, Sniff
from cableconv.plugins.invoke import reason

Warn = Callable[[Reader, str], None]


def best_match(
    readers: Iterable[Reader], content: Content, warn: Warn
) -> tuple[Sniff, Reader | None]:
    """The first that is sure; of those that are not, the first that the file's ending fits.

    ``warn`` is called with each reader that fails.
    """
    possible: list[Reader] = []
    for reader in readers:
        level = _sniffed(reader, content, warn)
        if level is Sniff.SURE:
            return level, reader
        if level is Sniff.MAYBE:
            possible.append(reader)
    name = (content.name or "").lower()
    fitting = [reader for reader in possible if name.endswith(reader.endings)]
    best = next(iter(fitting or possible), None)
    return (Sniff.MAYBE if best else Sniff.NO), best


def _sniffed(reader: Reader, content: Content, warn: Warn) -> Sniff:
    try:
        return Sniff(reader.sniff(content))  # ValueError where it is something else
    except CableconvError:
        raise
    except (Exception, SystemExit) as error:
        warn(reader, f"sniff of {reader.name!r} failed: {reason(error)}")
        return Sniff.NO
