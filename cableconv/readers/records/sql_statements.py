"""The statements of an SQL file, read piece by piece: positions and columns of their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.record import PIECE, Row
from cableconv.readers.records.sql_copies import CopiedRows

_NAME = r'(?:[\w.]++|"[^"]*+"|`[^`]*+`|\[[^\]]*+\]|\.)++'
_ROWS_OF = rf"(?P<table>{_NAME})\s*+(?:\((?P<names>[^()]*+)\))?\s*+"
_INSERT = pattern(
    rf"\s*+(?:INSERT|REPLACE|UPSERT)\s++(?:\w++\s++){{0,3}}?(?:INTO\s++)?{_ROWS_OF}VALUES?\s*+[,\s]*+\Z",
    re.IGNORECASE,
)
_SELECTED = pattern(
    rf"\s*+(?:INSERT|REPLACE|UPSERT)\s++(?:\w++\s++){{0,3}}?INTO\s++{_ROWS_OF}(?P<select>SELECT)\Z",
    re.IGNORECASE,
)
_ASSIGNED = pattern(
    rf"\s*+(?:UPDATE\s++|(?:INSERT|REPLACE|UPSERT)\s++(?:\w++\s++){{0,3}}?INTO\s++){_NAME}\s++SET\s*+\Z",
    re.IGNORECASE,
)
_COPY = pattern(rf"COPY\s++{_ROWS_OF}FROM\s++stdin\b(?P<options>.*)", re.IGNORECASE | re.DOTALL)
_CREATE = pattern(
    rf"\s*+CREATE\s++(?:\w++\s++){{0,3}}?TABLE\s++(?:IF NOT EXISTS\s++)?(?P<table>{_NAME})\s*+\(",
    re.IGNORECASE,
)
_COLUMN = pattern(r'(?:\A|,)\s*+(?:"([^"]++)"|`([^`]++)`|\[([^\]]++)\]|(\w++))\s++\w')
_NO_COLUMN = ("primary", "key", "unique", "constraint", "index", "foreign", "check", "fulltext")
_OPENERS = ("SELECT", "SET")
_END_OF_BATCH = "GO"  # SQL Server's, on a separate line, instead of a semicolon
_COMMENT = pattern(
    r"(?:--|^[ \t]*+#)[^\n]*+|/\*.*?(?P<end>\*/|\Z)",
    re.DOTALL | re.MULTILINE,
)
_LONGEST_HELD = 64 * 1024
_MARK = pattern(
    r"['\"`();]|--[^\n]*|/\*|\$(?:[A-Za-z_]\w*+)?\$|\b(?:SELECT|SET|UNION(?:\s++ALL)?+)\b",
    re.IGNORECASE,
)


class Statements:
    """The state of the scan: in a statement, a row of it, a quotation, or copied rows."""

    def __init__(self, backslash: bool) -> None:
        self._quotes_end = {
            mark: re.compile(rf"(?:[^{mark}\\]++|\\.|{mark}{mark})*+{mark}(?!{mark})", re.DOTALL)
            if backslash
            else re.compile(rf"(?:[^{mark}]++|{mark}{mark})*+{mark}(?!{mark})")
            for mark in "'\"`"
        } | {"/*": re.compile(r".*?\*/", re.DOTALL)}
        self._tables: dict[str, tuple[str, ...]] = {}
        self._quote, self._depth, self._statement = "", 0, ""
        self._row: list[str] | None = None
        self._ends: tuple[str, ...] = (")",)
        self._assigns = False
        self._of: tuple[str, ...] = ()
        self._copied: CopiedRows | None = None
        self._size, self._number, self._line, self._before = 0, 0, 1, 0
        self._begins = (1, 1)

    def take(self, piece: str) -> Iterator[Row]:
        """Yield the rows that end in this piece of the file."""
        if self._copied is not None:
            yield from map(self._numbered, self._copied.take(piece, self._line))
            self._copied = None if self._copied.is_over else self._copied
        else:
            yield from self._of_statement(piece)
        self._before = 0 if piece.endswith("\n") else self._before + len(piece)
        self._line += piece.endswith("\n")

    def rest(self) -> Iterator[Row]:
        """Yield a row that the end of the file cuts short."""
        if self._copied is not None:
            yield from map(self._numbered, self._copied.rest())
        elif self._row is not None:
            yield self._finished(self._of)

    def _of_statement(self, piece: str) -> Iterator[Row]:
        at = done = 0
        if self._ends_row(";") and not self._quote and piece.strip().upper() == _END_OF_BATCH:
            yield self._finished(self._of)
            self._statement = ""
            return
        while mark := self._next_mark(piece, at):
            at, what = mark.end(), mark[0].upper()
            if what == "(":
                if self._depth == 0 and self._begins_row(piece[done : at - 1], at):
                    done = at - 1
                self._depth += 1
            elif what == ")":
                self._depth = max(self._depth - 1, 0)
                if self._ends_row(what):
                    self._keep(piece[done:at])
                    yield self._finished(self._of)
                    done = at
            elif self._ends_row(what):
                self._keep(piece[done : mark.start()])
                yield self._finished(self._of)
                self._statement = "" if what == ";" else self._statement
                done = at
            elif what == ";" and not self._depth:
                self._end(self._statement + piece[done:at])
                done = at
            elif what in _OPENERS and self._begins_behind(piece[done:at], at):
                done = at
        self._keep(piece[done:])

    def _next_mark(self, piece: str, at: int) -> re.Match[str] | None:
        """Return the next bracket or semicolon outside quotations and comments."""
        while True:
            if self._quote:
                end = self._end_of_quote(piece, at)
                if end is None:
                    return None
                at, self._quote = end, ""
            mark = _MARK.search(piece, at)
            if mark is None or not (mark[0] in self._quotes_end or mark[0].startswith("$")):
                return mark
            at, self._quote = mark.end(), mark[0]

    def _end_of_quote(self, piece: str, at: int) -> int | None:
        """Return the end of the quotation; PostgreSQL's between dollar signs has no escapes."""
        if self._quote.startswith("$"):
            found = piece.find(self._quote, at)
            return None if found < 0 else found + len(self._quote)
        end = self._quotes_end[self._quote].match(piece, at)
        return end.end() if end else None

    def _begins_row(self, before: str, at: int) -> bool:
        """Whether the bracket after ``before`` opens a row; if so, start the row."""
        begun = _without_comments(self._statement + before) if self._row is None else ""
        found = _INSERT.match(begun)
        if found is None:
            return False
        names = self._named(found)
        self._statement = begun.rstrip(", \t\r\n") + " "
        self._row, self._size, self._of = [], 0, names
        self._ends, self._assigns = (")",), False
        self._begins = (self._line, self._before + at)
        return True

    def _begins_behind(self, before: str, at: int) -> bool:
        """Whether SELECT or SET, which ends ``before``, opens a row; if so, start the row.

        Like one in brackets, it has a character before its first value.
        """
        begun = _without_comments(self._statement + before)
        selected = _SELECTED.match(begun)
        if self._depth or self._row is not None or not (selected or _ASSIGNED.match(begun)):
            return False
        if selected:
            self._statement = begun[: selected.start("select")]
        self._row, self._size, self._ends = [], 0, (";", "UNION")
        self._of, self._assigns = self._named(selected) if selected else (), selected is None
        self._begins = (self._line, self._before + at + 1)
        return True

    def _ends_row(self, what: str) -> bool:
        """Whether the mark ends the open row."""
        return self._row is not None and not self._depth and what.startswith(self._ends)

    def _keep(self, text: str) -> None:
        if self._row is None and text.strip().upper() == _END_OF_BATCH:
            self._end(self._statement)
        elif self._row is None:
            between = not text.strip(", \t\r\n")  # between two rows, with nothing to keep
            self._statement = _held(self._statement + ("" if between else text[:PIECE]))
        else:
            self._size += len(text)
            if self._size <= record.LONGEST:
                self._row.append(text)

    def _named(self, found: re.Match[str]) -> tuple[str, ...]:
        """Return the columns named in the statement, or else those of its table."""
        if found["names"]:
            return tuple(_bare(name) for name in found["names"].split(","))
        return self._tables.get(_bare(found["table"]), ())

    def _end(self, statement: str) -> None:
        """Finish a statement, and keep what it says about tables."""
        self._statement = ""
        statement = _without_comments(statement)
        if created := _CREATE.match(statement):
            columns = ("".join(names) for names in _COLUMN.findall(statement[created.end() :]))
            named = tuple(name for name in columns if name.lower() not in _NO_COLUMN)
            self._tables[_bare(created["table"])] = named
        elif copied := _COPY.match(statement.strip()):
            self._copied = CopiedRows(copied["options"], self._named(copied))

    def _finished(self, names: tuple[str, ...]) -> Row:
        text, self._row = "".join(self._row or ()), None
        is_too_long, self._size = self._size > record.LONGEST, 0
        return self._numbered(
            Row(
                0,
                self._begins[0],
                text,
                is_too_long,
                names,
                column=self._begins[1],
                assigns=self._assigns,
            )
        )

    def _numbered(self, row: Row) -> Row:
        self._number += 1
        return row._replace(number=self._number)


def _held(statement: str) -> str:
    """Return an unfinished statement; of a long one the beginning, without finished comments."""
    if len(statement) <= _LONGEST_HELD:
        return statement
    return _COMMENT.sub(_unfinished, statement)[: _LONGEST_HELD // 2]


def _unfinished(comment: re.Match[str]) -> str:
    """Return the sign that opens a comment, if the comment may go on."""
    goes_on = comment.end() == len(comment.string) and comment["end"] != "*/"
    return comment[0].lstrip()[:2] if goes_on else ""


def _without_comments(statement: str) -> str:
    return _COMMENT.sub("", statement)


def _bare(name: str) -> str:
    return name.strip().rpartition(".")[2].strip('"`[] \t\r\n')
