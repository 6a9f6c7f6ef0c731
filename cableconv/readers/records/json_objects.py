"""JSON whose objects are records: JSON Lines, a list of them, an object that holds such a list.

Objects are cut out as the file is read, by their brackets; which objects are the records is known
by the first one with a text among the first characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from json import loads
from typing import TextIO

from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.columns import TEXT, is_usual
from cableconv.readers.records.record import PIECE, Escapes, Record, Row, Value

_OPENS = pattern(r"\s*+[\[{]")
_TREE = pattern(r'"body"\s*+:\s*+\[')
_LINES = pattern(r"\s*+\{.*\}[ \t]*\r?\n\s*+\{")
_TOKEN = pattern(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\]]', re.DOTALL)
_END_OF_TEXT = pattern(r'(?:[^"\\]++|\\.)*+"', re.DOTALL)
_KEY = pattern(r'"((?:[^"\\]++|\\.)*+)"\s*+:\s*+', re.DOTALL)
_STRING = pattern(r'"((?:[^"\\]++|\\.)*+)"?', re.DOTALL)
_SCALAR = pattern(r"[^,{}\[\]\"]*+")
_TEXT_BEHIND_A_NAME = pattern(r'"([^"\\]{1,60})"\s*+:\s*+"')
_TELEGRAM = pattern(
    r':\s*+"(?:\s|\\[nrt])*+(?:VZCZC|DE R[A-Z]{3,7} \#|[ZOPRY](?: [ZOPRY])? \d{6}Z|FM [A-Z]{3}'
    r"|UNCLAS|C O N F|S E C R E T|U N C L A S|PAGE 01)"
)


def _meaning(escape: str) -> str | None:
    if escape == "\0":
        return ""
    found = str(loads(f'"{escape}"')) if escape[1] in 'bfnrtu"\\/' else None
    return found and found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_ESCAPES = Escapes(
    pattern(
        r"\\u[Dd][89ABab][\da-fA-F]{2}\\u[Dd][C-Fc-f][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\[^u]|\x00",
        re.DOTALL,
    ),
    _meaning,
)


def opens(head: str) -> bool:
    """Whether it is JSON in which a name that is usual for the text has a text."""
    if not _OPENS.match(head) or _TREE.search(head):
        return False
    named = any(is_usual(TEXT, found[1]) for found in _TEXT_BEHIND_A_NAME.finditer(head))
    return named or _TELEGRAM.search(head) is not None


def may_open(head: str) -> bool:
    """Whether it is JSON at all."""
    return _OPENS.match(head) is not None


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """The objects that are records, each as it stands."""
    if _LINES.match(head):
        yield from _lines(stream)
    else:
        yield from _objects(stream, _depth(head))


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Each object's texts and numbers by their names."""
    for row in rows:
        yield Record(row, _members(row.text))


def _lines(stream: TextIO) -> Iterator[Row]:
    """One object a line; a line that is too long is cut."""
    number, line, size = 0, 1, 0
    held: list[str] = []
    while piece := stream.readline(PIECE):
        size += len(piece)
        if size <= record.LONGEST:
            held.append(piece)
        if piece.endswith("\n"):
            if size > 2 or piece.strip():
                number += 1
                yield Row(number, line, "".join(held), size > record.LONGEST)
            line, size, held = line + 1, 0, []
    if size:
        yield Row(number + 1, line, "".join(held), size > record.LONGEST)


def _objects(stream: TextIO, wanted: int) -> Iterator[Row]:
    """The objects that begin at that depth, one within another being depth 2."""
    scan = _Scan(wanted)
    while piece := stream.read(PIECE):
        while piece.endswith("\\") and (more := stream.read(1)):
            piece += more
        yield from scan.take(piece)
    yield from scan.rest()


