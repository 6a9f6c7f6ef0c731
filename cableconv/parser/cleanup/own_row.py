"""Several archive rows on one page: the row with the page's own number is the cable's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cableconv.diagnostics.telegram import CABLE_REPEATED, OTHER_ROW
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.facts import CLASS_LINE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern

_SERIAL = pattern(r"\d\d\D+(\d{1,9})")
_SENT = pattern(r"DE R[A-Z]{3,7} #(\d{4})")
_SERIAL_OF_DE = 10_000  # the DE line holds four digits (ACP 127 para 115)
_CLOSED = pattern(r'"[",]*$')


class RowText(NamedTuple):
    """The id that a row says, and where its telegram begins among the page's lines."""

    id: str
    start: int
    is_quoted: bool


def keep_own_row(lines: Lines, rows: Sequence[RowText], account: Account) -> Lines:
    """The lines of the page and of its own row; those of other rows become furniture."""
    if not rows:
        return lines
    ends = [*(row.start for row in rows[1:]), len(lines)]
    texts = [_unquoted(lines[row.start : end], row, account)
             for row, end in zip(rows, ends, strict=True)]  # fmt: skip
    page = lines[: rows[0].start]
    own = _own(page, rows)
    for index, text in enumerate(texts):
        if index != own and text:
            _set_aside(text, rows[index], texts[own], account)
    return [*page, *texts[own]]


def _set_aside(text: Lines, row: RowText, own: Lines, account: Account) -> None:
    """Keep another row's text as furniture: the same cable sent again, or another one."""
    subject = _subject(text)
    if subject and subject == _subject(own):
        kind = "repeated-cable"
        account.report(CABLE_REPEATED, text[0], which="row of this page")
    else:
        kind = "other-row"
        account.report(OTHER_ROW, text[0], printed=row.id)
    for line in text:
        account.mark_furniture(kind, [line])


def _subject(lines: Lines) -> str | None:
    """The first line of the subject, be it behind other fields."""
    for line in lines:
        at = line.text.find("SUBJECT:")
        if at >= 0:
            return "".join(line.text[at:].split())
    return None


def _unquoted(text: Lines, row: RowText, account: Account) -> Lines:
    """A row's text without the quotation mark that closes its last cell."""
    if not row.is_quoted or not text:
        return text
    *above, last = text
    found = _CLOSED.search(last.text)
    if found is None:
        return text
    account.mark_furniture("separator", [last.tail(found.start())])
    return [*above, last.head(found.start())] if found.start() else above


def _own(page: Lines, rows: Sequence[RowText]) -> int:
    """The first row whose number the page prints above it; the first one where none does."""
    printed = set(_serials(page))
    for index, row in enumerate(rows):
        found = _SERIAL.match(row.id)
        serial = int(found[1]) if found else None
        if serial is not None and (serial in printed or serial % _SERIAL_OF_DE in printed):
            return index
    return 0


def _serials(page: Sequence[Line]) -> Iterator[int]:
    for line in page:
        if sent := _SENT.match(line.text):
            yield int(sent[1])
        elif line.facts & CLASS_LINE:
            classed = read_class_line(line.text)
            if classed and classed.serial:
                yield int(classed.serial)
