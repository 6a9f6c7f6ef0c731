"""Titles that a scrape joined to the end of the paragraph above the one they open.

``... on time. THE CREW WANTS A BELL``, and the next line begins a numbered paragraph: a title in
capitals, in a text whose paragraphs are a line each.  A rule of its length below a title, in
whatever letters, shows the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.parser.lexer.facts import NUMBER
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.shapes import is_rule
from cableconv.patterns import pattern

_TITLE = pattern(
    r"(?<![A-Z][.]\s)(?<=[.!?\"”)\]]\s)(?P<title>(?!END\b|BEGIN\b|UNQUOTE\b|X{4})"
    r"[A-Z][A-Z0-9'’\",:;/&-]*(?:\s[A-Z0-9'’\"(),:;./&-]+){0,14})\??$"
)
_RULED = pattern(r"(?<=[.!?\"”)\]])\s+(?=[A-Z\"“\d][^\s].*[\w?!\"”]$)")
_RULES = frozenset("-=*_")
_ALIKE = 1  # characters: the difference between a title and its rule
_LONGEST_WRAPPED = 100  # characters: what is longer was never wrapped
_LONGEST = 150  # characters: a title
_SENTENCE_END = 12  # characters before it, which are not in capitals as well
_SHORTEST_WORD = 7  # letters: a title of one word is no abbreviation


def part_titles(lines: Lines) -> Lines:
    """The lines, cut where a title stands behind the last sentence of a paragraph."""
    places = {
        at: start
        for at, below in enumerate(lines[1:])
        if len(text := lines[at].text) > _LONGEST_WRAPPED and (start := _start_above(below, text))
    }
    return list(_cut(lines, places)) if places else lines


def _start_above(below: Line, text: str) -> int:
    """Where a title begins that the line below opens the text of, or underlines; 0 for none."""
    if below.facts & NUMBER:
        start = _title_start(text) if _may_end_in_title(text) else 0
        return start if start and _begins_paragraph(below) else 0
    if below.gap or below.text[0] not in _RULES or not is_rule(below.text):
        return 0
    return _ruled_start(text, len(below.text))


def _ruled_start(text: str, length: int) -> int:
    """Where a title of the rule's length begins, after a sentence; 0 for none."""
    for found in _RULED.finditer(text, max(len(text) - length - 2 * _ALIKE - 1, 0)):
        if abs(len(text) - found.end() - length) <= _ALIKE:
            return found.end()
    return 0


def _may_end_in_title(text: str) -> bool:
    return text[-1].isupper() or text[-1] == "?"


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
