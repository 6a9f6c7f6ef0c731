"""JSON whose objects are records: JSON Lines, a list of objects, an object with such a list.

Objects are cut out by their brackets as the file is read; the records are the objects at the
depth of the first one with a text near the beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.columns import TEXT, is_usual
from cableconv.readers.records.json_parts import NAMES as NAMES_OF_PARTS
from cableconv.readers.records.json_parts import are_cables, parts
from cableconv.readers.records.json_values import ESCAPES, behind, members
from cableconv.readers.records.pieces import whole
from cableconv.readers.records.record import PIECE, Record, Row

# a script may give the records a name, or say something above them
_SCRIPT = r"(?:(?:(?:var|let|const)\s+)?[A-Za-z_$][\w.$]*+\s*+(?:=\s*+|\()|//[^\n]*+\n|/\*.*?\*/)"
_TABLE_OF_TOML = r"\[\[[A-Za-z_][\w.-]*+\]\]"
_VALUE = rf"""(?:\{{\s*+(?:["}}]|\Z)|(?!{_TABLE_OF_TOML})\[\s*+(?:[\[{{"\d\]-]|null\b|\Z))"""
_OPENS = pattern(rf"\s*+{_VALUE}")
_OPENS_IN_SCRIPT = pattern(rf"\s*+(?:{_SCRIPT}\s*+){{1,9}}{_VALUE}", re.DOTALL)
_TREE = pattern(r'"body"\s*+:\s*+\[(?!\s*+")')
_LINES = pattern(r"\s*+\{.*\}[ \t]*\r?\n\s*+\{")
_CUT = pattern(r"\\\Z")
_TOKEN = pattern(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\]]', re.DOTALL)
_END_OF_TEXT = pattern(r'(?:[^"\\]++|\\.)*+"', re.DOTALL)
_TEXT_BEHIND_A_NAME = pattern(r'"([^"\\]{1,60})"\s*+:\s*+(?:\[\s*+)?"')
_ACTION = pattern(
    r'\s*+\{\s*+"(?:index|create|update|delete)"\s*+:'
    r'\s*+\{[^{}"]*+(?:"[^"]*+"[^{}"]*+)*+\}\s*+\}\s*+\Z'
)
"""The line before each record in Elasticsearch's bulk files."""
_LONGEST_KEY = 80
_DIGIT = pattern(r"\d")
_NUMBERED = pattern(r'"(?:\d{1,9}|(?:19)?\d\d[A-Z][A-Z .\'-]*\d+[A-Z]?)"')
"""A record's number, or a cable's, as the name of an object."""
_TELEGRAM = pattern(
    r':\s*+(?:\[\s*+)?"(?:\s|\\[nrt])*+'
    r"(?:VZCZC|DE R[A-Z]{3,7} \#|[ZOPRY](?: [ZOPRY])? \d{6}Z|FM [A-Z]{3}|UNCLAS"
    r"|C O N F|S E C R E T|U N C L A S|PAGE 01)"
)


def opens(head: str) -> bool:
    """Whether it is JSON with a text under a usual name."""
    begins = _OPENS.match(head) or _OPENS_IN_SCRIPT.match(head)
    if begins is None or _TREE.search(head):
        return False
    named = any(is_usual(TEXT, found[1]) for found in _TEXT_BEHIND_A_NAME.finditer(head))
    return named or _TELEGRAM.search(head) is not None


def may_open(head: str) -> bool:
    """Whether it is JSON at all."""
    return _OPENS.match(head) is not None


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """Yield the objects that are records, unchanged."""
    if _LINES.match(head):
        yield from _lines(stream)
    else:
        yield from scanned(stream, _depth(head))


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Yield each object's texts and numbers by their names."""
    for row in rows:
        yield Record(row, members(row.text))


def _lines(stream: TextIO) -> Iterator[Row]:
    """Yield one object per line; a line that is too long is cut."""
    number, line, size = 0, 1, 0
    held: list[str] = []
    while piece := stream.readline(PIECE):
        size += len(piece)
        if size <= record.LONGEST:
            held.append(piece)
        if piece.endswith("\n"):
            text = "".join(held)
            if (size > 2 or piece.strip()) and not _ACTION.match(text):
                number += 1
                yield Row(number, line, text, size > record.LONGEST)
            line, size, held = line + 1, 0, []
    if size:
        yield Row(number + 1, line, "".join(held), size > record.LONGEST)


def scanned(stream: TextIO, wanted: int, opening: str = "{") -> Iterator[Row]:
    """Yield the objects, or lists, that begin at that depth; one inside another has depth 2."""
    scan = _Scan(wanted, opening)
    while piece := stream.read(PIECE):
        yield from scan.take(whole(piece, stream, _CUT))
    yield from scan.rest()


class _Scan:
    """The state of the scan: depth, whether inside a text, and the record so far."""

    def __init__(self, wanted: int, opening: str) -> None:
        self._wanted, self._opening = wanted, opening
        self._depth, self._in_text = 0, False
        self._name, self._behind_name, self._key = "", "", ""
        self._held: list[str] | None = None
        self._size, self._number, self._line, self._before = 0, 0, 1, 0
        self._begins = (1, 1)

    def take(self, piece: str) -> Iterator[Row]:
        """Yield the records that end in this piece of the file."""
        done = at = named = 0
        if self._in_text:
            end = _END_OF_TEXT.match(piece)
            at, self._in_text = (end.end(), False) if end else (len(piece), True)
        for token in _TOKEN.finditer(piece, at):
            what = token[0]
            if what[0] == '"':
                self._name, self._behind_name, named = what, "", token.end()
                self._in_text = len(what) == 1 or not what.endswith('"') or _is_open(what)
            elif what in "{[":
                self._depth += 1
                if self._depth == self._wanted and what == self._opening:
                    self._behind_name += piece[named : token.start()]
                    self._hold(piece, token.start())
                    done = token.start()
            else:
                if self._depth == self._wanted and self._held is not None:
                    self._keep(piece[done : token.end()])
                    yield self._row()
                self._depth -= 1
        if self._held is not None:
            self._keep(piece[done:])
        self._behind_name += piece[named : named + _LONGEST_KEY]
        self._line += piece.count("\n")
        self._before = self._column(piece, len(piece)) - 1

    def rest(self) -> Iterator[Row]:
        """Yield a record that the end of the file cuts short."""
        if self._held is not None:
            yield self._row()

    def _hold(self, piece: str, start: int) -> None:
        self._held, self._size = [], 0
        is_named = self._behind_name.strip() == ":" and len(self._name) < _LONGEST_KEY
        self._key = self._name[1:-1] if is_named else ""
        self._begins = (self._line + piece.count("\n", 0, start), self._column(piece, start))

    def _column(self, piece: str, at: int) -> int:
        """Return the column of an offset; ``_before`` characters of its line came earlier."""
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
        return Row(
            self._number, line, text, self._size > record.LONGEST, column=column, key=self._key
        )


def _is_open(text: str) -> bool:
    """Whether the last quotation mark of a text follows a backslash."""
    return _END_OF_TEXT.fullmatch(text, 1) is None


def _depth(head: str) -> int:
    """Return the depth of the records: that of the first text, or of a list's first object.

    A text may be nested deeper than its record, which is then the enclosing object that is in a
    list, or that has a number in its name (``"hits": [{"_id": "7", "_source": {"body": ...``).
    """
    open_: list[str] = []  # brackets, with their names before them
    begins: list[int] = []
    in_list, by_number, before = 0, 0, ""
    for token in _TOKEN.finditer(head):
        what = token[0]
        if what in ("{", "["):
            if what == "{" and _is_list(open_) and not in_list:
                in_list = len(open_) + 1
            if what == "{" and not by_number and _NUMBERED.fullmatch(before):
                by_number = len(open_) + 1
            open_.append(what if _is_list(open_) else before + what)
            begins.append(token.start())
        elif what in ("}", "]"):
            del open_[-1:], begins[-1:]
        elif open_ and not _is_list(open_) and _names_a_text(head, token.start()):
            depth = _of_record(open_)
            return _around_parts(head, open_[:depth], begins[:depth])
        before = what
    return in_list or by_number or 1


def _is_list(open_: list[str]) -> bool:
    """Whether the innermost bracket is a list's."""
    return bool(open_) and open_[-1].endswith("[")


def _around_parts(head: str, open_: list[str], begins: list[int]) -> int:
    """Return the depth of the record that has the innermost object's list of pages or sections.

    If that is a list of records, it is the depth of the object itself.
    """
    depth = len(open_)
    name = open_[-2][:-1].strip('"') if depth > 2 else ""
    if name not in NAMES_OF_PARTS:
        return depth
    found = parts(head, begins[-2], behind(head, begins[-2]))
    if found is None or are_cables(head, found, ESCAPES):
        return depth
    return _of_record(open_[: depth - 2])


def _of_record(open_: list[str]) -> int:
    """Return the depth of the record around an object with a text."""
    depth = len(open_)
    while depth > 1 and not _is_list(open_[: depth - 1]) and not _DIGIT.search(open_[depth - 1]):
        depth -= 1
    return depth


def _names_a_text(head: str, at: int) -> bool:
    name = _TEXT_BEHIND_A_NAME.match(head, at)
    return name is not None and is_usual(TEXT, name[1])
