"""From a file of records to its telegrams: dialect, columns, rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from msgspec.structs import replace

from cableconv.cable import Diagnostic
from cableconv.diagnostics.container import ROWS_NOT_READ
from cableconv.errors import InputError, NoCableError
from cableconv.input.content import Content
from cableconv.input.decoding import decode_stretch
from cableconv.input.surrogates import has_surrogates
from cableconv.patterns import pattern
from cableconv.readers.records.columns import HEADER, TEXT, checked, columns_of
from cableconv.readers.records.dialects import (
    DUMP,
    Dialect,
    ends_with_return,
    head_of,
    sniffed,
)
from cableconv.readers.records.record import Record, Row
from cableconv.readers.records.telegrams import telegram_of
from cableconv.readers.records.texts import has_header, looks_like_a_cable
from cableconv.refusal.guess import guess
from cableconv.refusal.kinds import NAME_COLUMN
from cableconv.telegram import Telegram

_LOOKED_AT = 50
"""Records that are searched before the file is said to have no cables."""

_MARKED = pattern(r"^[^\S\n]*+1\. ?\((?:U|SBU|C|S|LOU)(?:/[A-Z]{2})?\)", re.MULTILINE)
_ABOVE = (
    "{!r} has numbered paragraphs without a heading, and none is made from other columns; put its "
    "lines (FM, TO, TAGS, SUBJECT) above the text, or give the files that the table was made from"
)
_SHOWN = 30
"""Columns that a message names."""


def telegrams(content: Content, told: Mapping[str, str]) -> Iterator[Telegram]:
    """Yield the telegram of each record; errors as ``records.read``."""
    named = checked(told)
    head = head_of(content)
    dialect = sniffed(head)[1]
    decoding = _Decoding(content)
    with_rows = dialect.records(decoding.rows(dialect, head), head)
    telegram, others = None, list[int]()
    for record, columns in _with_columns(with_rows, named, dialect, content, others):
        if telegram:
            yield telegram
        telegram = telegram_of(record, columns, content, dialect.reader, *decoding.of(record.row))
    if telegram is None:
        raise _nothing(dialect, head, content)
    found = [ROWS_NOT_READ.at(number=len(others))] if others else []
    yield replace(telegram, diagnostics=(*telegram.diagnostics, *content.findings, *found))


def _nothing(dialect: Dialect, head: str, content: Content) -> NoCableError:
    seems = guess(head)
    return NoCableError(
        "no row of the dump in it"
        if dialect is DUMP
        else f"read as {dialect.kind}, but has no rows; it seems to be {seems.name}",
        path=content.name or "input",
        hint=f"{seems.advice}.",
    )


def _with_columns(
    records: Iterator[Record],
    told: Mapping[str, str],
    dialect: Dialect,
    content: Content,
    others: list[int],
) -> Iterator[tuple[Record, Mapping[str, str]]]:
    """Yield each record with its columns by role.

    Rows of tables without a column for a text, beside a table with one, are ``others``.

    Raises:
        NoCableError: none of the first records has a text that looks like a cable's.
    """
    first = list(islice(records, _LOOKED_AT))
    known: dict[tuple[str, ...], dict[str, str]] = {}
    of_text = dict(told) if TEXT in told or dialect is DUMP else _column_of_text(first, told)
    if first and dialect is not DUMP and not _is_there(first, of_text):
        raise _no_text(first, of_text, dialect, content)
    for record in chain(first, records):
        names = tuple(record.values)
        if names not in known:
            known[names] = columns_of(names, of_text)
        if TEXT not in known[names] and _is_of_another_kind(record, first, of_text):
            others.append(record.row.number)
        else:
            yield record, known[names]


def _is_of_another_kind(
    record: Record, first: Iterable[Record], of_text: Mapping[str, str]
) -> bool:
    """Whether a record is of a table without texts, or has no name that one with a text has."""
    if record.row.names:
        return TEXT not in columns_of(record.row.names, of_text)
    named = {name for each in first if of_text.get(TEXT) in each.values for name in each.values}
    return bool(named and record.values) and named.isdisjoint(record.values)


def _is_there(records: Iterable[Record], of_text: Mapping[str, str]) -> bool:
    return any(of_text.get(TEXT) in record.values for record in records)


def _column_of_text(records: list[Record], told: Mapping[str, str]) -> dict[str, str]:
    """Add the column whose texts look like cables to the caller's roles, usual names first.

    If there are two such columns without usual names, a shorter first one is the header.
    """
    lengths: Counter[str] = Counter()
    for record in records:
        usual = columns_of(tuple(record.values), told)
        above = record.plain(usual.get(HEADER, ""))
        for name in [usual[TEXT]] if TEXT in usual else record.values:
            text = record.plain(name)
            if looks_like_a_cable(f"{above}\n\n{text}" if TEXT in usual else text):
                lengths[name] += len(text)
    if not lengths:
        return dict(told)
    (text, _), *others = lengths.most_common()
    is_first = bool(others) and TEXT not in usual
    header = [others[0][0]] if is_first else _column_of_header(records, text)
    return {**dict(zip([HEADER], header, strict=False)), **told, TEXT: text}


def _column_of_header(records: list[Record], text: str) -> list[str]:
    """Return the column with headers, if the texts have none and no name identifies it."""
    named = dict.fromkeys(name for record in records for name in record.values)
    if HEADER in columns_of(tuple(named), {}) or _has_header(records, text):
        return []
    return [name for name in named if _has_header(records, name)][:1]


def _has_header(records: list[Record], name: str) -> bool:
    return any(has_header(record.plain(name)) for record in records)


def _no_text(
    records: list[Record], of_text: Mapping[str, str], dialect: Dialect, content: Content
) -> NoCableError:
    names = list(dict.fromkeys(name for record in records for name in record.values))
    shown = ", ".join(names[:_SHOWN]) + (" ..." if len(names) > _SHOWN else "")
    asked, usual = of_text.get(TEXT), columns_of(names, {}).get(TEXT)
    says = f"that has no column {asked!r}" if asked else "in which no column holds cables"
    is_bare = not asked and any(_MARKED.search(record.plain(usual or "")) for record in records)
    return NoCableError(
        f"{dialect.kind} {says}; its columns: {shown or 'none'}",
        path=content.name or "input",
        hint=f"{_ABOVE.format(usual) if is_bare else NAME_COLUMN}.",
    )


class _Decoding:
    """Decodes rows; keeps the diagnostics of a row until its telegram is built."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._found: dict[int, tuple[str | None, tuple[Diagnostic, ...]]] = {}

    def rows(self, dialect: Dialect, head: str) -> Iterator[Row]:
        """Yield the rows of the file; InputError if it cannot be read, held or decoded."""
        where, row = self._content.name or "input", None
        try:
            with self._content.text_stream(ends_with_return(self._content.head)) as stream:
                for row in dialect.rows(stream, head):
                    yield self._decoded(row)
        except NoCableError as error:
            raise NoCableError(error.message, path=where, hint=error.hint) from error
        except UnicodeError as error:
            after = f" after row {row.number} (line {row.line})" if row else ""
            raise InputError(
                f"cannot be decoded{after}: {error}", path=where, hint="name its encoding."
            ) from error
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror or error}.", path=where) from error

    def of(self, row: Row) -> tuple[str | None, tuple[Diagnostic, ...]]:
        """Return the encoding of a row, and the diagnostics of decoding it."""
        return self._found.pop(row.line, (self._content.stream_encoding, ()))

    def _decoded(self, row: Row) -> Row:
        encoding = self._content.stream_encoding
        if encoding is None or not has_surrogates(row.text):
            return row
        decoded = decode_stretch(row.text, encoding, row.line)
        self._found[row.line] = (decoded.encoding, decoded.diagnostics)
        return row._replace(text=decoded.text)
