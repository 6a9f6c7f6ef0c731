"""Titles in capitals that a scrape joined to the end of the paragraph above the one they open.

``... on time. THE CREW WANTS A BELL``, and the next line begins a numbered paragraph: a title
without a rule, in a text whose paragraphs are a line each.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.parser.lexer.facts import NUMBER
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern

_TITLE = pattern(
    r"(?<![A-Z][.]\s)(?<=[.!?\"”)\]]\s)(?P<title>(?!END\b|BEGIN\b|UNQUOTE\b|X{4})"
    r"[A-Z][A-Z0-9'’\",:;/&-]*(?:\s[A-Z0-9'’\"(),:;./&-]+){0,14})\??$"
)
_LONGEST_WRAPPED = 100  # characters: what is longer was never wrapped
_LONGEST = 150  # characters: a title
_SENTENCE_END = 12  # characters before it, which are not in capitals as well
_SHORTEST_WORD = 7  # letters: a title of one word is no abbreviation


def part_titles(lines: Lines) -> Lines:
    """The lines, cut where a title stands behind the last sentence of a paragraph."""
    places = {
        at: start
        for at, below in enumerate(lines[1:])
        if below.facts & NUMBER
        and _may_end_in_title(text := lines[at].text)
        and (start := _title_start(text))
        and _begins_paragraph(below)
    }
    return list(_cut(lines, places)) if places else lines


def _may_end_in_title(text: str) -> bool:
    return len(text) > _LONGEST_WRAPPED and (text[-1].isupper() or text[-1] == "?")


def _title_start(text: str) -> int:
    """Where the title begins; 0 for none."""
    found = _TITLE.search(text, max(len(text) - _LONGEST, 1))
    if found is None or text[max(found.start() - _SENTENCE_END, 0) : found.start()].isupper():
        return 0
    title = found["title"]
    return found.start() if " " in title or len(title) >= _SHORTEST_WORD else 0


def _begins_paragraph(line: Line) -> bool:
    mark = line.paragraph_mark
    return mark is not None and (mark.pilcrow or mark.marking is not None)


def _cut(lines: Lines, places: dict[int, int]) -> Iterator[Line]:
    for index, line in enumerate(lines):
        if at := places.get(index):
            yield line.head(at)
            yield line.tail(at).with_gap(1)
        else:
            yield line
