"""Whole cables repeated inside a cable: BEGIN TEXT, a telegram with its class line, END TEXT."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.cleanup.quotations import closing_of
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import quote_mark

_HEAD = 40


class Enclosure(Line):
    """The line that opens a repeated cable, with the cable's lines and the line that closes it."""

    __slots__ = ("closing", "inner")

    def __init__(self, opening: Line, inner: list[Line], closing: Line) -> None:
        super().__init__(opening.start, opening.text, opening.indent, opening.gap, opening.cut)
        self.inner = inner
        self.closing = closing


def enclose(lines: Sequence[Line]) -> list[Line]:
    """The lines, each repeated cable folded into its opening line."""
    found: list[Line] = []
    index = 0
    while index < len(lines):
        end = _end_of_cable(lines, index)
        if end is None:
            found.append(lines[index])
            index += 1
        else:
            found.append(Enclosure(lines[index], list(lines[index + 1 : end]), lines[end]))
            index = end + 1
    return found


def _end_of_cable(lines: Sequence[Line], index: int) -> int | None:
    """Where the repeated cable that this line opens is closed."""
    mark = quote_mark(lines[index].text)
    if mark is None or not mark.opens:
        return None
    end = closing_of(lines, index, mark)
    return end if end is not None and _is_telegram(lines[index + 1 : end]) else None


def _is_telegram(lines: Sequence[Line]) -> bool:
    """A class line with a number and a label of the preface are what no other text has."""
    head = lines[:_HEAD]
    classed = (read_class_line(line.text) for line in head)
    labels = (read_label(line.text) for line in head)
    return any(found and found.serial for found in classed) and any(labels)
