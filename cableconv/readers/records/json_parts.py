"""Texts in parts in JSON: a list of pages or sections, each an object with a piece of the text.

Programs that recognise text write a page at a time (``"pages": [{"page": 0, "contents": ...``).
A list of cables may have such a name too; then two of its texts begin like one.
"""

from __future__ import annotations

import re
from functools import cache
from json import dumps
from typing import NamedTuple

from cableconv.patterns import pattern
from cableconv.readers.records.columns import TEXT, is_usual
from cableconv.readers.records.record import Escapes, Value, plain
from cableconv.readers.records.texts import begins_a_cable

_PAGES, _SECTIONS = frozenset(("pages", "lines")), frozenset(("sections", "parts", "paragraphs"))
NAMES = _PAGES | _SECTIONS
_NAMED_TEXT = pattern(r'(?<!\\)"(?P<name>[^"\\]{1,60})"\s*+:\s*+"')
_TEXT = pattern(r'(?:[^"\\]++|\\.)*+', re.DOTALL)
_FEWEST = 2


class Parts(NamedTuple):
    """The name of the texts in a list, and the places of these texts."""

    name: str
    spans: tuple[tuple[int, int], ...]


def parts(text: str, start: int, end: int) -> Parts | None:
    """Return the texts of the list's objects; a single one, if it has no other values in words.

    An object that says more, such as an id, is a record of its own.
    """
    named = list(_NAMED_TEXT.finditer(text, start, end))
    first = next((found for found in named if is_usual(TEXT, found[1])), None)
    if first is None:
        return None
    spans = []
    for found in _key(first["name"]).finditer(text, start, end):
        whole = _TEXT.match(text, found.end())
        spans.append((found.end(), whole.end() if whole else found.end()))
    is_only_page = len(named) == 1 and text[end - 1] == "]"
    return Parts(first["name"], tuple(spans)) if is_only_page or len(spans) >= _FEWEST else None


def are_cables(text: str, found: Parts, escapes: Escapes) -> bool:
    """Whether several of the texts begin like a cable, as pages and sections of one do not."""
    texts = (plain(text, Value(start, end, escapes)) for start, end in found.spans)
    return sum(map(begins_a_cable, texts)) >= _FEWEST


def joined(found: Parts, list_name: str, escapes: Escapes) -> Value:
    """Return the texts as one, of pages below each other or sections with a blank line between."""
    start, end = found.spans[0][0], found.spans[-1][1]
    return Value(start, end, _with_gaps(found.name, list_name in _PAGES, escapes))


@cache
def _key(name: str) -> re.Pattern[str]:
    return re.compile(rf'(?<!\\){re.escape(dumps(name, ensure_ascii=False))}\s*+:\s*+"')


@cache
def _with_gaps(name: str, is_page: bool, escapes: Escapes) -> Escapes:
    """Return the escapes, with all between two texts as line ends."""
    string = r'"(?:[^"\\]++|\\.)*+"'
    gap = rf'"(?:[^"]|(?!{_key(name).pattern}){string})*+{_key(name).pattern}'
    ends = "\n" if is_page else "\n\n"
    return Escapes(
        re.compile(rf"(?:{gap})|(?:{escapes.form.pattern})", re.DOTALL),
        lambda escape: ends if escape[0] == '"' else escapes.meaning(escape),
    )
