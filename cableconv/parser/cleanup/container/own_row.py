"""Several archive rows on one page: the cable's is the row with the page's own number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from cableconv.diagnostics.telegram import CABLE_REPEATED, OTHER_ROW
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.facts import CLASS_LINE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern

_SERIAL = pattern(r"\d\d\D+(\d{1,9})")
_SENT = pattern(r"DE R[A-Z]{3,7} #(\d{4})")
_SERIAL_OF_DE = 10_000  # the DE line has four digits (ACP 127 para 115)
_CLOSING = '",'


class RowText(msgspec.Struct, frozen=True):
    """The id in a row, and the start of its telegram among the page's lines."""

    id: str
    start: int
    is_quoted: bool


def keep_own_row(lines: Lines, rows: Sequence[RowText], account: Account) -> Lines:
    """Return the lines of the page and of its own row; other rows become furniture."""
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
    """Return the first line of the subject, perhaps after other fields."""
    for line in lines:
        at = line.text.find("SUBJECT:")
        if at >= 0:
            return "".join(line.text[at:].split())
    return None


def _unquoted(text: Lines, row: RowText, account: Account) -> Lines:
    """Return a row's text without the closing quotation mark of its last cell."""
    if not row.is_quoted or not text:
        return text
    *above, last = text
    at = last.text.find('"', len(last.text.rstrip(_CLOSING)))
    if at < 0:
        return text
    account.mark_furniture("separator", [last.tail(at)])
    return [*above, last.head(at)] if at else above


def _own(page: Lines, rows: Sequence[RowText]) -> int:
    """Return the first row whose number the page has above it; else the first one."""
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
