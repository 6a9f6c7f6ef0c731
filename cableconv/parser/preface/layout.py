"""Assigns the lines of the preface to fields, and the lines below them to the body."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.heading.format_lines import is_format_line
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.labels import Field, Label, Piece
from cableconv.parser.lexer.lines import Line
from cableconv.parser.preface.continuation import NextLabel, goes_on
from cableconv.parser.preface.last_marking import (
    marking_of_body,
    with_text_below,
)
from cableconv.parser.preface.lost_labels import with_lost_labels
from cableconv.parser.preface.passing_lines import is_for_reader, is_passing, is_series_number
from cableconv.parser.preface.pieces import cut_at_labels
from cableconv.parser.preface.references import sentence_behind_citation
from cableconv.parser.preface.references.citations import cited_cables
from cableconv.parser.preface.unlabelled_lines import notice_goes_on
from cableconv.patterns import pattern
from cableconv.vocabulary.notices import is_notice
from cableconv.vocabulary.sentences import ends_sentence

_PROSE = pattern(r"(?:\b[a-z]{2,}\b[^a-z]+){5}[a-z]")
_WHOLE_ENTRY = pattern(r"[\d)\]][.,;]?$")
_SENTENCE = pattern(r"[A-Z][\w'’-]*,?\s+(?![A-Z]?\d)[\w'’-]{2,}")
_FILLED = 50  # characters
_FEWEST_JOINING = 3
_JOINING = frozenset(
    ("A", "AND", "ARE", "AS", "AT", "BE", "BUT", "BY", "FOR", "FROM", "HAS", "HAVE", "IN", "IS",
     "IT", "NOT", "OF", "ON", "OR", "OUR", "THAT", "THE", "THIS", "TO", "WAS", "WE", "WERE",
     "WHICH", "WILL", "WITH")
)  # fmt: skip
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
    pieces, body_start = cut_at_labels(lines)
    expanded = with_lost_labels(pieces)
    last_label = max((i for i, (_, label) in enumerate(expanded) if label), default=-1)
    layout = Layout()
    current: _Open | None = None
    for index, (line, label) in enumerate(expanded):
        if label:
            current = (label.field, layout.add(label, line))
        elif current and goes_on(*current, line, _follows(expanded, index)):
            current[1].append(line)
        elif (
            index > last_label
            and line is not rest
            and not _is_loose(line, expanded[max(index - 1, 0)][0], layout, last_label)
        ):
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
    if last and (at := marking_of_body(*last, body)) is not None:
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
        end = next((i for i in range(1, len(block)) if _begins_text(block, i)), 0)
        end = _above_titles(block, end)
    else:
        end = 0
    if not end and sum(len(line.text) for line in block) < _LONGEST_FIELD:
        return []
    end = end or next((i for i, line in enumerate(block) if i and line.gap), 1)
    below = block[end:]
    del block[end:]
    return _from(lines, below[0].start) if below else []


def _begins_text(block: Sequence[Line], at: int) -> bool:
    """Whether a sentence begins at a line of the references, whose last entry is whole."""
    if _PROSE.search(block[at].text) or _is_prose_in_capitals(block[at].text):
        return True
    texts = [line.text for line in block[at:]]
    if not (_WHOLE_ENTRY.search(block[at - 1].text) and _SENTENCE.match(texts[0])):
        return False
    return any(map(ends_sentence, texts)) and next(cited_cables(" ".join(texts)), None) is None


def _is_prose_in_capitals(text: str) -> bool:
    """Whether a filled line without figures has several of the words that join a sentence."""
    if len(text) < _FILLED or not text.isupper() or any(map(str.isdecimal, text)):
        return False
    return sum(word in _JOINING for word in text.split()) >= _FEWEST_JOINING


def _above_titles(block: Sequence[Line], end: int) -> int:
    """Return the first of the titles above the text, which name no cable."""
    while end > 1 and next(cited_cables(block[end - 1].text), None) is None:
        end -= 1
    return end


def _from(lines: Sequence[Line], start: int) -> list[Line]:
    """Return the lines from an offset on, rejoined where they were cut at labels.

    They are not in the text's order where a class line's rest or a copy's stands before them.
    """
    first = next(index for index, line in enumerate(lines) if line.start <= start < line.end)
    offset = start - lines[first].start
    return [lines[first].tail(offset) if offset else lines[first], *lines[first + 1 :]]


def _follows(expanded: list[Piece], index: int) -> NextLabel:
    """Return the label at most four lines below, or None."""
    at_once = True
    for line, label in expanded[index + 1 : index + 5]:
        at_once = at_once and line.gap == 0
        if label:
            return NextLabel(label.field, at_once)
    return NextLabel()


def _is_loose(line: Line, before: Line, layout: Layout, last_label: int) -> bool:
    """Whether it is an unlabelled line of the preface; after the last label only some kinds are."""
    if captions_of(line.text) or is_notice(line.text) or is_series_number(line.text):
        return True
    if is_format_line(line):  # left over from another header
        return True
    if line.gap == 0 and (is_passing(line.text) or is_for_reader(before.text, line.text)):
        return True
    if layout.loose and line.gap == 0 and layout.loose[-1].end < line.start:
        first = next((above.text for above in reversed(layout.loose) if is_notice(above.text)), "")
        if notice_goes_on(first, layout.loose[-1].text, line):
            return True
    return last_label < 0 and _passes_without_labels(line, layout.loose)


def _passes_without_labels(line: Line, above: Sequence[Line]) -> bool:
    """Whether it begins the passing lines that end a preface without any label."""
    if above:
        return is_passing(line.text) and all(captions_of(caption.text) for caption in above)
    return " FOR " in f" {line.text.upper()} "
