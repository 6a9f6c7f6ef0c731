"""Starts of paragraphs in a text that lost its line ends."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.patterns import pattern

_NUMBERED = pattern(
    r"(?:(?P<pilcrow>¶\s?)|(?P<glued>(?<=[A-Za-z)\"”]\.)|(?<=\d\.)(?=\d{1,2}\.\s{0,2}\()"
    r"|(?<=\d\d)(?=1\.\s{0,2}\([TSLFCU])"  # after a reference's number, or a page mark's
    r"|(?:(?<=[A-Z] \d\d)|(?<=[A-Z] \d{3})|(?<=[A-Z] \d{4}))(?=1\.\s{1,5}[A-Z][a-z]))"
    r"|(?<![\d.$/]))"
    r"(?P<number>\d{1,2})\.\s{0,5}"
    r"(?:(?P<marked>\((?:TS|SBU|LOU|FOUO|S|C|U)[)/ ])|(?P<plain>(?=[A-Z\"“(])))"
)
# a marking before a sentence in lower case: subjects and headings are in capitals
_MARKED = pattern(
    r"\((?:TS|SBU|LOU|FOUO|S|C|U)(?:/[A-Z]{2,7})?\):?\s{1,3}(?=[A-Z]+[a-z]*,?\s[A-Za-z]*[a-z])"
)
# what may precede a number that has neither pilcrow nor marking
_ENDED = (".", "!", "?", '"', "”", ")", ":", "--")
_BLANKS = 20


def paragraph_starts(text: str, position: int, last: int = 0) -> Iterator[tuple[int, int]]:
    """Yield paragraphs' numbers and positions; an unmarked number must be the next one."""
    for found in _NUMBERED.finditer(text, position):
        number = int(found["number"])
        sure = found["pilcrow"] or (found["marked"] and found["glued"] is None)
        is_next = number == last + 1 and (last == 0 or _may_begin(text, found.start()))
        if not is_next and not (sure and number > last):
            continue
        last = number
        yield number, found.start()


def marked_starts(text: str, position: int) -> Iterator[int]:
    """Yield the starts of unnumbered paragraphs after ``position``."""
    for found in _MARKED.finditer(text, position):
        if text[position : found.start()].strip(" :"):
            yield found.start()


def _may_begin(text: str, start: int) -> bool:
    """Whether a sentence, or a word at a lost line end, precedes the number."""
    before = text[max(start - _BLANKS, 0) : start].rstrip()
    return before.endswith(_ENDED) or text[start - 1 : start].isalpha()
