"""Reads the preface of a message in sets: subject, references, and the text in them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cableconv.cable import Reference
from cableconv.diagnostics.body import LINE_BREAK_LOST
from cableconv.diagnostics.preface import SUBJECT_MISSING
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.lines import Line
from cableconv.parser.preface.fields import Preface
from cableconv.parser.preface.passing_lines import is_passing
from cableconv.parser.preface.references.kinds import kind_of
from cableconv.parser.preface.sets.splitting import END, Set, sets_of, with_lines_per_set
from cableconv.parser.preface.unlabelled_lines import UnlabelledReader
from cableconv.patterns import pattern
from cableconv.vocabulary.notices import is_notice

_APART = 2  # empty lines: a single one may occur inside a paragraph
_CODE = pattern(r"/{0,2}(?:N?\d{4,6}/){0,9}N?\d{4,6}/{0,2}$")  # one or several of them
_REFERENCE = pattern(r"REF/(?P<label>[A-Z]{1,2})/\s*")
_TEXT = frozenset(("RMKS", "NARR", "AMPN", "GENTEXT"))
"""Sets whose name only announces a text; the text of others keeps their name, which has meaning."""
_TITLE = pattern(r"(?:GENTEXT|RMKS|NARR|AMPN)\s?[/:]\s*(?:REMARKS/)?\s*")
_SUBJECT = pattern(r"SUBJ\s?[/:]\s*")


class _Reader:
    def __init__(self, notices: tuple[str, ...], account: Account) -> None:
        self.account = account
        self.loose = UnlabelledReader(account, notices)
        self.subject: str | None = None
        self.references: list[Reference] = []
        self.body: list[Line] = []
        self._before = ""

    def take(self, found: Set) -> None:
        lines = list(found.lines)
        if found.name == "MSGID":
            self.account.mark_furniture("message-id", lines)
        elif (subject := _SUBJECT.match(lines[0].text)) and self.subject is None:
            self.account.claim_lines(lines, "subject")
            self.subject = _value(lines, subject.end())
        elif found.name == "REF" and (label := _REFERENCE.match(lines[0].text)):
            self._take_reference(lines, label["label"], label.end())
        elif found.name == "AMPN" and self._before == "REF":
            self._amplify(lines)
            return
        elif found.name or self.body:
            self.body += self._text(found)
        else:
            self._take_loose(lines)
        self._before = found.name

    def _take_reference(self, lines: list[Line], label: str, start: int) -> None:
        span = self.account.claim_lines(lines, f"references[{len(self.references)}]")
        text = _value(lines, start)
        kind = kind_of(text.replace("/", " "))
        self.references.append(Reference(label=label, kind=kind, text=text, span=span))

    def _amplify(self, lines: list[Line]) -> None:
        """Add the text that amplifies a reference as a note to it."""
        self.account.claim_lines(lines, f"references[{len(self.references) - 1}]")
        last = self.references[-1]
        note = _value(lines, len("AMPN/"))
        self.references[-1] = last.replace(notes=(*last.notes, note))

    def _take_loose(self, lines: list[Line]) -> None:
        for line in lines:
            text = line.text
            if _CODE.match(text):
                self.account.mark_furniture("subject-code", [line])
            elif captions_of(text) or is_notice(text) or is_passing(text):
                self.loose.take(line)
            else:
                self.body.append(line)

    def _text(self, found: Set) -> Iterator[Line]:
        """Yield the lines of a set's text without its name and end, apart from the text above."""
        lines = list(found.lines)
        label = _TITLE.match(lines[0].text) if found.name in _TEXT else None
        if label:
            self.account.mark_furniture("set-name", [lines[0].head(label.end())])
            lines[0] = lines[0].tail(label.end())
        if lines[-1].text.endswith(END):
            end = len(lines[-1].text.rstrip("/"))
            self.account.mark_furniture("separator", [lines[-1].tail(end)])
            lines[-1] = lines[-1].head(end)
        kept = [line for line in lines if line.text]
        yield from (replace(line, gap=_APART) for line in kept[:1])
        yield from kept[1:]


def _value(lines: list[Line], start: int) -> str:
    """Return the text after a set's name, on one line and without its end."""
    text = " ".join(line.text for line in lines)[start:]
    return " ".join(text.split()).rstrip("/ ")


def read_sets(lines: list[Line], notices: tuple[str, ...], account: Account) -> Preface:
    """Read the lines below the class line of a message in sets; the rest is its body."""
    reader = _Reader(notices, account)
    parted = list(with_lines_per_set(lines))
    if first := next((line for line, is_cut in parted if is_cut), None):
        account.report(LINE_BREAK_LOST, first)
    for found in sets_of([line for line, _ in parted]):
        reader.take(found)
    if reader.subject is None:
        account.report(SUBJECT_MISSING, path="subject")
    return Preface(
        loose=reader.loose.finish(),
        executive_order=None,
        tags=(),
        subject=reader.subject,
        subject_marking=None,
        references=tuple(reader.references),
        classified_by=None,
        body=reader.body,
        lines=[],
    )