class _Scan:
    """Where the scan is: how deep, whether within a text, and what of a record it holds."""

    def __init__(self, wanted: int) -> None:
        self._wanted, self._depth, self._in_text = wanted, 0, False
        self._held: list[str] | None = None
        self._size, self._number, self._line, self._before = 0, 0, 1, 0
        self._begins = (1, 1)

    def take(self, piece: str) -> Iterator[Row]:
        """The records that end in this piece of the file."""
        done = at = 0
        if self._in_text:
            end = _END_OF_TEXT.match(piece)
            at, self._in_text = (end.end(), False) if end else (len(piece), True)
        for token in _TOKEN.finditer(piece, at):
            what = token[0]
            if what[0] == '"':
                self._in_text = len(what) == 1 or not what.endswith('"') or _is_open(what)
            elif what in "{[":
                self._depth += 1
                if self._depth == self._wanted and what == "{":
                    self._hold(piece, token.start())
                    done = token.start()
            else:
                if self._depth == self._wanted and self._held is not None:
                    self._keep(piece[done : token.end()])
                    yield self._row()
                self._depth -= 1
        if self._held is not None:
            self._keep(piece[done:])
        self._line += piece.count("\n")
        self._before = self._column(piece, len(piece)) - 1

    def rest(self) -> Iterator[Row]:
        """A record that the file's end cuts short."""
        if self._held is not None:
            yield self._row()

    def _hold(self, piece: str, start: int) -> None:
        self._held, self._size = [], 0
        self._begins = (self._line + piece.count("\n", 0, start), self._column(piece, start))

    def _column(self, piece: str, at: int) -> int:
        """The column of a place in the piece; ``_before`` characters of its line came earlier."""
        line_start = piece.rfind("\n", 0, at)
        return at - line_start + (self._before if line_start < 0 else 0)

    def _keep(self, text: str) -> None:
        self._size += len(text)
        if self._held is not None and self._size <= record.LONGEST:
            self._held.append(text)

    def _row(self) -> Row:
        self._number += 1
        text, self._held = "".join(self._held or ()), None
        line, column = self._begins
        return Row(self._number, line, text, self._size > record.LONGEST, column=column)


def _is_open(text: str) -> bool:
    """Whether a text's last mark is one behind a backslash."""
    return _END_OF_TEXT.fullmatch(text, 1) is None


def _depth(head: str) -> int:
    """How deep the records lie: the first object with a text, or the first in a list."""
    open_: list[str] = []
    in_list = 0
    for token in _TOKEN.finditer(head):
        what = token[0]
        if what in ("{", "["):
            if what == "{" and open_[-1:] == ["["] and not in_list:
                in_list = len(open_) + 1
            open_.append(what)
        elif what in ("}", "]"):
            del open_[-1:]
        elif open_[-1:] == ["{"] and _names_a_text(head, token.start()):
            return len(open_)
    return in_list or 1


def _names_a_text(head: str, at: int) -> bool:
    name = _TEXT_BEHIND_A_NAME.match(head, at)
    return name is not None and is_usual(TEXT, name[1])


def _members(text: str) -> dict[str, Value]:
    """The object's own texts and numbers; what lies deeper is passed over."""
    found: dict[str, Value] = {}
    at = text.find("{") + 1
    while key := _KEY.search(text, at):
        at = key.end()
        if string := _STRING.match(text, at):
            found[key[1]] = Value(string.start(1), string.end(1), _ESCAPES)
            at = string.end()
        elif text[at : at + 1] in ("{", "["):
            at = _behind(text, at)
        else:
            scalar = _SCALAR.match(text, at)
            end = scalar.end() if scalar else at
            if text[at:end].strip() != "null":
                found[key[1]] = Value(at, end, _ESCAPES)
            at = end
    return found


def _behind(text: str, at: int) -> int:
    """Where the list or object that begins there has ended."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        if token[0] in ("{", "["):
            depth += 1
        elif token[0] in ("}", "]"):
            depth -= 1
            if not depth:
                return token.end()
    return len(text)
