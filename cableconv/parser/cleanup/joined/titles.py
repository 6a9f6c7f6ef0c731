"""Titles that a scrape joined to the end of the paragraph above the one they open.

``... on time. THE CREW WANTS A BELL``, and the next line begins a numbered paragraph: a title
without a rule, in a text whose paragraphs are a line each.  Titles in small letters have a capital
at each word.  A rule as long as the last words shows any title, also in a text that is wrapped.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.parser.lexer.facts import NUMBER, RULE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.shapes import is_rule
from cableconv.patterns import pattern

_BEGINS = (
    r"(?<=\s)(?=[A-Z\d])(?:(?<![A-Z][.]\s)(?<!\s\d[.]\s)(?<!\s\d\d[.]\s)(?<=[.!?\"”)\]]\s)|(?<=[a-z\d][.!?\"”)\]]\s\s)"
    r"|(?<=[a-z\d][.!?\"”)\]]\s\s\s)|(?<=[a-z\d][.!?,][\"”]\s\s))"
)
_TITLE = pattern(
    rf"{_BEGINS}(?P<title>(?!END\b|BEGIN\b|UNQUOTE\b|X{{4}})"
    r"[A-Z][A-Z0-9'’\",:;/&-]*(?:\s[A-Z0-9'’\"(),:;./&-]+){0,14})\??$"
)
_SMALL_WORDS = "a|an|and|as|at|but|by|for|from|in|is|not|of|on|or|over|the|to|vs\\.|with|–|-|&"
_IN_SMALL_LETTERS = pattern(
    rf"{_BEGINS}(?P<title>(?!(?i:End|Begin|Unquote|Source|Visit|Note)\b|X{{4}})"
    rf"(?:Comment|Background|Conclusion|Overview|(?:(?:[A-Z]\.)+|[A-Z0-9][\w'’/-]*,?:?)"
    rf"(?:\s(?:(?:[A-Z]\.)+|[\"(]?[A-Z0-9][\w'’/-]*[\")]?[,:;]?|{_SMALL_WORDS})){{1,14}}))\??$"
)
_BEGINS_BELOW = NUMBER | RULE
_LONGEST_WRAPPED = 100  # characters: what is longer was never wrapped
_LONGEST = 150  # characters: a title
_SENTENCE_END = 12  # characters before it, which are not in capitals as well
_SHORTEST_WORD = 7  # letters: a title of one word is no abbreviation
_SHORTEST_RULE = 10
_SHORTEST_CUT = 4  # below a page mark, which no rule of a table is
_SHIFT = 2  # characters by which a rule may be longer or shorter than its title
_ABOVE_RULE = pattern(r"(?!(?i:END|SOURCE)\b|X{4})[A-Z].*[^.,;:\"”][\"”]?$")
_ENDS = pattern(r"[a-z][.!][\"”)]?\s+$")  # a sentence, before the title
_ENDING = 6  # characters
_SHORTEST = 20  # characters before the title


def part_titles(lines: Lines) -> Lines:
    """The lines, cut where a title stands behind the last sentence of a paragraph."""
    places = {
        at: start
        for at, below in enumerate(lines[1:])
        if below.facts & _BEGINS_BELOW and (start := _start(lines[at], below))
    }
    return list(_cut(lines, places)) if places else lines


def _start(line: Line, below: Line) -> int:
    """Where a title begins, above a numbered paragraph or a rule; 0 for none."""
    text = line.text
    if below.facts & RULE:
        near = below.gap == 0 or (below.gap == 1 and len(text) > _LONGEST_WRAPPED)
        long = near and len(text) >= len(below.text) + (1 if below.cut else _SHORTEST)
        if long and is_rule(below.text):
            return 0 if below.indent > line.indent else _start_above_rule(text, below)
    apart = below.gap > 0 and len(text) > _LONGEST_WRAPPED
    start = _title_start(text, apart) if _may_end_in_title(line) else 0
    return start if start and _begins_paragraph(below, text) else 0


def _may_end_in_title(line: Line) -> bool:
    """Whether the line was never wrapped, as also the rest of one behind a page mark may show."""
    last = line.text[-1]
    whole = len(line.text) > _LONGEST_WRAPPED or line.cut is not None
    return whole and (last.isalnum() or last == "?")


def _title_start(text: str, apart: bool) -> int:
    """Where the title begins; 0 for none.  Small letters are one only with a line below it."""
    first = max(len(text) - _LONGEST, 1)
    if text[-1].isupper() or text[-1] == "?":
        found = _TITLE.search(text, first)
        if found and not text[max(found.start() - _SENTENCE_END, 0) : found.start()].isupper():
            title = found["title"]
            word = len(title) >= _SHORTEST_WORD or text[: found.start()].rstrip()[-1] == "]"
            return found.start() if " " in title or word else 0
    found = _IN_SMALL_LETTERS.search(text, first) if apart else None
    if found is None or found["title"].isupper() or found["title"].count(":") > 1:
        return 0
    return found.start()


def _start_above_rule(text: str, rule: Line) -> int:
    """Where the words begin that are as long as the rule right below them; 0 for none."""
    length = len(rule.text)
    if length < (_SHORTEST_CUT if rule.cut else _SHORTEST_RULE):
        return 0
    for start in range(len(text) - length - _SHIFT, len(text) - length + _SHIFT + 1):
        if text[start - 1] != " " or not text[start].isupper():
            continue
        if _ABOVE_RULE.match(text, start) and _ENDS.search(text, start - _ENDING, start):
            return start
    return 0


def _begins_paragraph(line: Line, above: str) -> bool:
    """Whether a number with a sign of its own begins it, or one set apart below capitals."""
    mark = line.paragraph_mark
    if mark is None:
        return False
    apart = mark.dotted and line.gap > 0 and above[-_SHORTEST_WORD:].isupper()
    return mark.pilcrow or mark.marking is not None or apart


def _cut(lines: Lines, places: dict[int, int]) -> Iterator[Line]:
    for index, line in enumerate(lines):
        if at := places.get(index):
            yield line.head(at)
            yield line.tail(at).with_gap(1)
        else:
            yield line
