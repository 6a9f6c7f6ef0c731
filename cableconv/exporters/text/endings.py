"""How a text may end, so that what follows is not taken for the rest of it, nor it for a title."""

from __future__ import annotations

import re
from functools import cache

from cableconv.exporters.text.wrapping import RUNNING, WIDTH
from cableconv.vocabulary.labelled_lines import is_labelled

_LONG = 2 / 3
"""From this part of the width on, a line reads as one that goes on below."""

_SHORT = 28
"""A last line of so many characters ends a text of any width."""

_NARROWEST_READ = 40
_CLOSERS = "\"'”’)]"
_CLOSED = ('"', "”", ")")
_STOPS = (".", "!", "?", ":", ";")
_NO_TITLES_END = (".", ",", ":", ";")


def ended(lines: list[str], hang: str, start: int) -> list[str]:
    """Running text that plain text follows: where it has no stop a short last line ends it.

    ``start`` is where the last line's own text begins.
    """
    last = lines[-1]
    if len(last) <= _SHORT or last[-1] in _CLOSED or last.rstrip(_CLOSERS)[-1:] in _STOPS:
        return lines
    return [*lines[:-1], *_halves(last, hang, start)]


def no_title(lines: list[str], hang: str) -> list[str]:
    """Running text above what a heading may stand above: on two lines it would be one."""
    if len(lines) != 2 or _is_sentence(lines[1]):
        return lines
    return [lines[0], *_halves(lines[1], hang, len(hang))]


def no_list(lines: list[str], width: int) -> list[str]:
    """Running text on more than one line: short or labelled lines would be a list of their own.

    A reader measures by a width of 40 to 69 characters.
    """
    measured = min(max(width, _NARROWEST_READ), WIDTH)
    if max(map(len, lines)) >= measured * _LONG and not all(map(is_labelled, lines)):
        return lines
    return [" ".join([lines[0], *map(str.strip, lines[1:])])]


def _is_sentence(text: str) -> bool:
    """Whether it ends as no title does: with one dot, not with several or a question mark."""
    end = text.rstrip(_CLOSERS)
    return end[-1:] in _NO_TITLES_END and not end.endswith(("...", ". . ."))


def _halves(line: str, hang: str, start: int) -> list[str]:
    """A line cut at the last fit blank behind ``start``, if what follows is a short line then."""
    found = _last_break().match(line, start)
    if found is None or len(line) - found.end() > _SHORT:
        return [line]
    return [line[: found.end()], hang + line[found.end() + 1 :]]


@cache
def _last_break() -> re.Pattern[str]:
    return re.compile(rf".+(?={RUNNING})", re.VERBOSE)
