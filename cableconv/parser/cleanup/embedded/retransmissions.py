"""A telegram that another one repeats in place of a text of its own, as the Department did.

``FOLLOWING REPEAT OSLO 77 ACTION SECSTATE 16 JUL QUOTE``, perhaps with QUOTE on the next line;
then its class line, preface and text; then UNQUOTE, beside which both signatures may be printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import astuple

from cableconv.parser.cleanup.embedded.embedded_telegrams import Enclosure
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.facts import CLASS_LINE
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern

_HEAD = 12  # lines of captions and passing lines above it
_MOST_ANNOUNCING = 4  # lines before QUOTE
_ANNOUNCES = pattern(r"\bFOL(?:LOWING|LOWS|L|G)?\b|\bREPEAT|\bRPTD?\b")
_OPENS = pattern(r"(?:^|\s)(?:QUOTE|QTE)[.:]?(?=\s|$)")
_SIGNS = ("QUOTE", "QTE")
_CLOSES = pattern(
    r"(?:^|(?<=\s))(?P<closing>UN-?(?:QUOTE|QTE)[.:]?)(?:\s+[A-Z][A-Z'-]+(?:\s[A-Z][A-Z'-]+)?)?$"
)
_LAST = 4  # lines below which the text does not go on


def part_retransmission(lines: Lines) -> tuple[Lines, Lines]:
    """Return the lines above a repeated telegram, and those from its announcement on."""
    for index, line in enumerate(lines[:_HEAD]):
        if read_label(line.text) or line.paragraph_mark:
            break
        opened = _opened(lines, index)
        if opened is not None:
            first = _announced(lines, index)
            return lines[:first], [*lines[first:index], *opened, *lines[index + 1 :]]
    return lines, []


def fold(lines: Sequence[Line], without_headers: Callable[[Lines], Lines]) -> list[Line]:
    """Return the repeated telegram as one line with its lines, and the lines below it.

    ``without_headers`` removes the headers of later sections, which are those of the outer
    telegram; the class line right below the announcement is the repeated telegram's.
    """
    at = next((at for at, line in enumerate(lines) if opens_retransmission(line.text)), None)
    if at is None:
        return list(lines)
    rest = without_headers(list(lines[at + 2 :]))
    inner, closing, below = _parted(rest)
    opening = Enclosure(
        *astuple(lines[at]),
        above=tuple(lines[:at]),
        inner=(lines[at + 1], *inner),
        closing=closing,
    )
    return [opening, *below]


def opens_retransmission(text: str) -> bool:
    """Whether the line ends with the word that opens a repeated text."""
    may_open = [sign for sign in _SIGNS if sign in text[-7:]]
    found = _OPENS.search(text, max(len(text) - 7, 0)) if may_open else None
    return found is not None and found.end() == len(text)


def _opened(lines: Sequence[Line], index: int) -> list[Line] | None:
    """Return the line as QUOTE and what follows it, if the other telegram's class line is next."""
    line = lines[index]
    found = _OPENS.search(line.text) if [sign for sign in _SIGNS if sign in line.text] else None
    if found is None:
        return None
    rest = line.text[found.end() :].strip()
    if rest:
        return _split(line, found.end()) if _is_class_line(rest) else None
    below = lines[index + 1] if index + 1 < len(lines) else None
    classed = below is not None and below.facts & CLASS_LINE and _is_class_line(below.text)
    return [line] if classed else None


def _split(line: Line, at: int) -> list[Line]:
    return [line.head(at), line.tail(at)]


def _is_class_line(text: str) -> bool:
    found = read_class_line(text)
    return found is not None and found.serial is not None and found.station is not None


def _announced(lines: Sequence[Line], index: int) -> int:
    """Return the first of the lines that announce the telegram: at most four, without a gap."""
    for first in range(index, max(index - _MOST_ANNOUNCING, -1), -1):
        if _ANNOUNCES.search(lines[first].text):
            return first
        if lines[first].gap:
            break
    return index


def _parted(lines: Lines) -> tuple[Lines, Line | None, Lines]:
    """Return the lines above the last UNQUOTE, that word, and the lines after it.

    Far from the end, where a sentence may close its own words, it is alone on its line.
    """
    last = len(lines) - _LAST
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        found = _CLOSES.search(line.text) if "UN" in line.text else None
        if found is None or (index < last and found.group() != line.text):
            continue
        if _OPENS.search(line.text, 0, found.start()):
            continue  # it closes a sentence's own words
        start, end = found.span("closing")
        before = [line.head(start)] if start else []
        after = [line.tail(end)] if end < len(line.text) else []
        return [*lines[:index], *before], line.tail(start, end), [*after, *lines[index + 1 :]]
    return lines, None, []
