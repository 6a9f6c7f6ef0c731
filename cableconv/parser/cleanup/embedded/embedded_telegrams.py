"""Whole cables embedded in a cable: BEGIN TEXT, a telegram with its class line, END TEXT."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import astuple

from cableconv.parser.cleanup.embedded.quotations import Closings
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.facts import CLASS_LINE, QUOTE_MARK
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.quote_marks import QuoteMark, quote_mark

_HEAD = 40


class Enclosure(Line, frozen=True, eq=False, kw_only=True):
    """The opening line of an embedded cable, with the cable's lines and the closing line.

    ``above`` are the first lines of a longer opening.
    """

    inner: tuple[Line, ...]
    closing: Line | None
    above: tuple[Line, ...] = ()


def enclose(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, with each embedded cable folded into its opening line."""
    if not any(_opening(line) for line in lines if line.facts & QUOTE_MARK):
        return list(lines)
    found: list[Line] = []
    index = 0
    closings = Closings(lines)
    while index < len(lines):
        end = _end_of_cable(lines, index, closings)
        if end is None:
            found.append(lines[index])
            index += 1
        else:
            inner, closing = tuple(lines[index + 1 : end]), lines[end]
            found.append(Enclosure(*astuple(lines[index]), inner=inner, closing=closing))
            index = end + 1
    return found


def _opening(line: Line) -> QuoteMark | None:
    """Return the mark on this line that opens a repeated text, or None."""
    mark = quote_mark(line.text) if line.facts & QUOTE_MARK else None
    return mark if mark and mark.opens else None


def _end_of_cable(lines: Sequence[Line], index: int, closings: Closings) -> int | None:
    """Return the closing line of the embedded cable that this line opens, or None."""
    mark = _opening(lines[index])
    if mark is None:
        return None
    end = closings.of(index, mark)
    if end is None:
        return None
    head = lines[index + 1 : min(end, index + 1 + _HEAD)]
    return end if _is_telegram(head) else None


def _is_telegram(head: Sequence[Line]) -> bool:
    """Whether it has a numbered class line and a label of the preface, as only telegrams do."""
    classed = (read_class_line(line.text) for line in head if line.facts & CLASS_LINE)
    labels = (read_label(line.text) for line in head)
    return any(found and found.serial for found in classed) and any(labels)
