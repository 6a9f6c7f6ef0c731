"""From a record to its telegram: header and text, and the metadata beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from cableconv.cable import Diagnostic, Source
from cableconv.diagnostics.container import DUMP_ROW_TOO_LONG, NUL_BYTES
from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.readers.records import record as bounds
from cableconv.readers.records.columns import HEADER, TEXT, continued, titles, usual_columns
from cableconv.readers.records.record import Record, Value, plain, stretches
from cableconv.readers.records.texts import begins_a_cable
from cableconv.readers.transcription import Transcription
from cableconv.readers.visible import shown
from cableconv.telegram import Telegram
from cableconv.vocabulary.archive_dates import iso_date
from cableconv.vocabulary.archive_ids import is_dated_number

_FULL_CELL = 32_000  # characters; a text that goes on after these was cut anywhere
_SERIAL = pattern(r"\d*")
_FILE_ENDING = pattern(r"\.[a-z]{2,5}\Z")
_ATTRIBUTES = pattern(r"(?:\n|\\n)[ \t]*+Message Attributes[ \t]*+(?:\r|\\r)?(?=\n|\\n|\Z)")
"""The start of the National Archives' own block below a telegram (see the reader nara)."""
_PAGE = pattern(r"\s*+<(?:!doctype|html|body|div|span|p|pre|table|code|font)\b", re.IGNORECASE)
_ENDS_TAG = ("</", "&lt;/")
"""What a piece of a page has; in a feed it is escaped, or in CDATA."""
_ENDS_LINE = pattern(r"</(?:p|div|td|li|h[1-6])\s*>|<br\b", re.IGNORECASE)
_ENDS_PRE = pattern(r"</pre\s*>", re.IGNORECASE)


def telegram_of(
    record: Record,
    columns: Mapping[str, str],
    content: Content,
    reader: str,
    encoding: str | None,
    found: tuple[Diagnostic, ...],
) -> Telegram:
    """Return the telegram of a record whose ``columns`` are given by role.

    ``encoding`` is the row's encoding, ``found`` are the diagnostics of decoding.
    """
    row = record.row
    said = {role: record.plain(name).strip() for role, name in columns.items() if role != TEXT}
    source = Source(
        reader=reader,
        name=content.file,
        member=content.member,
        row=row.number,
        sha256=sha256(row.text.rstrip("\r\n").encode()).hexdigest(),
        encoding=encoding,
        id=_id(record, columns),
        date=iso_date(said.get("date", "")) or None,
        office=said.get("office") or None,
        classification=said.get("classification") or None,
    )
    doubts = (*found, *record.diagnostics, *_doubts(record))
    return _transcribed(record, columns).telegram_from(source, doubts, row.line, row.column)


def _id(record: Record, columns: Mapping[str, str]) -> str | None:
    """Return the value of the id column; instead of a database's own key, a cable's number.

    That is in another column with a usual name, in a title or file name, or the record's key.
    """
    said = record.plain(columns.get("id", "")).strip()
    if is_dated_number(said):
        return said
    names = [*usual_columns("id", record.values), *titles(record.values)]
    others = [_FILE_ENDING.sub("", record.plain(name).strip()) for name in names]
    number = next(filter(is_dated_number, [*others, record.row.key]), None)
    return number or (None if _SERIAL.fullmatch(said) else said)


def _transcribed(record: Record, columns: Mapping[str, str]) -> Transcription:
    """Return header and text, separated by a blank line, in the order of the file."""
    text = record.row.text
    transcription = Transcription(text)
    values = [record.values.get(columns[role]) for role in (HEADER, TEXT) if role in columns]
    filled = [value for value in values if value and text[value.start : value.end].strip()]
    for index, value in enumerate(filled):
        if index:
            transcription.write("\n\n", value.start)
        _copy(transcription, text, value)
    above = filled[-1] if filled else None
    for value in _more(record, columns.get(TEXT)) if above else ():
        is_full = above is not None and above.end - above.start >= _FULL_CELL
        transcription.write("" if is_full else "\n", value.start)
        _copy(transcription, text, value)
        above = value
    return transcription


def _more(record: Record, name: str | None) -> Iterator[Value]:
    """Yield the pieces of the text in further columns, up to one that is a cable of its own."""
    for more in continued(tuple(record.values), name) if name else ():
        value = record.values[more]
        if value.end > value.start:
            if begins_a_cable(plain(record.row.text, value)):
                return
            yield value


def _copy(transcription: Transcription, text: str, value: Value) -> None:
    """Copy the value; for a piece of a page, its visible text, all at the value's position."""
    if page := _page(text, value):
        for words in shown(page):
            transcription.write(words.text, value.start)
        return
    below = _ATTRIBUTES.search(text, value.start, value.end)
    own = value._replace(end=below.start()) if below else value
    for piece, at in _pieces(text, own):
        transcription.write(piece, at)
    if below:
        rest = value._replace(start=below.start())
        transcription.write_apart("message-attributes", _pieces(text, rest))


def _page(text: str, value: Value) -> str:
    """Return a value that is a piece of a page, as its markup lays out the lines; else nothing."""
    if _PAGE.match(text, value.start, value.end):
        return plain(text, value)
    if not any(text.find(mark, value.start, value.end) >= 0 for mark in _ENDS_TAG):
        return ""
    decoded = plain(text, value)
    ended = len(_ENDS_LINE.findall(decoded))
    is_laid_out = 0 < ended >= decoded.strip().count("\n") or _ENDS_PRE.search(decoded)
    return decoded if is_laid_out else ""


def _pieces(text: str, value: Value) -> Iterator[tuple[str, int]]:
    """Yield the value piece by piece, each with its position in the row."""
    for start, end, coded in stretches(text, value):
        yield text[start:end], start
        yield coded, end


def _doubts(record: Record) -> tuple[Diagnostic, ...]:
    """Report problems that rows of any dialect may have."""
    row, found = record.row, []
    if row.is_too_long:
        found.append(DUMP_ROW_TOO_LONG.at(None, row.line, 1, row=row.number, length=bounds.LONGEST))
    if "\0" in row.text:
        found.append(NUL_BYTES.at(None, row.line, 1, row=row.number))
    return tuple(found)
