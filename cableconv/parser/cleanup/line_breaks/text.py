"""Starts of lines in a text that lost its line ends: in the preface, and of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cableconv.parser.cleanup.line_breaks.paragraphs import marked_starts, paragraph_starts
from cableconv.parser.cleanup.line_breaks.preface import (
    OBLIGATORY,
    preface_cuts,
    statement_starts,
)
from cableconv.patterns import pattern

_PAGE = pattern(r"\s\d{8}\s{1,3}\d{3}(?:\.\d+)?\s[Oo][Ff]\s\d{3}(?!\d(?!\.\s?\())")
_LONGEST_POST = 10  # letters of a post's name in a page mark
_SHORTEST = 100
_FEWEST_LABELS = 2
_LABELS = 3
_LONGEST_SUBJECT = 300  # characters: a longer one includes the text


def has_lost_ends(text: str) -> bool:
    """Whether a line holds labels and the text after them."""
    if len(text) < _SHORTEST or (". " not in text and ".(" not in text):
        return False
    labels = _labels(text)
    if len(labels) < _FEWEST_LABELS:
        return False
    end = max(labels)
    if next(paragraph_starts(text, end), None) is not None:
        return True
    is_preface = len(labels) == _LABELS
    if is_preface and next(marked_starts(text, end), None) is not None:
        return True
    return is_preface and len(text) - end > _LONGEST_SUBJECT


def _labels(text: str) -> list[int]:
    """Return the ends of the first occurrences of the labels that every cable has."""
    ends: dict[str, int] = {}
    for found in OBLIGATORY.finditer(text):
        ends.setdefault(found[0][0], found.end())
    return list(ends.values())


class TextCuts(msgspec.Struct, frozen=True):
    """The starts of lines inside one, those below a blank line, and the last number."""

    lines: tuple[int, ...]
    apart: frozenset[int]
    last: int


def text_cuts(text: str, last: int, station: str | None) -> TextCuts:
    """Return the starts of captions, labels, paragraphs and page marks.

    ``last`` is the number of the previous paragraph, ``station`` that of the class line.
    """
    begin = max(_labels(text), default=0) if not last else 0
    found = {start: number for number, start in paragraph_starts(text, begin, last)}
    apart = {*found} if last or found else {*marked_starts(text, begin)}
    preface = text[: min(apart, default=len(text))] if not last else ""
    apart |= {*statement_starts(preface)}
    cuts = {*apart, *preface_cuts(preface)}
    cuts |= set(_page_mark_cuts(text, station) if station else ())
    lines = tuple(sorted(cuts - {0, len(text)}))
    return TextCuts(lines, frozenset(apart), max(found.values(), default=last))


def _page_mark_cuts(text: str, station: str) -> Iterator[int]:
    """Yield the positions of the station's page marks, which may be joined to a word."""
    names = (station, station[:_LONGEST_POST], station.rpartition(" ")[2])
    for found in _PAGE.finditer(text):
        begun = next((name for name in names if text.endswith(name, 0, found.start())), None)
        if begun is not None:
            yield from (found.start() - len(begun), found.end())
