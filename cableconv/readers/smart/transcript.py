"""Writes the telegram of a form: as sent, or from the form's own fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from cableconv.patterns import pattern
from cableconv.readers.smart.form import FIELD, Field, Form, Stretch
from cableconv.readers.smart.labels import is_nothing
from cableconv.readers.smart.page_lines import BANNER, MARKUP, TEXT, PageLine
from cableconv.readers.transcription import Transcription
from cableconv.telegram import NOTICE

_MARKUP = pattern(
    r"^[ \t]*(?:>[ \t]?)+|^[ \t]*#{1,6}[ \t]+|\*\*|~~|</?(?:s|u|b|i|del|strong|em)>"
    r"|(?P<break><br ?/?>)|\\(?P<escaped>[-\\`*_{}\[\]()#+.!|~>])",
    re.MULTILINE | re.IGNORECASE,
)
_NOTICE_LINE = pattern(r"^[ \t>*]*(?P<notice>[^\n]+\n?)", re.MULTILINE)
_PRECEDENCE = r"(?P<precedence>NIACT IMMEDIATE|FLASH|IMMEDIATE|PRIORITY|ROUTINE)"
_ENTRY = pattern(
    rf"(?:(?P<place>[^,;*]+?),[ ]*)?(?P<office>[^,;*]*?[^,;*\s])[ ]*+(?:\*?{_PRECEDENCE}\*?)?[ ]*+$"
)
_ENTRIES = pattern(r"(?:(?!;|<br ?/?>)[^\s*;])(?:(?!;|<br ?/?>).)*", re.IGNORECASE)
_DTG = pattern(r"\d{6}Z\s+[A-Za-z]{3}\s+\d\d(?:\d\d)?")
_PROSIGNS = {
    "FLASH": "Z",
    "NIACT IMMEDIATE": "O",
    "IMMEDIATE": "O",
    "PRIORITY": "P",
    "ROUTINE": "R",
}
_YEAR = pattern(r"\s*\d\d(?:\d\d)?\s+(?=[A-Z])")
_HEADED = (
    ("drafted", "DRAFTED BY "), ("cleared", "CLEARED BY "), ("approved", "APPROVED BY "),
    ("date", ""), ("from", "FM "), ("action", "TO "), ("info", "INFO "), ("xmt", "XMT "),
    ("mrn", ""), ("captions", ""), ("passing", ""), ("order", "E.O. "), ("tags", "TAGS: "),
    ("subject", "SUBJECT: "), ("references", "REF: "),
)  # fmt: skip
"""The fields of the telegram's heading and preface in order, with their labels there."""


