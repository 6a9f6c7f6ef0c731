"""Dictionaries as Python prints them, in a list or one below the other.

``[{'refid': '07OSLO1', 'body': 'VZCZC...'}]``; each outermost dictionary is a record.  The module
pprint writes long texts as several in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from cableconv.errors import NoCableError
from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.record import Escapes, Record, Row, Value
from cableconv.readers.records.texts import looks_like_a_cable
from cableconv.readers.records.yaml_quotes import in_double

_OPENS = pattern(r"\s*+(?:[\[(]\s*+)?\{\s*+'[\w .-]{1,60}'\s*+:\s*+[\w'\"({\[-]")
_STRING = r"""(?:'(?:[^'\\]++|\\.)*+'|"(?:[^"\\]++|\\.)*+")"""
_BELOW = r"[ \t]*+\r?\n[ \t]*+"
_TOKEN = pattern(rf"{_STRING}|[{{}}]", re.DOTALL)
_MEMBER = pattern(
    rf"""['"](?P<name>[^'"\\\n]{{1,60}})['"]\s*+:\s*+[bru]?\(?\s*+
    (?:(?P<text>{_STRING}(?:{_BELOW}{_STRING})*+)|(?P<plain>[\w.-]++))""",
    re.DOTALL | re.VERBOSE,
)
_CODED = r"\\x[\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8}|\\.|\x00"


def _meaning(escape: str) -> str | None:
    return "" if escape[0] in "'\"" else in_double(escape)


_ESCAPES = Escapes(pattern(rf"""['"]{_BELOW}['"]|{_CODED}""", re.DOTALL), _meaning)
"""What Python writes in a text; one that goes on in another line is two texts in a row."""
_MOST = 16 * record.LONGEST
"""Characters of a file that are held, as a list is often one line."""


def opens(head: str) -> bool:
    """Whether it begins like a dictionary, or a list of them, and has the text of a cable."""
    return _OPENS.match(head) is not None and looks_like_a_cable(head)


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """Yield the outermost dictionaries, unchanged.

    Raises:
        NoCableError: the file is too long for memory.
    """
    text = stream.read(_MOST + 1)
    if len(text) > _MOST:
        raise NoCableError(
            "values as Python prints them, and too many to be read so",
            hint="write them as JSON Lines (json.dumps), and give that.",
        )
    number, depth, start, line, counted = 0, 0, 0, 1, 0
    for token in _TOKEN.finditer(text):
        if token[0] == "{":
            start = start if depth else token.start()
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if not depth:
                number, line = number + 1, line + text.count("\n", counted, start)
                counted, column = start, start - text.rfind("\n", 0, start)
                yield Row(number, line, text[start : token.end()], column=column)


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Yield each dictionary's texts and numbers by their names, nested ones too."""
    for row in rows:
        values: dict[str, Value] = {}
        for member in _MEMBER.finditer(row.text):
            start, end = member.span("text") if member["text"] else member.span("plain")
            quote = 1 if member["text"] else 0
            values.setdefault(member["name"], Value(start + quote, end - quote, _ESCAPES))
        yield Record(row, values)
