"""Cuts the lines below the class line at their labels, down to the beginning of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from cableconv.parser.lexer.cut_labels import field_of_cut_label
from cableconv.parser.lexer.labels import Field, Label, Piece, labelled_pieces, read_label
from cableconv.parser.lexer.limits import LONGEST_PREFACE
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import (
    begins_marked_sentence,
    marked_sentence_inside,
)
from cableconv.parser.lexer.pilcrows import behind_pilcrow
from cableconv.parser.preface.classifier.field import is_label_alone
from cableconv.parser.preface.field_titles import (
    is_title_below_field,
    may_be_title_below_field,
)
from cableconv.parser.preface.last_marking import FIRST_NUMBERS
from cableconv.parser.preface.references import cites_at, names_next_entry, names_third_entry
from cableconv.patterns import pattern
from cableconv.vocabulary.notices import is_handling, is_notice

_ONCE = frozenset(("executive_order", "tags", "subject"))
_LONGEST_ORDER = 7  # characters: the order's number before the colon
_NO_DATE = pattern(r"(?!DECL|EXDS|OADR|XGDS)[A-Z]{4}", re.IGNORECASE)  # after an order's number
_NO_VALUE = pattern(r"(?:(?:\d{5}|\([A-Z/]{1,7}\))\s*)?[:;.]*$")
"""After a label: nothing, an order's number, or a portion marking."""
_ORDER_NUMBER = pattern(r"\d{5}\s*:\s*")
_REASON = pattern(r"REASONS?\b.{0,9}\b1\.[45]\b", re.IGNORECASE)  # of EO 12958, for a classifier
_BY = pattern(r"BY\b", re.IGNORECASE)  # the label's second line
_LATER_ENTRY = pattern(r"(?:¶\s*)?\(?[C-Z][.)]\s+(?:\d\d\s)?[A-Z]{3}")
_ENTRY_BEFORE = pattern(r"(?<![\w.])[A-Z][.)]\s*$")
_OPENERS = frozenset("¶(")  # of a body without numbers


def cut_at_labels(lines: Sequence[Line]) -> tuple[list[Piece], int | None]:
    """Return the possible lines of the preface, cut at labels inside them.

    Also return the start of the body; ``None`` if the text ends with the preface.
    """
    found: list[Piece] = []
    for index, line in enumerate(lines):
        if index >= LONGEST_PREFACE or _begins_body(line, found):
            return found, line.start
        if may_be_title_below_field(lines, index) and is_title_below_field(
            lines, index, _last_field(found)
        ):
            return found, line.start
        if line.text.upper() == "CLASSIFIED" and _BY.match(_text_at(lines, index + 1)):
            found.append((line, Label("classified_by", 0)))
            continue
        if index + 1 == len(lines) and (field := field_of_cut_label(line.text)):
            found.append((line, Label(field, len(line.text))))
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


def _marked_body_inside(piece: Line, found: list[Piece], below: str) -> int | None:
    """Return the start of a body inside a notice, or inside a line of the last fields.

    A marking above another entry of the references, or right behind an entry's letter, belongs to
    the entry's title.
    """
    at = marked_sentence_inside(piece.text)
    if at is None:
        return None
    field = _last_field(found)
    if field not in ("references", "classified_by") and not is_notice(piece.text):
        return None
    if field != "references":
        return at
    if (_LATER_ENTRY.match(below) and not piece.gap) or _ENTRY_BEFORE.search(piece.text, 0, at):
        return None
    return None if names_third_entry(_texts(found[:-1]) + piece.text[:at], piece.text[at:]) else at


def _texts(pieces: list[Piece]) -> str:
    return " ".join(line.text for line, _ in pieces)


def _begins_body(line: Line, before: list[Piece]) -> bool:
    mark = line.paragraph_mark
    if mark is None:
        return _begins_unnumbered_body(line, before)
    if mark.digits in FIRST_NUMBERS:
        return True
    labelled = any(label for _, label in before)
    return labelled and bool(mark.marking) and (mark.dotted or mark.pilcrow)


def _begins_unnumbered_body(line: Line, before: list[Piece]) -> bool:
    """Whether it is a portion marking before a sentence, not the words of a label above.

    Below the classifier, a dash may be before the marking.
    """
    if line.text[0] == "-":
        text = line.text.lstrip("- ")
        return (
            bool(text) and begins_marked_sentence(text) and _last_field(before) == "classified_by"
        )
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
    field = _last_field(before)
    if label and field == "classified_by" and is_label_alone(last.text) and not line.gap:
        return False
    if field == "references" and not line.gap and names_third_entry(_texts(before), line.text):
        return False
    return field is not None


def _fits(label: Label, line: Line, before: list[Piece]) -> bool:
    """Whether a label is one here: bare REF needs another or a cable, others occur once."""
    if label.field == "classified_by":
        return not _is_in_sentence(line, before)
    if label.field == "references":
        if names_next_entry(line.text) and _last_field(before) == "references":
            return False
        plain = ":" in line.text[: label.value_start] or label.value_start == 0
        return plain or any(known for _, known in before) or cites_at(line.text, label.value_start)
    if label.field == "tags" and before and before[-1][1] and before[-1][1].field == "tags":
        return True  # the label is repeated on the next line
    return not any(known and known.field == label.field for _, known in before)


def _is_in_sentence(line: Line, before: list[Piece]) -> bool:
    """Whether a small first letter goes on with a sentence of the line above, and no reason."""
    if line.gap or not line.text[0].islower() or not before or _REASON.search(line.text):
        return False
    return before[-1][0].text[-1].islower() and _last_field(before) != "classified_by"


def _again(printed: Label | None, line: Line, before: list[Piece]) -> Label | None:
    """Return the repeated label of a field, if it cannot be a word of a sentence.

    Right after the same label it is the field's first word.
    """
    if printed is None or printed.field not in _ONCE:
        return None
    last, label = before[-1]
    is_word = label is not None and _NO_VALUE.match(last.text, label.value_start)
    if printed.field == "executive_order" and _names_order(line.text[printed.value_start :]):
        return None
    is_plain = ":" in line.text[: printed.value_start + _LONGEST_ORDER]
    return replace(printed, again=True) if is_plain and not is_word else None


def _names_order(value: str) -> bool:
    """Whether other words follow an order's number, as where a subject names the order."""
    number = _ORDER_NUMBER.match(value)
    return number is not None and _NO_DATE.match(value, number.end()) is not None


def _last_field(before: list[Piece]) -> Field | None:
    for _, label in reversed(before):
        if label:
            return label.field
    return None