class Transcript:
    """The telegram's text under construction."""

    def __init__(self, text: str, form: Form) -> None:
        self._text = text
        self._form = form
        self._banners: list[PageLine] = []
        self.transcription = Transcription(text)

    def write(self) -> Transcription:
        """Return the whole telegram: every word of the file except translated labels."""
        lines = self._form.lines
        if self._form.holds_telegram:
            self._write_in_order(lines)
            return self.transcription
        self._banners = _first_banners(lines)
        body = [line.start for line in lines if line.kind == TEXT]
        begins = body[0] if body else len(self._text)
        rest = [line for line in lines if line not in self._banners and line.kind != FIELD]
        self._write_in_order([line for line in rest if line.start < begins])
        self._write_heading()
        self._write_in_order([line for line in rest if line.start >= begins])
        self._write_end()
        return self.transcription

    def _write_in_order(self, lines: Iterable[PageLine]) -> None:
        """Write text without Markdown, and set other lines apart; keep the blank lines."""
        for kind, start, end in _runs(lines):
            self.transcription.write("\n", start)
            if kind == TEXT:
                self._plain(start, end)
            elif kind == NOTICE:
                printed = _NOTICE_LINE.finditer(self._text, start, end)
                self.transcription.set_apart(kind, *(line.span("notice") for line in printed))
            elif kind != MARKUP:
                self.transcription.set_apart(kind, (start, end))
            self._end_line(end)

    def _write_heading(self) -> None:
        for name, label in _HEADED:
            fields = [field for field in self._form.fields if field.name == name]
            if name in ("mrn", "captions", "order"):
                self.transcription.write("\n", self._at(fields))
            if name == "mrn":
                self._write_class_line(fields)
            for field in fields:
                self._write_field(field, label)

    def _at(self, fields: list[Field]) -> int:
        return fields[0].values[0][0] if fields and fields[0].values else 0

    def _write_field(self, field: Field, label: str) -> None:
        value = " ".join(self._text[start:end] for start, end in field.values)
        if field.name == "mrn":  # the class line has the first one
            if field is not self._form.first("mrn"):
                self._set_apart(*field.printed)
            return
        if is_nothing(value):
            self._set_apart(*field.printed)
        elif field.name == "date":
            self._write_date(field)
        elif field.name in ("action", "info", "xmt"):
            self._write_addressees(field, label)
        else:
            for index, (start, end) in enumerate(field.values):
                self.transcription.write("" if index else label, start)
                self._plain(start, end)
                self._end_line(end)

    def _write_date(self, field: Field) -> None:
        """Write the date-time group with its precedence; the date in words belongs to the form."""
        for start, end in field.values:
            dtg = _DTG.search(self._text, start, end)
            if dtg is None:
                self._set_apart((start, end))
                continue
            if start < dtg.start():
                self._set_apart((start, dtg.start()))
            self.transcription.write(self._prosign(), dtg.start())
            self.transcription.copy(*dtg.span())
            self._end_line(dtg.end())
            if dtg.end() < end:
                self._set_apart((dtg.end(), end))

    def _prosign(self) -> str:
        """Return the highest precedence of the action addressees."""
        action = self._form.first("action")
        values = " ".join(self._text[start:end] for start, end in action.values) if action else ""
        found = {_PROSIGNS[each[0]] for each in re.finditer(_PRECEDENCE, values)}
        return next((f"{prosign} " for prosign in "ZOPR" if prosign in found), "")

    def _write_addressees(self, field: Field, label: str) -> None:
        """Write one addressee per line; ``MOSCOW, AMEMBASSY`` in the telegram's word order."""
        for index, (start, end) in enumerate(self._entries(field)):
            self.transcription.write("" if index else label, start)
            found = _ENTRY.match(self._text[start:end])
            names = ("office", "place", "precedence") if found else ()
            spans = [found.span(name) for name in names if found and found[name]]
            for number, (first, last) in enumerate(spans or [(0, end - start)]):
                self.transcription.write(" " if number else "", start + first)
                self.transcription.copy(start + first, start + last)
            self._end_line(end)

    def _entries(self, field: Field) -> Iterator[Stretch]:
        for start, end in field.values:
            for found in _ENTRIES.finditer(self._text, start, end):
                yield found.span()

    def _write_class_line(self, fields: list[Field]) -> None:
        """Write the banner's level, then station and number without the form's year."""
        values = fields[0].values if fields else ()
        year = _YEAR.match(self._text, *values[0]) if values else None
        if year:
            self._set_apart(year.span())
        for banner in self._banners:
            self._plain(banner.start, banner.end)
            self.transcription.write(" ", banner.end)
        for start, end in values:
            self._plain(max(start, year.end() if year else start), end)
        self._end_line(self._at(fields))

    def _write_end(self) -> None:
        for field in self._form.fields:
            if field.name == "signature":
                for start, end in field.values:
                    self.transcription.write("\n", start)
                    self._plain(start, end)
                    self._end_line(end)
        for field in self._form.fields:
            if field.name not in {"signature", *(name for name, _ in _HEADED)}:
                self._set_apart(*field.printed)

    def _set_apart(self, *stretches: Stretch) -> None:
        """Set apart, as a line, what only the form says."""
        self.transcription.set_apart(FIELD, *stretches)
        self._end_line(stretches[-1][1])

    def _plain(self, start: int, end: int) -> None:
        """Copy this span without Markdown and the line's end."""
        stretch = self._text[start:end].rstrip()
        done = 0
        for markup in _MARKUP.finditer(stretch):
            self.transcription.copy(start + done, start + markup.start())
            self.transcription.write("\n" if markup["break"] else "", start + markup.start())
            self.transcription.write(markup["escaped"] or "", start + markup.end() - 1)
            done = markup.end()
        self.transcription.copy(start + done, start + len(stretch))

    def _end_line(self, at: int) -> None:
        self.transcription.write("\n", at)


def _first_banners(lines: Iterable[PageLine]) -> list[PageLine]:
    """Return the first page's level, and its caveats in the lines right below."""
    found: list[PageLine] = []
    for line in lines:
        if line.kind == BANNER and (not found or found[-1].end == line.start):
            found.append(line)
        elif found:
            break
    return found


def _runs(lines: Iterable[PageLine]) -> Iterator[tuple[str, int, int]]:
    """Join consecutive lines of one kind that no blank line separates."""
    for _, members in groupby(_numbered(lines), key=lambda each: each[0]):
        run = [line for _, line in members]
        yield run[0].kind, run[0].start, run[-1].end


def _numbered(lines: Iterable[PageLine]) -> Iterator[tuple[int, PageLine]]:
    number, last = 0, None
    for line in lines:
        if last is None or last.kind != line.kind or last.end != line.start:
            number += 1
        last = line
        yield number, line
