"""SQL with rows in it: ``INSERT INTO ... VALUES (...)``, and PostgreSQL's ``COPY ... FROM stdin``.

Columns are named in the statement, or in the ``CREATE TABLE`` before it.  Texts are quoted with
``'``, doubled within (the standard) or behind a backslash (MySQL, PostgreSQL's ``E'...'``); SQLite
writes line ends as ``replace('...\\n...','\\n',char(10))``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.record import BARE, PIECE, Escapes, Record, Row, Value

_OPENS = pattern(
    r"\s*+(?:--|/\*|\#|INSERT\b|REPLACE\b|CREATE\b|COPY\b|SET\b|PRAGMA\b|BEGIN\b|START\b|DROP\b"
    r"|LOCK\b|USE\b|DELETE\b|TRUNCATE\b|ALTER\b|\\)",
    re.IGNORECASE,
)
_NAME = r'(?:[\w.]++|"[^"]*+"|`[^`]*+`|\[[^\]]*+\]|\.)++'
_ROWS_OF = rf"(?P<table>{_NAME})\s*+(?:\((?P<names>[^()]*+)\))?\s*+"
_INSERT = pattern(
    rf"\s*+(?:INSERT|REPLACE)\s++(?:\w++\s++){{0,3}}?INTO\s++{_ROWS_OF}VALUES?\s*+[,\s]*+\Z",
    re.IGNORECASE,
)
_HAS_ROWS = pattern(
    r"^[ \t]*(?:INSERT\b[^;'\n]{0,200}|REPLACE INTO\b|COPY\b.{0,2000}\bFROM stdin)",
    re.IGNORECASE | re.MULTILINE,
)
_COPY = pattern(rf"COPY\s++{_ROWS_OF}FROM\s++stdin\b.*", re.IGNORECASE | re.DOTALL)
_CREATE = pattern(
    rf"\s*+CREATE\s++(?:\w++\s++){{0,3}}?TABLE\s++(?:IF NOT EXISTS\s++)?(?P<table>{_NAME})\s*+\(",
    re.IGNORECASE,
)
_COLUMN = pattern(r'(?:\A|,)\s*+(?:"([^"]++)"|`([^`]++)`|\[([^\]]++)\]|(\w++))\s++\w')
_NO_COLUMN = ("primary", "key", "unique", "constraint", "index", "foreign", "check", "fulltext")
_MARK = pattern(r"['\"`();]|--[^\n]*|/\*")
_ITEM = pattern(
    r"""\s*+(?P<item>(?:'(?:[^'\\]++|''|\\.)*+(?:'|\Z)|"(?:[^"\\]++|\\.)*+"|[^'"(),]++
    |\((?:'(?:[^'\\]++|''|\\.)*+'|[^'()]++|\((?:'(?:[^'\\]++|''|\\.)*+'|[^'()]++)*+\))*+\))*+)""",
    re.VERBOSE | re.DOTALL,
)
_ITEM_STANDARD = pattern(
    r"""\s*+(?P<item>(?:'(?:[^']++|'')*+(?:'|\Z)|"[^"]*+"|[^'"(),]++
    |\((?:'(?:[^']++|'')*+'|[^'()]++|\((?:'(?:[^']++|'')*+'|[^'()]++)*+\))*+\))*+)""",
    re.VERBOSE | re.DOTALL,
)
_TEXT = pattern(
    r"""(?P<how>[\w(\s]*+)(?:'(?P<single>(?:[^'\\]++|''|\\.)*+)(?:'|\Z)|"(?P<double>(?:[^"\\]++|\\.)*+)")""",
    re.DOTALL,
)
_TEXT_STANDARD = pattern(
    r"""(?P<how>[\w(\s]*+)(?:'(?P<single>(?:[^']++|'')*+)(?:'|\Z)|"(?P<double>[^"]*+)")""",
    re.DOTALL,
)
_BACKSLASH = pattern(r"`|\\'|MySQL|MariaDB")


