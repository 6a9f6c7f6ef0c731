"""The marks at a paragraph's beginning: ``¶4. (C)``, ``14. (C)``, ``4 (C)``, ``(4) (C)``."""

from __future__ import annotations

import msgspec

from cableconv.patterns import pattern

_NUMBERED = pattern(
    r"(?P<pilcrow>¶[¶\s]*)?(?P<open>\()?(?P<number>\d(?:\d|O(?!O?[A-Za-z])){0,3})(?(open)\))"
    r"(?P<dot>\s?[.,:]{1,2}(?:-(?![-\d]))?|\s?\)|\s?-\s?(?=\()|(?=\s*\())?(?P<blank>\s*)"
)
_HASH = pattern(r"#(?=\d{1,3}\.\s)")
"""``#1. The ferry ...``: the sign for a number, where others put a pilcrow."""
_WORDED = pattern(r"(?i:PARA(?:GRAPH)?)\.?\s(?=\d{1,3}\s?[.:)]?\s?\()")
"""``PARA 3. (C)``: the word before the number of a marked paragraph."""
_USUAL = pattern(
    r"(?P<pilcrow>¶?)(?P<number>\d{1,3})\.\s++"
    r"(?:\((?P<marking>SBU|[SCU])\)[ \t]*+(?![.:,])|(?![(\[]|(?:TS|SBU|[SCU])[/)]))"
)
"""Nine of ten marks, read at once: a number, its full stop, and one of these markings or none."""
_MARK = pattern(
    r"\(\s?(?P<marking>(?:TS|SBU|LOU|FOUO|EFTO|S|C|U)(?![A-Za-z.])[^()]{0,40}?"
    r"|(?i:unclassified|unclas|confidential|secret|top secret|sensitive but unclassified|sensitive"
    r"|limited official use|for official use only)(?![A-Za-z])[^()]{0,30}?"
    r"|(?:TS|SBU|[SCU])\s?//?\s?(?i:REL)\b[^()]{0,250}?"  # to a list of countries
    r"|/(?:NF|REL)[^()]{0,30}?)\s?\)"
)
_STOP_BEHIND = pattern(r"\s?[.:,](?![.:,\d])\s*")
"""A stop between a marking and its text."""
_OPENERS = frozenset("¶(#")
_FIGURE = pattern(r"-?\d")
_STOPS = frozenset((".", "..", ".,", ",", ":", ".:", ".-"))
_MARKED_SENTENCE = (
    r"\((?:TS|SBU|S|C|U)(?://?(?:NF|NOFORN|SI))?\)[\s:]*(?![A-Z][A-Z .'-]{1,30}\s\d)"
    r"(?=[A-Z\"“][\w'’./-]*+(?:[,;:)]*\s+[\"“(]?[\w'’./-]++){3})"
)
_SENTENCE = pattern(_MARKED_SENTENCE)
_MARKED_INSIDE = pattern(rf"(?<!1\.[4-6])(?:(?<=[.\d)\"”])\s+|(?<=\)\.))(?={_MARKED_SENTENCE})")
_OPENED = ("(U", "(C", "(S", "(T")
"""The first letters of portion markings."""
_SMALL_MARK = pattern(r"\(((?:ts|[Ss]bu|s|c|u)(?://?(?:nf|noforn|rel\s[^()]{1,30}))?)\)\s*")
_OPEN_MARK = pattern(r"\((TS|SBU|S|C|U)\s+(?=[A-Z][a-z]|[A-Z]\s)(?![^()]{0,12}\))")
_SQUARE_MARK = pattern(r"\[((?:TS|SBU|S|C|U)(?://?(?:NF|NOFORN))?)\]\s*")
_CLOSED_MARK = pattern(r"((?:TS|SBU|S|C|U)(?://?(?:NF|NOFORN))?)\)\s*(?=[A-Z\"“])")


