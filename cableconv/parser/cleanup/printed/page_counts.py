"""Page numbers of a printout: ``- 4 -``, ``Page 4 of 12``, ``4/12``, or the number alone.

A number alone may be a paragraph's or a cell; printed pages count from one to the next, and
each holds more lines than a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern

_COUNT = pattern(
    r"(?:[-–—]\s?)?(?:(?:Page|PAGE|page)\s)?(?P<number>\d{1,3})"
    r"(?P<total>\s?(?:of|OF|/)\s?\d{1,3})?(?:\s?[-–—])?$"
)
_LONGEST = 15  # characters: Page 100 of 120
_FEWEST_LINES = 15  # of a page that is not the last one
_FEWEST = 3  # pages, and one less for each other sign
_FIRST = 2  # the title page may have none
_NEW_PAGE = "\f"


def take_page_counts(lines: Lines, account: Account) -> Lines:
    """Return the lines without the numbers of pages; a line below one is ``cut``."""
    has_pages = _NEW_PAGE in account.text
    if not has_pages and (not lines or not (_count(lines[-1]) or _count(lines[0]))):
        return lines
    counts = frozenset(_counts(lines))
    at_end = len(lines) - 1 in counts
    is_dressed = any(not lines[at].text.isdecimal() for at in counts)
    if len(counts) + (has_pages or at_end) + is_dressed < _FEWEST:
        return lines
    kept: Lines = []
    for at, line in enumerate(lines):
        if at in counts:
            account.mark_furniture("page-mark", [line])
        else:
            kept.append(line.with_cut("page-mark") if at - 1 in counts and kept else line)
    return kept


def _count(line: Line) -> int | None:
    """Return the number in a line that has nothing else."""
    text = line.text
    may_count = len(text) <= _LONGEST and text.rstrip("-–— ")[-1:].isdecimal()
    found = _COUNT.match(text) if may_count else None
    return int(found["number"]) if found else None


def _counts(lines: Lines) -> Iterator[int]:
    """Yield the indexes of the numbers that count pages, the first of them one or two."""
    expected, above = 0, -_FEWEST_LINES
    for at, line in enumerate(lines):
        number = _count(line)
        if number is None or (at != len(lines) - 1 and 0 < at - above < _FEWEST_LINES):
            continue
        if number == expected or (not expected and 0 < number <= _FIRST):
            yield at
            expected, above = number + 1, at