def _meaning(escape: str) -> str | None:
    return {r"\n": "\n", r"\r": "\r", r"\t": "\t", r"\0": "", "\0": ""}.get(escape)


_DOUBLED = Escapes(pattern(r"''|\x00"), lambda escape: "" if escape == "\0" else None)
_BEHIND_BACKSLASH = Escapes(pattern(r"''|\\.|\x00", re.DOTALL), _meaning)
_REPLACED = Escapes(pattern(r"''|\\[nr]|\x00"), _meaning)


def opens(head: str) -> bool:
    """Whether it begins as SQL does and has a statement with rows."""
    return may_open(head) and _HAS_ROWS.search(head) is not None


def may_open(head: str) -> bool:
    """Whether it begins as SQL does."""
    return _OPENS.match(head) is not None


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """The rows of all statements, each with the names of its columns."""
    scan = _Scan(_BACKSLASH.search(head) is not None)
    while piece := stream.readline(PIECE):
        while piece[-1] in "\\'-/" and (more := stream.read(1)):
            piece += more
        yield from scan.take(piece)
    yield from scan.rest()


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Each row by the names of its columns."""
    backslash = _BACKSLASH.search(head) is not None
    for row in rows:
        values = _copied(row) if not row.text.startswith("(") else _items(row, backslash)
        names = row.names or tuple(str(n) for n in range(1, len(values) + 1))
        named = {name: value for name, value in zip(names, values, strict=False) if value}
        yield Record(row, named)


class _Scan:
    """Where the scan is: in a statement, in one of its rows, in a quotation, or in copied rows."""

    def __init__(self, backslash: bool) -> None:
        self._ends = {
            mark: re.compile(rf"(?:[^{mark}\\]++|\\.|{mark}{mark})*+{mark}(?!{mark})", re.DOTALL)
            if backslash
            else re.compile(rf"(?:[^{mark}]++|{mark}{mark})*+{mark}(?!{mark})")
            for mark in "'\"`"
        } | {"/*": re.compile(r".*?\*/", re.DOTALL)}
        self._tables: dict[str, tuple[str, ...]] = {}
        self._quote, self._depth, self._statement = "", 0, ""
        self._row: list[str] | None = None
        self._copied: tuple[str, ...] | None = None
        self._size, self._number, self._line, self._before = 0, 0, 1, 0
        self._begins = (1, 1)

    def take(self, piece: str) -> Iterator[Row]:
        """The rows that end in this piece of the file."""
        if self._copied is not None:
            yield from self._copied_row(piece)
        else:
            yield from self._of_statement(piece)
        self._before = 0 if piece.endswith("\n") else self._before + len(piece)
        self._line += piece.endswith("\n")

    def rest(self) -> Iterator[Row]:
        """A row that the file's end cuts short."""
        if self._row is not None:
            yield self._finished()

    def _copied_row(self, piece: str) -> Iterator[Row]:
        self._size += len(piece)
        if self._size <= record.LONGEST:
            self._row = [*(self._row or ()), piece]
        else:
            self._row = self._row or []
        if piece.endswith("\n"):
            row = self._finished(self._copied)
            if row.text.startswith("\\."):
                self._number, self._copied = self._number - 1, None
            elif row.text.strip():
                yield row
            self._begins = (self._line + 1, 1)

    def _of_statement(self, piece: str) -> Iterator[Row]:
        at = done = 0
        while True:
            if self._quote:
                end = self._ends[self._quote].match(piece, at)
                if end is None:
                    break
                at, self._quote = end.end(), ""
            mark = _MARK.search(piece, at)
            if mark is None:
                break
            at, what = mark.end(), mark[0]
            if what in self._ends:
                self._quote = what
            elif what == "(":
                if self._depth == 0 and (names := self._names(piece[done : at - 1])) is not None:
                    self._keep(piece[done : at - 1])
                    self._row, self._size, self._of = [], 0, names
                    self._begins = (self._line, self._before + at)
                    done = at - 1
                self._depth += 1
            elif what == ")":
                self._depth = max(self._depth - 1, 0)
                if self._depth == 0 and self._row is not None:
                    self._keep(piece[done:at])
                    yield self._finished(self._of)
                    done = at
            elif what == ";" and not self._depth:
                self._end(self._statement + piece[done:at])
                done = at
        self._keep(piece[done:])

    def _keep(self, text: str) -> None:
        if self._row is None:
            between = not text.strip(", \t\r\n")  # two rows, and nothing that is to be kept
            self._statement += "" if between else text[:PIECE]
            return
        self._size += len(text)
        if self._size <= record.LONGEST:
            self._row.append(text)

    def _names(self, text: str) -> tuple[str, ...] | None:
        """The columns of the row that begins here, if one does."""
        found = _INSERT.match(_without_comments(self._statement + text))
        if found is None:
            return None
        if found["names"]:
            return tuple(_bare(name) for name in found["names"].split(","))
        return self._tables.get(_bare(found["table"]), ())

    def _end(self, statement: str) -> None:
        """A statement is over; what it says of tables is kept."""
        self._statement = ""
        statement = _without_comments(statement)
        if created := _CREATE.match(statement):
            columns = ("".join(names) for names in _COLUMN.findall(statement[created.end() :]))
            named = tuple(name for name in columns if name.lower() not in _NO_COLUMN)
            self._tables[_bare(created["table"])] = named
        elif copied := _COPY.match(statement.strip()):
            names = copied["names"]
            known = self._tables.get(_bare(copied["table"]), ())
            self._copied = tuple(map(_bare, names.split(","))) if names else known
            self._begins, self._row, self._size = (self._line + 1, 1), None, 0

    def _finished(self, names: tuple[str, ...] | None = None) -> Row:
        self._number += 1
        text, self._row = "".join(self._row or ()), None
        is_too_long, self._size = self._size > record.LONGEST, 0
        return Row(self._number, self._begins[0], text, is_too_long, names or (), self._begins[1])


