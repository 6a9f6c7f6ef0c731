"""Finds the sets of a general administrative message (GENADMIN).

A set begins with its name and a slash and ends with two slashes at a line's end.  Only this form
is read, not the tables of United States message text formatting (USMTF).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern

_SURE = pattern(r"(?:MSGID|SUBJ|RMKS|NARR|GENTEXT|AMPN)/")
_NAME = pattern(r"(?P<name>[A-Z]{2}[A-Z0-9]{1,6})/|(?P<label>SUBJ|RMKS|NARR|POC)\s?:\s")
_KNOWN = frozenset(
    ("AMPN", "AKNLDG", "CANX", "DECL", "DOWNGRADE", "EXER", "GENTEXT", "MSGID", "NARR", "OPER",
     "PERID", "POC", "REF", "RMKS", "SUBJ")
)  # fmt: skip
_JOINED = pattern(rf"//\s?(?=(?:{'|'.join(sorted(_KNOWN))})/)")
_FARTHEST = 12
_FEWEST = 2
END = "//"


class Set(msgspec.Struct, frozen=True):
    """One set: its name and its lines, with the name on the first; other lines have no name."""

    name: str
    lines: tuple[Line, ...]


def holds_sets(lines: Sequence[Line]) -> bool:
    """Whether the text below the class line consists of sets."""
    head = [line.text for line in lines[:_FARTHEST]]
    sure = [text for text in head if "/" in text and _SURE.match(text)]
    ended = sum(text.endswith(END) for text in head)
    return bool(sure) and ended >= min(_FEWEST, len(head))


def sets_of(lines: Sequence[Line]) -> Iterator[Set]:
    """Yield the sets in order; lines between them have no name."""
    taken: list[Line] = []
    name = ""
    for line in lines:
        begins = _begins(line.text, within=bool(name))
        if begins is not None or (taken and not name and line.text.endswith(END)):
            if taken:
                yield Set(name, tuple(taken))
            taken, name = [], begins or ""
        taken.append(line)
        if name and line.text.endswith(END):
            yield Set(name, tuple(taken))
            taken, name = [], ""
    if taken:
        yield Set(name, tuple(taken))


def with_lines_per_set(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Yield the lines, cut where a known set follows another on one line, and which were cut."""
    for line in lines:
        starts = [found.end() for found in _JOINED.finditer(line.text)] if END in line.text else []
        for start, end in pairwise([0, *starts, len(line.text)]):
            yield (line.piece(start, end), start > 0) if starts else (line, False)


def _begins(text: str, within: bool) -> str | None:
    """Return the name of the set that begins here; inside another one only a known name counts."""
    found = _NAME.match(text)
    name = (found["name"] or found["label"]) if found else None
    return None if within and name not in _KNOWN else name
