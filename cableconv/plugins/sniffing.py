"""Which reader reads a content: asked in turn, and the best match is chosen.

What a text says further on cannot make it another form: a reader that is ``SURE`` knows
its own by how it opens, and is chosen before any that found a mark somewhere.
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
    """The first that is sure; else the likeliest, and of those the first that the ending fits.

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
        return level if type(level) is Sniff else Sniff(level)  # ValueError where it is none
    except (CableconvError, KeyboardInterrupt):
        raise
    except BaseException as error:
        warn(reader, f"sniff of {reader.name!r} failed: {reason(error)}")
        return Sniff.NO