def _without_comments(statement: str) -> str:
    return re.sub(r"--[^\n]*|/\*.*?\*/|^\s*#[^\n]*", "", statement, flags=re.DOTALL | re.MULTILINE)


def _bare(name: str) -> str:
    return name.strip().rpartition(".")[2].strip('"`[] \t\r\n')


def _copied(row: Row) -> list[Value | None]:
    """The fields between tabs; ``\\N`` is none."""
    text, found, start = row.text.rstrip("\r\n"), list[Value | None](), 0
    for field in text.split("\t"):
        value = Value(start, start + len(field), BARE)
        found.append(None if field == r"\N" else value)
        start += len(field) + 1
    return found


def _items(row: Row, backslash: bool) -> list[Value | None]:
    """The values between the brackets; ``NULL`` is none."""
    text, found, at = row.text, list[Value | None](), 1
    item_form = (
        _ITEM if backslash or " E'" in text[:PIECE] or ",E'" in text[:PIECE] else _ITEM_STANDARD
    )
    while at < len(text) and (item := item_form.match(text, at)):
        found.append(_item(text, *item.span("item"), item_form is _ITEM))
        if text[item.end() : item.end() + 1] != ",":
            break
        at = item.end() + 1
    return found


def _item(text: str, start: int, end: int, backslash: bool) -> Value | None:
    form = _TEXT if backslash else _TEXT_STANDARD
    quoted = form.match(text, start, end)
    if quoted is None:
        bare = text[start:end].strip()
        return None if bare.upper() == "NULL" else Value(start, start + len(bare), _DOUBLED)
    where = quoted.span("single" if quoted["single"] is not None else "double")
    if "replace(" in quoted["how"].lower():
        return Value(*where, _REPLACED)
    escaped = backslash and quoted["how"].strip().upper() != "N"
    return Value(*where, _BEHIND_BACKSLASH if escaped else _DOUBLED)
