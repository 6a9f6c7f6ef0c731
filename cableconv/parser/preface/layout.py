"""Which lines of the preface belong to which field, and where the body begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.parser.lines import Line
from cableconv.parser.paragraph_marks import read_paragraph_mark
from cableconv.parser.preface.captions import captions_of, is_notice
from cableconv.parser.preface.labels import Field, Label, read_label, split_at_labels
from cableconv.vocabulary import tags

_FIRST_NUMBERS = frozenset(("1", "11", "01"))
_RULE = re.compile(r"[-=_*~ .]{3,}$")
_ENTRY = re.compile(r"¶?\(?[A-Z]\s?[.):]|(?:19|20)?\d\d [A-Z]|AND\b|\(?NOTAL", re.IGNORECASE)
_OPEN_END = re.compile(
    r"(?:[,;:&(/-]|\b(?:and|or|for|of|reasons?|the|by|e\.o\.|section))$", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"\d{2,8}(?:\s|$)")
_UNFINISHED_ENTRY = re.compile(r"\b[A-Z]\s?[.)](?:\s*\d\d)?$", re.IGNORECASE)
_SUMMARY = re.compile(r"(?:BEGIN )?SUMMARY\b(?:\s*[:.-]|$)", re.IGNORECASE)
_REASONS = re.compile(r"\d\.\d|\bREASON|^\(?[A-H]\)", re.IGNORECASE)
_HANDLING = re.compile(r"sensitive but\b", re.IGNORECASE)
_FARTHEST = 60


class Layout:
    """The preface's lines by field; ``body`` are the lines that follow it."""

    def __init__(self) -> None:
        self.fields: dict[Field, list[list[Line]]] = {}
        self.label_lengths: dict[int, int] = {}
        self.loose: list[Line] = []
        self.body: list[Line] = []

    def add(self, label: Label, line: Line) -> list[Line]:
        """Open a field with its label's line."""
        lines = [line]
        self.fields.setdefault(label.field, []).append(lines)
        self.label_lengths[line.start] = label.value_start
        return lines


def lay_out(lines: Sequence[Line]) -> Layout:
    """Sort the lines below the class line."""
    expanded = _expand(lines)
    last_label = max((i for i, (_, label) in enumerate(expanded) if label), default=-1)
    layout = Layout()
    current: tuple[Field, list[Line]] | None = None
    for index, (line, label) in enumerate(expanded):
        if label:
            current = (label.field, layout.add(label, line))
        elif current and _continues(*current, line, _label_follows(expanded, index)):
            current[1].append(line)
        elif index > last_label and not _is_loose(line, layout, last_label):
            layout.body = [entry for entry, _ in expanded[index:]] + list(
                lines[_consumed(lines, expanded) :]
            )
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
        plain = ":" in line.text[: label.value_start] or label.value_start == 0
        return plain or any(known for _, known in before)
    return not any(known and known.field == label.field for _, known in before)


def _label_follows(expanded: list[tuple[Line, Label | None]], index: int) -> bool:
    """Whether the lines from here on run without a gap into REF or Classified By."""
    for line, label in expanded[index + 1 : index + 5]:
        if label:
            return line.gap == 0 and label.field in ("references", "classified_by")
        if line.gap:
            return False
    return False


def _continues(field: Field, block: list[Line], line: Line, label_follows: bool) -> bool:
    if _RULE.match(line.text) or _SUMMARY.match(line.text) or (line.gap and is_notice(line.text)):
        return False
    before = block[-1].text
    if field == "tags":
        return _continues_tags(before, line)
    if captions_of(line.text):
        return False
    if field == "subject" and _HANDLING.match(line.text):
        return False
    if field == "subject":
        return line.gap == 0 or (label_follows and _goes_on_in_capitals(before, line))
    if line.gap == 0:
        return True
    text = " ".join(entry.text for entry in block)
    open_end = bool(_OPEN_END.search(text)) or text.count("(") > text.count(")")
    if field == "references":
        number_follows = text[-1].isalpha() and _BARE_NUMBER.match(line.text)
        unfinished = open_end or number_follows or _UNFINISHED_ENTRY.search(text)
        return bool(unfinished or _ENTRY.match(line.text))
    if field == "classified_by":
        return open_end or (bool(_REASONS.match(line.text)) and not _REASONS.search(text))
    return False


def _goes_on_in_capitals(before: str, line: Line) -> bool:
    capitals = sum(map(str.isupper, line.text))
    return line.gap == 1 and before.isupper() and 3 * capitals > len(line.text)


def _continues_tags(before: str, line: Line) -> bool:
    if line.gap > 1:
        return False
    if before.endswith((",", "(")) and line.gap == 0:
        return True
    words = [word for word in re.split(r"[\s,;.()]+", line.text) if word]
    known = sum(map(tags.is_code, words))
    shaped = all(word.isalpha() and word.isupper() and len(word) < 6 for word in words)
    return shaped and 2 * known >= len(words) > 0 and (line.gap == 0 or len(words) < 4)


def _is_loose(line: Line, layout: Layout, last_label: int) -> bool:
    """After the last label only captions and notices still belong to the preface."""
    if captions_of(line.text) or is_notice(line.text):
        return True
    # a preface without any label ends with its passing lines
    return last_label < 0 and not layout.loose and " FOR " in f" {line.text.upper()} "
