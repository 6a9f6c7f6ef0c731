"""From a record to its telegram: header and text of it, and the witnesses beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from cableconv.cable import Diagnostic, Source
from cableconv.diagnostics.container import DUMP_ROW_TOO_LONG, NUL_BYTES
from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.readers.records import record as bounds
from cableconv.readers.records.columns import HEADER, TEXT, usual_columns
from cableconv.readers.records.record import Record, Value, plain, stretches
from cableconv.readers.transcription import Transcription
from cableconv.readers.visible import shown
from cableconv.telegram import Telegram
from cableconv.vocabulary.archive_dates import iso_date

_SERIAL = pattern(r"\d*")
_ID = pattern(r"(?:19)?\d\d[A-Z][A-Z .'-]*\d+[A-Z]?(?:_[a-z])?")
_ATTRIBUTES = pattern(r"(?:\n|\\n)[ \t]*+Message Attributes[ \t]*+(?:\r|\\r)?(?=\n|\\n|\Z)")
"""Where the National Archives' own block begins below a telegram (see the reader nara)."""
_PAGE = pattern(r"\s*+<(?:!doctype|html|body|div|span|p|pre|table|code|font)\b", re.IGNORECASE)


def telegram_of(
    record: Record,
    columns: Mapping[str, str],
    content: Content,
    reader: str,
    encoding: str | None,
    found: tuple[Diagnostic, ...],
) -> Telegram:
    """The telegram of a record whose ``columns`` are known by what they say.

    ``encoding`` is what the row was decoded by, with what was ``found`` wrong there.
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
    """What the column of the id says; for a number that only counts, another's or the key."""
    said = record.plain(columns.get("id", "")).strip()
    if not _SERIAL.fullmatch(said):
        return said
    others = [record.plain(name).strip() for name in usual_columns("id", record.values)]
    return next(filter(_ID.fullmatch, [*others, record.row.key]), None)


def _transcribed(record: Record, columns: Mapping[str, str]) -> Transcription:
    """Header and text, a blank line between them, in the order in which the file has them."""
    text = record.row.text
    transcription = Transcription(text)
    values = [record.values.get(columns.get(role, "")) for role in (HEADER, TEXT)]
    filled = [value for value in values if value and text[value.start : value.end].strip()]
    for index, value in enumerate(filled):
        if index:
            transcription.write("\n\n", value.start)
        _copy(transcription, text, value)
    return transcription


def _copy(transcription: Transcription, text: str, value: Value) -> None:
    """The value as it stands; of a piece of a page what that shows, all at the value's place."""
    if _PAGE.match(text, value.start, value.end):
        for words in shown(plain(text, value)):
            transcription.write(words.text, value.start)
        return
    below = _ATTRIBUTES.search(text, value.start, value.end)
    own = value._replace(end=below.start()) if below else value
    for piece, at in _pieces(text, own):
        transcription.write(piece, at)
    if below:
        rest = value._replace(start=below.start())
        transcription.write_apart("message-attributes", _pieces(text, rest))


def _pieces(text: str, value: Value) -> Iterator[tuple[str, int]]:
    """What the value says, piece by piece, each with its place in the row."""
    for start, end, coded in stretches(text, value):
        yield text[start:end], start
        yield coded, end


def _doubts(record: Record) -> tuple[Diagnostic, ...]:
    """What is wrong with any row, whatever its dialect."""
    row, found = record.row, []
    if row.is_too_long:
        found.append(DUMP_ROW_TOO_LONG.at(None, row.line, 1, row=row.number, length=bounds.LONGEST))
    if "\0" in row.text:
        found.append(NUL_BYTES.at(None, row.line, 1, row=row.number))
    return tuple(found)
