"""JSON that holds nothing but texts: a list of them, or one under each cable's number.

``["O 141530Z MAR 07...", ...]`` or ``{"07OSLO1": "O 141530Z MAR 07...", ...}``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.columns import TEXT
from cableconv.readers.records.json_values import ESCAPES
from cableconv.readers.records.record import PIECE, Record, Row, Value, plain
from cableconv.readers.records.texts import looks_like_a_cable

_KEY = r"""(?:"(?P<key>(?:19)?\d\d[A-Z][A-Z .'-]*\d+[A-Z]?|\d{1,9})"\s*+:\s*+)"""
_FIRST = pattern(rf'\s*+(?:\[\s*+|\{{\s*+{_KEY})"(?P<text>[^"\\]*+(?:\\.[^"\\]*+)*+)')
_TEXT = pattern(rf'\s*+[\[{{,]?\s*+{_KEY}?"(?P<text>[^"\\]*+(?:\\.[^"\\]*+)*+)"(?=\s*+[,\]}}])')
_SHORTEST = 100  # characters


def opens(head: str) -> bool:
    """Whether its first value is the text of a cable."""
    found = _FIRST.match(head)
    if found is None or found.end() - found.start("text") < _SHORTEST:
        return False
    return looks_like_a_cable(plain(head, Value(*found.span("text"), ESCAPES)))


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """Yield each text; one that is too long ends the file."""
    held, number, line = "", 0, 1
    while piece := stream.read(PIECE):
        held += piece
        done = 0
        while found := _TEXT.match(held, done):
            number += 1
            begun = line + held.count("\n", 0, found.start("text"))
            column = found.start("text") - held.rfind("\n", 0, found.start("text"))
            yield Row(number, begun, found["text"], column=column, key=found["key"] or "")
            done = found.end()
        line += held.count("\n", 0, done)
        held = held[done:]
        if len(held) > record.LONGEST:
            yield Row(number + 1, line, held[: record.LONGEST], is_too_long=True)
            return


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Yield each text, whose key is the cable's number if it has one."""
    for row in rows:
        yield Record(row, {TEXT: Value(0, len(row.text), ESCAPES)})
