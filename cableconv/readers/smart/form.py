"""Splits a document into the form's fields, the telegram's lines, and those of the scan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableconv.patterns import pattern
from cableconv.readers.smart.labels import TRAILING, Label, read_label
from cableconv.readers.smart.page_lines import ENVELOPE, MARKUP, TEXT, PageLine, page_lines

FIELD = "form"
Stretch = tuple[int, int]

_TELEGRAM = pattern(
    r"[ \t>*]*(?:PAGE 01\b|[ZOPR] (?:[ZOPR] )?\d{6}Z\b|FM [A-Z]|VZCZC"
    r"|(?:ACTION|ORIGIN)[ \t]+[A-Z/]+-\d\d\b)"
)
_TEXT_BEGINS = pattern(
    r"[ \t>*~]*(?:\([A-Z/]{1,6}\)[ \t]|\d{1,2}\.[ \t]|CLASSIFIED BY\b|DERIVED FROM\b|SUMMARY\b)",
    re.IGNORECASE,
)
_CELL = pattern(r"[ \t]*\|[ \t]*(?:\|[ \t]*)?")
_END = pattern(r"(?<![\s|*])[\s|*]++$")


class Field(NamedTuple):
    """A field of the form: spans of the file, one per line, with and without the label."""

    name: str
    printed: tuple[Stretch, ...]
    values: tuple[Stretch, ...]


class Form(NamedTuple):
    """A document's lines by kind, and the fields in those of kind ``FIELD``.

    ``holds_telegram`` means that the telegram is included as sent; otherwise the form itself
    has its heading.
    """

    lines: tuple[PageLine, ...]
    fields: tuple[Field, ...]
    holds_telegram: bool

    def first(self, name: str) -> Field | None:
        """Return the first field of that name."""
        return next((field for field in self.fields if field.name == name), None)


def read_form(text: str) -> Form:
    """Sort the lines of a document."""
    lines = list(page_lines(text))
    sent_at = next(
        (line.start for line in lines if line.kind == TEXT and _TELEGRAM.match(text, line.start)),
        None,
    )
    reader = _FieldReader(text, len(text) if sent_at is None else sent_at)
    sorted_lines = tuple(_about(text, lines, reader))
    return Form(sorted_lines, reader.finished(), sent_at is not None)


def _about(text: str, lines: list[PageLine], reader: _FieldReader) -> Iterator[PageLine]:
    """Return the lines, with those of certain fields and of the tables' heads set apart."""
    begins = next((line.start for line in lines if reader.begins(line)), 0)
    for index, line in enumerate(lines):
        if line.kind != TEXT:
            yield line
        elif reader.take(line):
            yield line._replace(kind=FIELD)
        elif line.start < begins or _heads_a_table(text, lines, index):
            yield line._replace(kind=ENVELOPE)
        else:
            reader.close()
            yield line


def _heads_a_table(text: str, lines: list[PageLine], index: int) -> bool:
    below = lines[index + 1 : index + 2]
    is_row = text[lines[index].start : lines[index].end].lstrip().startswith("|")
    return is_row and bool(below) and below[0].kind == MARKUP


class _Open(NamedTuple):
    """A field that may continue."""

    name: str
    printed: list[Stretch]
    values: list[Stretch]


class _FieldReader:
    """Finds the form's fields, and their continuation lines."""

    def __init__(self, text: str, sent_at: int) -> None:
        self._text = text
        self._sent_at = sent_at
        self._fields: list[_Open] = []
        self._last: PageLine | None = None
        self._in_body = False

    def begins(self, line: PageLine) -> bool:
        """Whether the first field, or the telegram as sent, begins here."""
        labelled = read_label(self._text, line.start, line.end)
        return line.kind == TEXT and (labelled is not None or line.start == self._sent_at)

    def take(self, line: PageLine) -> bool:
        """Whether the line begins or continues a field."""
        label = read_label(self._text, line.start, line.end)
        if label and self._is_the_forms(label, line):
            self._fields.append(_Open(label.field, [], []))
            self._add(label.value_start, line)
            return True
        if self._last is None or not self._goes_on(line):
            return False
        cell = _CELL.match(self._text, line.start, line.end)
        self._add(cell.end() if cell else line.start, line)
        return True

    def close(self) -> None:
        """End the open field at a line of the telegram: the text, once there are fields."""
        self._last = None
        self._in_body = bool(self._fields)

    def finished(self) -> tuple[Field, ...]:
        """The fields in the order of the file."""
        return tuple(
            Field(name, tuple(printed), tuple(values)) for name, printed, values in self._fields
        )

    def _is_the_forms(self, label: Label, line: PageLine) -> bool:
        if label.in_table or label.field == "dissemination":
            return True
        if line.start >= self._sent_at:
            return False
        return not self._in_body or label.field in TRAILING

    def _goes_on(self, line: PageLine) -> bool:
        last = self._last
        if (
            last is None
            or line.start >= self._sent_at
            or _TEXT_BEGINS.match(self._text, line.start)
        ):
            return False
        return line.start == last.end or not self._fields[-1].values

    def _add(self, start: int, line: PageLine) -> None:
        field = self._fields[-1]
        end = start + len(_END.sub("", self._text[start : line.end]))
        if start < end:
            field.values.append((start, end))
        field.printed.append((line.start, line.end))
        self._last = line
