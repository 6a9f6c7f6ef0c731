r"""The dump of 2011: ``cables.csv``, one cable per row, quoted with ``"`` and escaped with ``\``.

Columns are row, date, id, office, classification, references, header and body.  The last two
are the telegram; the others are the dump's word and go to ``Source``, whose ``sha256`` is that
of the row (in UTF-8, without its line end), since the file itself may be too big to be read
twice.  Rows are read one at a time: memory does not depend on the file's size.  Rows with tabs
between bare fields, whose lines end in ``\``, are read too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from msgspec.structs import replace

from cableconv.cable import Diagnostic, Source
from cableconv.diagnostics.code import Code
from cableconv.diagnostics.container import (
    DUMP_COLUMNS,
    DUMP_QUOTE_NOT_CLOSED,
    DUMP_ROW_TOO_LONG,
    DUMP_STRAY_LINES,
    NUL_BYTES,
)
from cableconv.errors import InputError
from cableconv.input.content import Content
from cableconv.input.decoding import decode_stretch
from cableconv.input.surrogates import has_surrogates
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.readers.rows import (
    COLUMNS,
    LONGEST,
    Field,
    Row,
    columns,
    fields,
    has_a_row,
    is_column_names,
    rows,
)
from cableconv.readers.transcription import Transcription
from cableconv.telegram import Telegram
from cableconv.vocabulary.archive_dates import iso_date

_FIRST_LINES = 2_000
_ESCAPE = pattern(r'\\[\\"]|""|\x00')
_ESCAPE_OF_BARE = pattern(r"\\(?:[\\nrt\r\n]|\Z)|\x00")
_CODED = {"\\": "", r"\n": "\n", r"\r": "\r", r"\t": "\t", "\0": ""}


def sniff(content: Content) -> Sniff:
    """Sure where a row begins among the first lines, even of a file with NUL bytes in it.

    A page that holds a telegram's header and then a row of the dump is the telegram reader's.
    """
    opening = content.head or content.opening.decode("latin-1")
    return Sniff.SURE if has_a_row(opening[:_FIRST_LINES]) else Sniff.NO


def read(content: Content) -> Iterator[Telegram]:
    """The telegram of each row; what is wrong with a row is reported with it and costs no other.

    Raises:
        InputError: the file cannot be read, is not in its encoding, or has no such row.
    """
    before: tuple[Diagnostic, ...] = ()
    telegram = None
    for row in _rows(content):
        if row.number == 0:
            before = _stray(row)
            continue
        if telegram:
            yield telegram
        telegram, before = _telegram(row, content, before), ()
    if telegram is None:
        raise InputError(
            "no row of the dump in it",
            path=content.name or "input",
            hint='one begins like "1","12/28/1966 18:06","66BUENOSAIRES2481",',
        )
    yield replace(telegram, diagnostics=(*telegram.diagnostics, *content.findings))


def _rows(content: Content) -> Iterator[Row]:
    where = content.name or "input"
    row = None
    try:
        with content.text_stream() as stream:
            for row in rows(stream):
                yield row
    except UnicodeError as error:
        after = f" after row {row.number} (line {row.line})" if row else ""
        raise InputError(
            f"cannot be decoded{after}: {error}", path=where, hint="name its encoding."
        ) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}.", path=where) from error


def _stray(row: Row) -> tuple[Diagnostic, ...]:
    """What to say of lines before the first row; nothing of blank ones and of columns' names."""
    if is_column_names(row) or not row.text.strip():
        return ()
    number = row.text.rstrip().count("\n") + 1
    lines = "a line" if number == 1 else f"{number} lines"
    return (DUMP_STRAY_LINES.at(line=1, column=1, lines=lines),)


def _telegram(row: Row, content: Content, before: Iterable[Diagnostic]) -> Telegram:
    encoding = content.stream_encoding
    doubts = [*before]
    if encoding and has_surrogates(row.text):
        text, encoding, found = decode_stretch(row.text, encoding, row.line)
        doubts += found
        row = row._replace(text=text)
    parts = fields(row.text)
    said, texts = columns(parts, [_plain(row.text, part) for part in parts[:6]])
    transcription = _transcribed(row, texts)
    doubts += _problems(row, parts, said)
    source = Source(
        reader=reader.name,
        name=content.file,
        member=content.member,
        row=row.number,
        sha256=sha256(row.text.rstrip("\r\n").encode()).hexdigest(),
        encoding=encoding,
        id=said.get("id") or None,
        date=iso_date(said.get("date") or "") or None,
        office=said.get("office") or None,
        classification=said.get("classification") or None,
    )
    return transcription.telegram_from(source, doubts, row.line)


def _transcribed(row: Row, texts: list[Field]) -> Transcription:
    """Header and body, a blank line between them."""
    transcription = Transcription(row.text)
    header, *body = texts or [Field(0, 0)]
    _copy(transcription, row.text, header)
    if body:
        if row.text[header.start : header.end].strip():
            transcription.write("\n\n", body[0].start)
        _copy(transcription, row.text, body[0]._replace(end=body[-1].end))
    return transcription


def _copy(transcription: Transcription, text: str, field: Field) -> None:
    for start, end, coded in _stretches(text, field):
        transcription.copy(start, end)
        transcription.write(coded, end)


def _plain(text: str, field: Field) -> str:
    return "".join(text[start:end] + coded for start, end, coded in _stretches(text, field))


def _stretches(text: str, field: Field) -> Iterator[tuple[int, int, str]]:
    """What stands between the escapes, and what an escape stands for beside its last character."""
    escapes = _ESCAPE if field.is_quoted else _ESCAPE_OF_BARE
    done = field.start
    for escape in escapes.finditer(text, field.start, field.end):
        coded = _CODED.get(escape[0])
        yield done, escape.start(), coded or ""
        done = escape.end() - (coded is None)
    yield done, field.end, ""


def _problems(row: Row, parts: list[Field], said: dict[str, str]) -> Iterator[Diagnostic]:
    """What is wrong with the row itself."""
    if row.is_too_long:
        yield _report(row, DUMP_ROW_TOO_LONG, length=LONGEST)
    if not all(part.is_closed for part in parts):
        yield _report(row, DUMP_QUOTE_NOT_CLOSED)
    if len(parts) != len(COLUMNS):
        missing = [name for name in COLUMNS[:6] if name not in said] or ["header or body"]
        yield _report(
            row,
            DUMP_COLUMNS,
            number=len(parts),
            expected=len(COLUMNS),
            missing=", ".join(missing),
        )
    if "\0" in row.text:
        yield _report(row, NUL_BYTES)


def _report(row: Row, code: Code, **values: object) -> Diagnostic:
    return code.at(None, row.line, 1, row=row.number, **values)


reader = Reader(
    name="dump",
    sniff=sniff,
    read=read,
    help="The dump of 2011 (cables.csv): one cable per row.",
    endings=(".csv", ".tsv"),
    aliases=("csv",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
