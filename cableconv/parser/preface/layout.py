"""Assigns the lines of the preface to fields, and finds the beginning of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from cableconv.parser.lexer.captions import captions_of, is_handling, is_notice
from cableconv.parser.lexer.labels import Field, Label, labelled_pieces, read_label
from cableconv.parser.lexer.limits import LONGEST_PREFACE
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import (
    begins_marked_sentence,
    marked_sentence_inside,
)
from cableconv.parser.lexer.pilcrows import behind_pilcrow
from cableconv.parser.preface.continuation import NextLabel, goes_on, is_passing
from cableconv.parser.preface.last_marking import (
    FIRST_NUMBERS,
    marking_of_body,
    with_text_below,
)
from cableconv.parser.preface.lost_labels import with_lost_labels
from cableconv.parser.preface.references import (
    names_next_entry,
    names_third_entry,
    sentence_behind_citation,
)
from cableconv.parser.preface.unlabelled_lines import notice_goes_on
from cableconv.patterns import pattern

_ONCE = frozenset(("executive_order", "tags", "subject"))
_UNMARKED = frozenset(("executive_order", "tags", "references"))
"""Fields that do not end with a portion marking of their own."""
_LONGEST_ORDER = 7  # characters: the order's number before the colon
_BY = pattern(r"BY\b", re.IGNORECASE)  # the label's second line
_LATER_ENTRY = pattern(r"(?:¶\s*)?\(?[C-Z][.)]\s+(?:\d\d\s)?[A-Z]{3}")
_PROSE = pattern(r"(?:\b[a-z]{2,}\b[^a-z]+){5}[a-z]")
_OPENERS = frozenset("¶(")  # of a body without numbers
_LONGEST_FIELD = 500
"""Characters: a longer field, in a cable without a body, has swallowed the body."""

_Open = tuple[Field, list[Line]]
"""The open field, with its lines so far."""


class Layout:
    """The preface's lines by field; ``body`` are the lines that follow it.

    ``repeated`` are the fields that occur again, perhaps in other words.
    """

    def __init__(self) -> None:
        self.fields: dict[Field, list[list[Line]]] = {}
        self.repeated: list[list[Line]] = []
        self.labels: dict[int, Label] = {}
        self.loose: list[Line] = []
        self.body: list[Line] = []

    def add(self, label: Label, line: Line) -> list[Line]:
        """Open a field with its label's line."""
        lines = [line]
        home = self.repeated if label.again else self.fields.setdefault(label.field, [])
        home.append(lines)
        self.labels[line.start] = label
        return lines


def lay_out(lines: Sequence[Line], rest: Line | None = None) -> Layout:
    """Sort the lines below the class line; ``rest``, after its number, is the first of them."""
    lines = [rest, *lines] if rest else lines
    pieces, body_start = _expand(lines)
    expanded = with_lost_labels(pieces)
    last_label = max((i for i, (_, label) in enumerate(expanded) if label), default=-1)
    layout = Layout()
    current: _Open | None = None
    for index, (line, label) in enumerate(expanded):
        if label:
            current = (label.field, layout.add(label, line))
        elif current and goes_on(*current, line, _follows(expanded, index)):
            current[1].append(line)
        elif index > last_label and line is not rest and not _is_loose(line, layout, last_label):
            return _with_body(layout, _from(lines, line.start), current)
        else:
            current = None
            layout.loose.append(line)
    body = [] if body_start is None else _from(lines, body_start)
    if not body and current:
        body = _body_in_field(lines, *current)
    return _with_body(layout, body, current)


def _with_body(layout: Layout, body: list[Line], last: _Open | None) -> Layout:
    """Return the layout with its body, including a marking moved to the end of the last field."""
    if last and last[0] in _UNMARKED and (at := marking_of_body(last[1], body)) is not None:
        line = last[1][-1]
        last[1][-1] = line.head(at)
        body = [line.tail(at), *body]
    layout.body = with_text_below(body)
    return layout


def _body_in_field(lines: Sequence[Line], field: Field, block: list[Line]) -> list[Line]:
    """Return a body that a field swallowed: sentences among references, or the end of a long field.

    It begins after the field's blank line, after its first line, or behind the only citation.
    """
    if field == "references":
        if at := sentence_behind_citation(block[0].text):
            start = block[0].tail(at).start
            block[:] = [block[0].head(at)]
            return _from(lines, start)
        end = next((i for i, line in enumerate(block) if i and _PROSE.search(line.text)), 0)
    else:
        end = 0
    if not end and sum(len(line.text) for line in block) < _LONGEST_FIELD:
        return []
    end = end or next((i for i, line in enumerate(block) if i and line.gap), 1)
    below = block[end:]
    del block[end:]
    return _from(lines, below[0].start) if below else []


