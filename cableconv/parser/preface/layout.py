"""Which lines of the preface belong to which field, and where the body begins."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.lexer.captions import captions_of, is_notice
from cableconv.parser.lexer.labels import Field, Label, read_label, split_at_labels
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_paragraph_mark
from cableconv.parser.preface.continuation import NextLabel, goes_on, is_passing
from cableconv.parser.preface.lost_labels import with_lost_labels
from cableconv.parser.preface.references import names_next_entry

_FIRST_NUMBERS = frozenset(("1", "11", "01"))
_FARTHEST = 60  # lines below the class line in which labels are looked for


class Layout:
    """The preface's lines by field; ``body`` are the lines that follow it."""

    def __init__(self) -> None:
        self.fields: dict[Field, list[list[Line]]] = {}
        self.labels: dict[int, Label] = {}
        self.loose: list[Line] = []
        self.body: list[Line] = []

    def add(self, label: Label, line: Line) -> list[Line]:
        """Open a field with its label's line."""
        lines = [line]
        self.fields.setdefault(label.field, []).append(lines)
        self.labels[line.start] = label
        return lines


def lay_out(lines: Sequence[Line]) -> Layout:
    """Sort the lines below the class line."""
    expanded = with_lost_labels(_expand(lines))
    last_label = max((i for i, (_, label) in enumerate(expanded) if label), default=-1)
    layout = Layout()
    current: tuple[Field, list[Line]] | None = None
    for index, (line, label) in enumerate(expanded):
        if label:
            current = (label.field, layout.add(label, line))
        elif current and goes_on(*current, line, _follows(expanded, index)):
            current[1].append(line)
        elif index > last_label and not _is_loose(line, layout, last_label):
            layout.body = _from(lines, line.start)
            return layout
        else:
            current = None
            layout.loose.append(line)
    layout.body = list(lines[_consumed(lines, expanded) :])
    return layout


def _expand(lines: Sequence[Line]) -> list[tuple[Line, Label | None]]:
    """The lines that can be the preface's, cut at inner labels, each with its own label."""
    found: list[tuple[Line, Label | None]] = []
    for index, line in enumerate(lines):
        if index >= _FARTHEST or _begins_body(line, found):
            break
        for piece in split_at_labels(line):
            label = read_label(piece.text)
            found.append((piece, label if label and _fits(label, piece, found) else None))
    return found


def _from(lines: Sequence[Line], start: int) -> list[Line]:
    """The lines from an offset on, whole again where they were cut at labels."""
    first = next(index for index, line in enumerate(lines) if line.end > start)
    offset = start - lines[first].start
    return [lines[first].tail(offset) if offset else lines[first], *lines[first + 1 :]]


def _consumed(lines: Sequence[Line], expanded: list[tuple[Line, Label | None]]) -> int:
    last = expanded[-1][0].start if expanded else -1
    return sum(1 for line in lines[: len(expanded) + 1] if line.start <= last)


def _begins_body(line: Line, before: list[tuple[Line, Label | None]]) -> bool:
    mark = read_paragraph_mark(line.text)
    if mark is None:
        return False
    if mark.digits in _FIRST_NUMBERS:
        return True
    labelled = any(label for _, label in before)
    return labelled and bool(mark.marking) and (mark.dotted or mark.pilcrow)


def _fits(label: Label, line: Line, before: list[tuple[Line, Label | None]]) -> bool:
    """Labels are words of the language too: REF without a colon needs company, others are once."""
    if label.field == "classified_by":
        return True
    if label.field == "references":
        if names_next_entry(line.text) and _last_field(before) == "references":
            return False
        plain = ":" in line.text[: label.value_start] or label.value_start == 0
        return plain or any(known for _, known in before)
    if label.field == "tags" and before and before[-1][1] and before[-1][1].field == "tags":
        return True  # the label stands again on the next line
    return not any(known and known.field == label.field for _, known in before)


def _last_field(before: list[tuple[Line, Label | None]]) -> Field | None:
    return next((label.field for _, label in reversed(before) if label), None)


def _follows(expanded: list[tuple[Line, Label | None]], index: int) -> NextLabel:
    """The label that stands at most four lines below."""
    at_once = True
    for line, label in expanded[index + 1 : index + 5]:
        at_once = at_once and line.gap == 0
        if label:
            return NextLabel(label.field, at_once)
    return NextLabel()


def _is_loose(line: Line, layout: Layout, last_label: int) -> bool:
    """After the last label only captions, notices and passing lines still are the preface's."""
    if captions_of(line.text) or is_notice(line.text) or (line.gap == 0 and is_passing(line.text)):
        return True
    # a preface without any label ends with its passing lines
    return last_label < 0 and not layout.loose and " FOR " in f" {line.text.upper()} "
