"""Paragraphs that a scrape joined to the line before: to text, or to a field."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from cableconv.parser.lexer.facts import NUMBER
from cableconv.parser.lexer.lines import Lines, cut_at
from cableconv.parser.lexer.shapes import is_rule
from cableconv.patterns import pattern

_INNER = pattern(
    r"\s(?:(?<=\S\s)\s*(?=¶[¶ ]*\d{1,3}\.)"
    r"|(?<=[.:!?\"”)\w-]\s)\s*(?=\d{1,3}\.\s{0,2}\((?:TS|SBU|S|C|U)[)/ ])"
    r"(?!(?!1\.)\S+\s*\([^()]*\)$))"
    r"|(?=[1-9])(?:(?<=[A-Za-z)][.!?])|(?<=[.!?][\"”])|(?<=\w\)))"  # nothing between
    r"(?=\d{1,2}\.\s{0,2}\((?:TS|SBU|S|C|U)[)/])"
)
_PILCROW = "¶"
_PILCROW_INSIDE = pattern(r"¶(?<=[ .)\"]¶)")
_GLUED_PILCROW = pattern(r"¶(?<=[.)\"]¶)(?=\d{1,3}\.\s{0,2}\()")
_BEFORE_NUMBER = pattern(
    r"(?:(?:^|(?<=[.!?\"”)]\s))(?i:PARA(?:GRAPH)?)\.?|\((?:TS|SBU|S|C|U)(?:/+[A-Z]+)?\))\s*$"
)
"""``PARA`` at the beginning of a sentence, or a portion marking."""
_LONGEST_BEFORE = 16  # characters: PARAGRAPH, and a blank on both sides
_ALONE = pattern(r"1\.\s{0,2}\([A-Z]+\)$")
# no sign makes it a paragraph's: the count of the lines does, which lacks just this number
_LACKING = pattern(r"(\d(?<=\s\d)\d{0,2})\.\s+(?=[A-Z\"“]|\((?:SBU|[A-Z])\)$)")
# the first paragraph behind the last reference, whose number may be glued to its own
_BEHIND_REFERENCE = pattern(r"[A-Z]{3}\s\d{1,7}?\s?(?P<first>1)\.\s+(?=[A-Z\"“])")
_MARKED = pattern(r"[¶\s]*\d{1,3}\.\s*\(")
_ENDS = frozenset('.!?"”)')
# a bracket behind a number inside a line; begins with its stop and looks back, which is fast
_NUMBERED = pattern(
    r"\.(?=\s{0,2}\()(?:(?<=[^\S\n]\d\.)|(?<=[^\S\n]\d\d\.)|(?<=[^\S\n]\d\d\d\.)"
    r"|(?<=[.!?\")]\d\.)|(?<=”\d\.)|(?<=[.!?\")]\d\d\.)|(?<=”\d\d\.))"
)


def split_at_inner_marks(lines: Lines) -> Lines:
    """Cut lines before a number with a pilcrow or a portion marking inside them.

    A wrong cut does no harm: text other than a paragraph is joined again.  Most cables
    have no such number, which one search of the whole text shows.
    """
    if not _may_hold_mark("\n".join([line.text for line in lines])):
        return lines
    found: Lines = []
    for index, line in enumerate(lines):
        text = line.text
        cuts = sorted(_inner_cuts(text)) if _may_hold_mark(text) else []
        if cuts and _ALONE.match(text, cuts[-1]) and not _has_text_below(lines, index):
            cuts.pop()
        if cuts:
            found += itertools.starmap(line.piece, itertools.pairwise([0, *cuts, len(text)]))
        else:
            found.append(line)
    return found


def _inner_cuts(text: str) -> Iterator[int]:
    """Yield the places of marks inside a line, each with the word or marking before its number."""
    for mark in _INNER.finditer(text):
        cut = mark.end()
        before = _BEFORE_NUMBER.search(text[max(cut - _LONGEST_BEFORE, 0) : cut])
        if before and (before[0][0] != "(" or not _MARKED.match(text, cut)):
            cut -= len(before[0])
        if cut:
            yield cut
    if _PILCROW in text:
        yield from (mark.start() for mark in _GLUED_PILCROW.finditer(text, 1))


def split_at_lacking(lines: Lines) -> Lines:
    """Cut lines before the only number that is missing between two others."""
    begins = [
        (index, mark.digits)
        for index, line in enumerate(lines)
        if line.facts & NUMBER and (mark := line.paragraph_mark) and mark.dotted
    ]
    found: dict[int, int] = {}
    for (first, before), (last, after) in itertools.pairwise([(0, "0"), *begins]):
        if int(after) - int(before) == 1:
            continue
        for number in _lacking(before, after):
            within = range(first, last)
            cuts = [(at, cut) for at in within for cut in _places(lines[at].text, number)]
            found.update(cuts if len(cuts) == 1 else ())
    places = {index: [cut] for index, cut in found.items()}
    return list(cut_at(lines, places)) if places else lines


def _lacking(before: str, after: str) -> Iterator[int]:
    """Yield the single number between two, as printed, and without a pilcrow's digit 1."""
    readings = [(before, after)]
    if before[0] == after[0] == "1" and before[1:].strip("0") and after[1:]:
        readings.append((before[1:], after[1:]))
    for low, high in readings:
        if int(high) == int(low) + 2:
            yield int(low) + 1


def _places(text: str, number: int) -> Iterator[int]:
    """Yield the positions of a number after the end of a sentence, or a bracket."""
    if number == 1:
        yield from (found.start("first") for found in _BEHIND_REFERENCE.finditer(text))
    for found in _LACKING.finditer(text):
        if int(found[1]) == number and text[: found.start()].rstrip()[-1:] in _ENDS:
            yield found.start()


def _has_text_below(lines: Lines, index: int) -> bool:
    """Whether the next line continues with words, as after a real number."""
    if index + 1 == len(lines):
        return False
    below = lines[index + 1]
    return below.text[0].isupper() and below.paragraph_mark is None and not is_rule(below.text)


def _may_hold_mark(text: str) -> bool:
    """Whether a pilcrow follows a space or a sentence, or a number precedes a bracket."""
    inside = _PILCROW_INSIDE.search(text) if _PILCROW in text else None
    return inside is not None or _NUMBERED.search(text) is not None