def _expand(lines: Sequence[Line]) -> tuple[list[tuple[Line, Label | None]], int | None]:
    """Return possible lines of the preface, cut at inner labels, each with its label.

    Also return the start of the body; ``None`` if the text ends with the preface.
    """
    found: list[tuple[Line, Label | None]] = []
    for index, line in enumerate(lines):
        if index >= LONGEST_PREFACE or _begins_body(line, found):
            return found, line.start
        if line.text.upper() == "CLASSIFIED" and _BY.match(_text_at(lines, index + 1)):
            found.append((line, Label("classified_by", 0)))
            continue
        for piece, printed in labelled_pieces(line):
            label = (
                printed
                if printed and _fits(printed, piece, found)
                else _again(printed, piece, found)
            )
            found.append((piece, label))
            at = _marked_body_inside(piece, found, _text_at(lines, index + 1))
            if at is not None:
                found[-1] = (piece.head(at), label)
                return found, piece.tail(at).start
    return found, None


def _text_at(lines: Sequence[Line], index: int) -> str:
    return lines[index].text if index < len(lines) else ""


def _marked_body_inside(
    piece: Line, found: list[tuple[Line, Label | None]], below: str
) -> int | None:
    """Return the start of a body inside a notice, or inside a line of the last fields.

    A marking above another entry of the references belongs to the entry's title.
    """
    at = marked_sentence_inside(piece.text)
    if at is None:
        return None
    field = _last_field(found)
    if field not in ("references", "classified_by") and not is_notice(piece.text):
        return None
    if field != "references":
        return at
    if _LATER_ENTRY.match(below) and not piece.gap:
        return None
    before = " ".join(line.text for line, _ in found[:-1]) + piece.text[:at]
    return None if names_third_entry(before, piece.text[at:]) else at


def _from(lines: Sequence[Line], start: int) -> list[Line]:
    """Return the lines from an offset on, rejoined where they were cut at labels."""
    first = next(index for index, line in enumerate(lines) if line.end > start)
    offset = start - lines[first].start
    return [lines[first].tail(offset) if offset else lines[first], *lines[first + 1 :]]


def _begins_body(line: Line, before: list[tuple[Line, Label | None]]) -> bool:
    mark = line.paragraph_mark
    if mark is None:
        return _begins_unnumbered_body(line, before)
    if mark.digits in FIRST_NUMBERS:
        return True
    labelled = any(label for _, label in before)
    return labelled and bool(mark.marking) and (mark.dotted or mark.pilcrow)


def _begins_unnumbered_body(line: Line, before: list[tuple[Line, Label | None]]) -> bool:
    """Whether it is a portion marking before a sentence, not the words of a label above."""
    if line.text[0] not in _OPENERS or not before:
        return False
    if read_label(line.text) or is_handling(line.text):
        return False
    if behind_pilcrow(line.text):
        return True
    if not begins_marked_sentence(line.text):
        return False
    last, label = before[-1]
    if label and label.value_start == len(last.text):
        return False
    return _last_field(before) is not None


def _fits(label: Label, line: Line, before: list[tuple[Line, Label | None]]) -> bool:
    """Whether a label is one here: REF without a colon needs neighbours, others occur once."""
    if label.field == "classified_by":
        return not _is_in_sentence(line, before)
    if label.field == "references":
        if names_next_entry(line.text) and _last_field(before) == "references":
            return False
        plain = ":" in line.text[: label.value_start] or label.value_start == 0
        return plain or any(known for _, known in before)
    if label.field == "tags" and before and before[-1][1] and before[-1][1].field == "tags":
        return True  # the label is repeated on the next line
    return not any(known and known.field == label.field for _, known in before)


def _is_in_sentence(line: Line, before: list[tuple[Line, Label | None]]) -> bool:
    """Whether a small first letter goes on with a sentence of the line above."""
    if line.gap or not line.text[0].islower() or not before:
        return False
    return before[-1][0].text[-1].islower() and _last_field(before) != "classified_by"


def _again(
    printed: Label | None, line: Line, before: list[tuple[Line, Label | None]]
) -> Label | None:
    """Return the repeated label of a field, if it cannot be a word of a sentence.

    Right after the same label it is the field's first word.
    """
    if printed is None or printed.field not in _ONCE:
        return None
    last, label = before[-1]
    is_word = label is not None and label.value_start == len(last.text)
    is_plain = ":" in line.text[: printed.value_start + _LONGEST_ORDER]
    return replace(printed, again=True) if is_plain and not is_word else None


def _last_field(before: list[tuple[Line, Label | None]]) -> Field | None:
    for _, label in reversed(before):
        if label:
            return label.field
    return None


def _follows(expanded: list[tuple[Line, Label | None]], index: int) -> NextLabel:
    """Return the label at most four lines below, or None."""
    at_once = True
    for line, label in expanded[index + 1 : index + 5]:
        at_once = at_once and line.gap == 0
        if label:
            return NextLabel(label.field, at_once)
    return NextLabel()


def _is_loose(line: Line, layout: Layout, last_label: int) -> bool:
    """Whether it is an unlabelled line of the preface; after the last label only some kinds are."""
    if captions_of(line.text) or is_notice(line.text) or (line.gap == 0 and is_passing(line.text)):
        return True
    if layout.loose and line.gap == 0 and layout.loose[-1].end < line.start:
        first = next((above.text for above in reversed(layout.loose) if is_notice(above.text)), "")
        if notice_goes_on(first, layout.loose[-1].text, line):
            return True
    # a preface without any label ends with its passing lines
    return last_label < 0 and not layout.loose and " FOR " in f" {line.text.upper()} "