class ParagraphMark(msgspec.Struct, frozen=True, gc=False):
    """A line's beginning that looks like a paragraph's.

    ``bracketed``: a bracket alone follows the number, as after an item's; ``enclosed``:
    brackets are around it.
    ``repaired``: a letter O replaced a zero, or the marking's bracket was lost; ``end`` is
    the start of the text, after a portion marking.
    """

    digits: str
    pilcrow: bool
    dotted: bool
    marking: str | None
    repaired: bool
    end: int
    bracketed: bool = False
    enclosed: bool = False


def read_marking(text: str, start: int = 0) -> tuple[str | None, int]:
    """Return the portion marking (5 FAH-3 H-710) at ``start``, and the start of the text."""
    if not text.startswith("(", start):
        return None, start
    found = _MARK.match(text, start)
    if found is None:
        return None, start
    end = found.end()
    while end < len(text) and text[end] in " \t":
        end += 1
    if text[end : end + 1] in _STOPS and (stop := _STOP_BEHIND.match(text, found.end())):
        end = stop.end()
    return " ".join(found["marking"].split()), end


def may_be_paragraph(text: str) -> bool:
    """Whether a digit, a pilcrow, a bracket or the word PARA begins the line."""
    first = text[0]
    return first.isdecimal() or first in _OPENERS or (first in "Pp" and text[:4].upper() == "PARA")


def begins_marked_sentence(text: str) -> bool:
    """Whether a portion marking precedes a sentence here, as at a body's beginning."""
    return text[0] == "(" and _SENTENCE.match(text) is not None


def marked_sentence_inside(text: str) -> int | None:
    """Return the offset of a portion marking before a sentence later in the line, or None."""
    if "(" not in text or not any(map(text.__contains__, _OPENED)):
        return None
    found = _MARKED_INSIDE.search(text)
    return found.end() if found else None


def read_paragraph_mark(text: str) -> ParagraphMark | None:
    """Return the number (and marking) at the line's beginning, or None."""
    if not may_be_paragraph(text):
        return None
    if usual := _USUAL.match(text):
        pilcrow, number, marking = usual.groups()
        return ParagraphMark(number, bool(pilcrow), True, marking, False, usual.end())
    return _read_mark(text)


def _read_mark(text: str) -> ParagraphMark | None:
    """Return a mark that is printed in another way than the usual ones, or None."""
    before, start = read_marking(text)
    worded = None if text[0] in _OPENERS else _WORDED.match(text)
    opened = worded or _HASH.match(text)
    found = _NUMBERED.match(text, opened.end() if opened else start)
    if found is None:
        return None
    pilcrow, bracket, number, dot, blank = found.groups()
    if dot is None and not bracket and not pilcrow:
        return None
    digits = number.replace("O", "0")
    if before is not None and (dot or (pilcrow and not bracket)):
        return ParagraphMark(digits, bool(pilcrow), bool(dot), before, False, found.end())
    marking, end, repaired = _marking_behind(text, found.end())
    stop = dot.strip() if dot else ""
    dotted = stop in _STOPS
    numbered = dotted or (pilcrow and not bracket)  # ¶(1) is a list's
    if not marking and (worded or not numbered):
        return None
    if dotted and marking is None and not blank and _FIGURE.match(text, end):
        return None  # 49.3 percent, or 2.-3.
    if before is not None:  # the text keeps the second marking
        marking, end, repaired = before, found.end(), False
    repaired = repaired or "O" in number
    bracketed = not bracket and stop == ")"
    return ParagraphMark(
        digits, bool(pilcrow), dotted, marking, repaired, end, bracketed, bool(bracket)
    )


def _marking_behind(text: str, start: int) -> tuple[str | None, int, bool]:
    """Return the marking after a number: also in lower case, in other or lost brackets."""
    marking, end = read_marking(text, start)
    for other in (_SMALL_MARK, _SQUARE_MARK) if marking is None else ():
        if found := other.match(text, start):
            return found[1], found.end(), False
    for lost in (_OPEN_MARK, _CLOSED_MARK) if marking is None else ():
        if found := lost.match(text, start):
            return found[1], found.end(), True
    return marking, end, False
