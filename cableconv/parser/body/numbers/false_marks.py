"""Pilcrows (or the digit 1 they became) before something that looks like a paragraph's number.

Pages put ``¶`` before any number at a line's start: ``¶2005.`` ends a sentence.  Where a scrape
turned pilcrows into the digit 1, this reads ``12005.``, and if it also joined the lines, the digit
is inside one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cableconv.diagnostics.body import FALSE_PARAGRAPH_MARK
from cableconv.parser.account.account import Account
from cableconv.parser.body.numbers.numbering import Numbered
from cableconv.parser.lexer.facts import NUMBER
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import is_rule
from cableconv.patterns import pattern
from cableconv.vocabulary.months import MONTHS
from cableconv.vocabulary.sentences import ends_sentence

_PILCROW = pattern(r"¶\s*(?=\d)")
_ROMAN_PILCROW = pattern(r"¶\s*(?=[IVX]{1,4}\.\s+\S)")
_SCAR = pattern(r"1(?=\d{1,4}\.(?:\s|$))")
# the page marked every number at a line's start: if pilcrows are damaged, 14. is ¶4.
_ITEM_SCAR = pattern(r"1(?=\d\.\s+\S)")
_LETTER_SCAR = pattern(r"1(?=(?:[A-Z]|[IVX]{2,4})\.\s)")


def _inside(mark: str, day: str) -> re.Pattern[str]:
    """Return the pattern of a mark before a year or, after a month, before a day.

    The mark is its first character, which makes it fast.
    """
    months = "|".join(rf"(?<={month} {mark})" for month in MONTHS)
    return pattern(
        rf"{mark}(?=\d)(?:(?<=\s{mark})(?=(?:19|20)\d\d\.(?:\s|$))"
        rf"|(?:{months})(?={day}\.(?:\s|$)))"
    )


_INNER_PILCROW = _inside("¶", r"\d\d?")
_INNER_SCAR = _inside("1", r"\d\d")  # 12007. is a year, May 115. a day
_LONGEST_TITLE = 3  # lines
_LONGEST_WORD = 80  # characters: as printed in a report


def drop_false_marks(
    lines: list[Line], numbered: Mapping[int, Numbered], account: Account
) -> tuple[list[Line], dict[int, Numbered]]:
    """Return the lines without false marks, and the paragraphs by their new indices.

    Each mark is reported and kept as furniture.
    """
    scarred = any(entry.repaired for entry in numbered.values())
    has_pilcrows = _hold_pilcrow(lines, account.text) and _has_lone_pilcrow(lines, numbered)
    if not (scarred or has_pilcrows):
        return lines, dict(numbered)
    restarts = _restarts(lines, numbered) if scarred else set()
    kept: list[Line] = []
    moved: dict[int, Numbered] = {}
    for index, line in enumerate(lines):
        if index in numbered:
            moved[len(kept)] = numbered[index]
        elif found := _leading(lines, index, scarred, restarts, index + 1 in numbered):
            line = _without(line, found, account)
        if inner := _INNER_PILCROW if "¶" in line.text else _INNER_SCAR if scarred else None:
            kept += _split_inside(line, inner, account)
        else:
            kept.append(line)
    return kept, moved


def _hold_pilcrow(lines: Sequence[Line], text: str) -> bool:
    return bool(lines) and text.find("¶", lines[0].start, lines[-1].end) >= 0


def _has_lone_pilcrow(lines: Sequence[Line], numbered: Mapping[int, Numbered]) -> bool:
    """Whether a pilcrow begins a line other than a paragraph, or is inside a line."""
    return any(
        (line.facts & NUMBER and line.text[0] == "¶" and index not in numbered)
        or "¶" in line.text[1:]
        for index, line in enumerate(lines)
        if "¶" in line.text
    )


def _leading(
    lines: Sequence[Line], index: int, scarred: bool, restarts: set[int], heads: bool
) -> re.Match[str] | None:
    """Return the false mark at the start of a line; ``heads``: right above a paragraph."""
    line = lines[index]
    if line.text[0] == "¶":
        heads = heads or _stands_above_rule(lines, index)
        return _PILCROW.match(line.text) or (_ROMAN_PILCROW.match(line.text) if heads else None)
    if not scarred or line.text[0] != "1":
        return None
    if index in restarts or (index and line.gap == 0 and not ends_sentence(lines[index - 1].text)):
        return _SCAR.match(line.text)
    return _LETTER_SCAR.match(line.text) or (_ITEM_SCAR.match(line.text) if line.gap else None)


def _stands_above_rule(lines: Sequence[Line], index: int) -> bool:
    """Whether a rule is the next line, or follows the rest of a title."""
    for line in lines[index + 1 : index + 1 + _LONGEST_TITLE]:
        if is_rule(line.text):
            return True
        if line.gap:
            return False
    return False


def _restarts(lines: Sequence[Line], numbered: Mapping[int, Numbered]) -> set[int]:
    """Return the lines of numberings inside the cable's own (``11.``, ``12.`` for 1, 2)."""
    found: set[int] = set()
    previous: tuple[int, int] | None = None
    for index, line in enumerate(lines):
        if index in numbered:
            previous = None
        elif mark := _SCAR.match(line.text):
            value = int(line.text[mark.end() :].split(".")[0])
            if previous and value == previous[1] + 1:
                found |= {previous[0], index}
            previous = (index, value)
    return found


def _without(line: Line, found: re.Match[str], account: Account) -> Line:
    account.report(FALSE_PARAGRAPH_MARK, line, printed=line.text.split()[0])
    account.mark_furniture("false-mark", [Line(line.start, found[0].strip())])
    rest = line.tail(found.end()).with_gap(line.gap)
    return rest.with_cut(line.cut) if line.cut else rest


def _split_inside(line: Line, inner: re.Pattern[str], account: Account) -> Iterator[Line]:
    """Return a line without pilcrows inside it, or digits that were pilcrows."""
    position = 0
    for mark in inner.finditer(line.text):
        start = mark.start()
        scar = Line(line.start + start, mark[0])
        word = line.text[start : start + _LONGEST_WORD].split()[0]
        account.report(FALSE_PARAGRAPH_MARK, scar, printed=word)
        account.mark_furniture("false-mark", [scar])
        yield line.piece(position, start)
        position = mark.end()
    yield line.piece(position, len(line.text)) if position else line
