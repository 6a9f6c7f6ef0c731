"""Ends paragraphs so that the following text is not read as their continuation."""

from __future__ import annotations

from cableconv.exporters.text.wrapping import last_fit_blank
from cableconv.patterns import pattern

_SHORT = 28
"""A last line of at most this many characters ends a text at any width."""

_LONGEST_NAME = 40

# where nothing else fits: before a word with a capital that opens neither text nor field
_BEFORE_NAME = pattern(r".+(?=[ ](?!Begin|Classified|Derived|Reasons?\b)[A-Z][a-z]+[ ])")

_CLOSERS = "\"'”’)]"
_CLOSED = ('"', "”", ")")
_STOPS = (".", "!", "?", ":", ";")


def ended(lines: list[str], hang: str, start: int) -> list[str]:
    """Shorten the last line of running text that has no full stop, if plain text follows.

    ``start`` is the offset of the last line's own text.
    """
    last = lines[-1]
    if len(last) <= _SHORT or last[-1] in _CLOSED or last.rstrip(_CLOSERS)[-1:] in _STOPS:
        return lines
    return [*lines[:-1], *_halves(last, hang, start)]


def no_name(lines: list[str], hang: str) -> list[str]:
    """Return the last text's lines; a short last one in capitals would be read as a signature."""
    last = lines[-1].strip()
    if len(lines) < 2 or len(last) > _LONGEST_NAME or not last.isupper():
        return lines
    return [*lines[:-2], f"{lines[-2]} {lines[-1][len(hang) :]}"]


def _halves(line: str, hang: str, start: int) -> list[str]:
    """Cut a line at the last fit space after ``start``, if the rest is then a short line."""
    for blank in (last_fit_blank(), _BEFORE_NAME):
        found = blank.match(line, start)
        if found is not None and len(line) - found.end() <= _SHORT:
            return [line[: found.end()], hang + line[found.end() + 1 :]]
    return [line]
