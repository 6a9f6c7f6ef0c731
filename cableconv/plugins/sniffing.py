"""Asks readers in turn about a content, and chooses the best match.

A reader that is ``SURE`` recognises its form by the opening, so it wins over any that found
a mark later in the text.
"""

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
    """Return the first sure reader; else the likeliest, then the first that fits the ending.

    ``warn`` is called with each reader that fails.
    """
    name = (content.name or "").lower()
    no, sure = Sniff.NO, Sniff.SURE
    best_level, best_fits, best = no, False, None
    for reader in readers:
        level = _sniffed(reader, content, warn)
        if level is sure:
            return level, reader
        if level is no:
            continue
        fits = name.endswith(reader.endings)
        if (level, fits) > (best_level, best_fits):
            best_level, best_fits, best = level, fits, reader
    return best_level, best


def _sniffed(reader: Reader, content: Content, warn: Warn) -> Sniff:
    try:
        level = reader.sniff(content)
        return level if type(level) is Sniff else Sniff(level)  # ValueError for another value
    except (CableconvError, KeyboardInterrupt):
        raise
    except BaseException as error:
        warn(reader, f"sniff of {reader.name!r} failed: {reason(error)}")
        return Sniff.NO
