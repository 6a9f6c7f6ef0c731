"""How a text may end, so that what follows is not taken for the rest of it."""

from __future__ import annotations

from cableconv.exporters.text.wrapping import last_fit_blank

_SHORT = 28
"""A last line of so many characters ends a text of any width."""

_LONGEST_NAME = 40

_CLOSERS = "\"'”’)]"
_CLOSED = ('"', "”", ")")
_STOPS = (".", "!", "?", ":", ";")


def ended(lines: list[str], hang: str, start: int) -> list[str]:
    """Running text that plain text follows: where it has no stop a short last line ends it.

    ``start`` is where the last line's own text begins.
    """
    last = lines[-1]
    if len(last) <= _SHORT or last[-1] in _CLOSED or last.rstrip(_CLOSERS)[-1:] in _STOPS:
        return lines
    return [*lines[:-1], *_halves(last, hang, start)]


def no_name(lines: list[str], hang: str) -> list[str]:
    """The last text's lines: a short last one in capitals would be taken for who signed it."""
    last = lines[-1].strip()
    if len(lines) < 2 or len(last) > _LONGEST_NAME or not last.isupper():
        return lines
    return [*lines[:-2], f"{lines[-2]} {lines[-1][len(hang) :]}"]


def _halves(line: str, hang: str, start: int) -> list[str]:
    """A line cut at the last fit blank behind ``start``, if what follows is a short line then."""
    found = last_fit_blank().match(line, start)
    if found is None or len(line) - found.end() > _SHORT:
        return [line]
    return [line[: found.end()], hang + line[found.end() + 1 :]]
