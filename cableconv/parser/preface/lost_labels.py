"""TAGS, SUBJECT and REF without their labels: lines that can be nothing else."""

from __future__ import annotations

from cableconv.diagnostics.preface import LABEL_MISPRINTED, LABEL_MISSING
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.labels import Field, Label, Piece
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import decorated, is_rule
from cableconv.parser.preface.continuation import NextLabel, goes_on, is_tag_line
from cableconv.parser.preface.passing_lines import is_passing
from cableconv.parser.preface.references import behind_cut_label, is_lettered_cable
from cableconv.patterns import pattern
from cableconv.vocabulary.notices import is_notice

_ORDINAL = pattern(r"\d(?:st|nd|rd|th)\b")
_LONGEST_SUBJECT = 3  # lines below the first one


def with_lost_labels(lines: list[Piece]) -> list[Piece]:
    """Add labels to such lines, for fields that were missing, and report each."""
    lines = _with(lines, "tags", _tag_line(lines))
    lines = _with(lines, "subject", _subject_line(lines))
    index, start = _entry_line(lines)
    return _with(lines, "references", index, start)


def _with(lines: list[Piece], field: Field, index: int | None, start: int = 0) -> list[Piece]:
    if index is None:
        return lines
    label = Label(field, start, LABEL_MISPRINTED if start else LABEL_MISSING)
    return [*lines[:index], (lines[index][0], label), *lines[index + 1 :]]


def _fields(lines: list[Piece]) -> set[Field]:
    return {label.field for _, label in lines if label}


def _tag_line(lines: list[Piece]) -> int | None:
    if "tags" in _fields(lines):
        return None
    found = (i for i, (line, label) in enumerate(lines) if not label and is_tag_line(line.text))
    return next(found, None)


def _entry_line(lines: list[Piece]) -> tuple[int | None, int]:
    """Return the first entry of the references, and where it begins.

    A page lost REF, perhaps with the first entry, or printed some letters of it.
    """
    if "references" in _fields(lines):
        return None, 0
    for index, (line, label) in enumerate(lines):
        start = 0 if label else behind_cut_label(line.text)
        if start or (not label and is_lettered_cable(line.text)):
            return index, start
    return None, 0


def _subject_line(lines: list[Piece]) -> int | None:
    """Return the first line after the tags that is not theirs, in capitals and set off."""
    if "subject" in _fields(lines):
        return None
    block: list[Line] = []
    for index, (line, label) in enumerate(lines):
        if label and label.field == "tags":
            block.append(line)
        elif block and (label or not goes_on("tags", block, line, NextLabel())):
            return index if not label and _is_subject(lines, index) else None
        elif block:
            block.append(line)
    return None


def _is_in_capitals(text: str) -> bool:
    """Whether it is, but for the letters of ordinals: ``THE 54th TIDE CLOCK``."""
    return text.isupper() or _ORDINAL.sub(" ", text).isupper()


def _is_subject(lines: list[Piece], index: int) -> bool:
    text = lines[index][0].text
    if captions_of(text) or is_notice(text) or is_passing(text) or not _is_in_capitals(text):
        return False
    ruled = index + 1 < len(lines) and is_rule(lines[index + 1][0].text)
    if ruled or is_rule(text) or decorated(text):
        return False  # a heading of the body
    below = lines[index + 1 : index + 1 + _LONGEST_SUBJECT]
    ends = any(label or line.gap for line, label in below)
    return ends or index + 1 + len(below) == len(lines)
