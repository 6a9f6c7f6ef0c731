"""Wraps lines at a teleprinter's width, but never so that a line looks like a new element."""

from __future__ import annotations

import re
from functools import cache

WIDTH = 69
"""Characters per line (ACP 127 para 138f)."""

NARROWEST = 30
UNWRAPPED = 2**31
"""The width at which a paragraph is a single line."""

_NARROWEST_COLUMN = 15

# apart by their first letters, so that the regex engine can exclude words by these
_WORDS_OF_THE_FORMAT = (
    r"O\b",
    r"E\.O\.",
    *(rf"{word}\b(?!\s(?:OF\s)?(?:SUMMARY|COMMENT))" for word in ("BEGIN", "START", "END")),
    *(rf"{word}\b" for word in ("QUOTE", "UNQUOTE", "BT", "NNNN", r"PAGE\s\d+")),
    *(rf"{word}\b" for word in (r"S(?:ENSITIVE\sBUT|UBJ(?:ECT)?)", "TAGS?")),
    *(rf"{word}\b" for word in ("CLASSIFIE(?:D|R)", "DE(?:CL|RIVED)")),
    r"RE(?:F(?:(?:TEL)?S?|ERENCES?)|ASONS?)\b",
)
_THEIR_FIRST_LETTERS = "[BCDENOPQRSTUbcdenopqrstu]"


def _in_any_case(pattern: str) -> str:
    """Return a pattern for either case, faster than the flag, which looks up every letter."""
    return re.sub("[A-Z]", lambda letter: f"[{letter[0]}{letter[0].lower()}]", pattern)


_WORD_OF_THE_FORMAT = (
    rf"(?={_THEIR_FIRST_LETTERS})(?:{'|'.join(map(_in_any_case, _WORDS_OF_THE_FORMAT))})"
)

_MARK_WORD = _in_any_case(r"(?:BEGIN|START|END|QUOTE|UNQUOTE)\b")

# possible beginnings of an element: a bullet, a rule, a pilcrow; the number of a paragraph
# or page; the letter of a reference or sub-item; words of the format, or those that open and close
# a repeated text behind brackets; a passing line
_BEGINS_SOMETHING = rf"""(?:
    [^\w"'“‘(] | \(?(?: \d | [A-Za-z][.)] | [IVXivx]{{2,4}}[.)] )
  | {_WORD_OF_THE_FORMAT}
  | [("\[](?:[A-Z/]{{1,9}}\)[ ][("\[]?)? {_MARK_WORD}
  | [A-Z][A-Z]{{1,9}}[ ](?:ALSO[ ])?(?:FOR|PASS)\b | FOR[ ][A-Z]{{1,6}}/
)"""

# most words begin with two lower-case letters that are no Roman number: one possibility is left
_BEGINS_NOTHING = rf"""(?:
    (?=[a-z][a-hj-uwyz]) (?!{_WORD_OF_THE_FORMAT}) | (?!{_BEGINS_SOMETHING})
)"""

RUNNING = rf"[ ](?<![-:*•·=~#][ ]){_BEGINS_NOTHING}(?=[^ ]+[ ])"
"""A fit space in running text: not after a hyphen or the sign of an item or a heading; not after a
colon, where a list would begin; no single word on the last line, where a signature would be."""

BETWEEN_NAMES = rf"{RUNNING}(?:(?<![A-Za-z-][ ])|(?<=[A-Za-z]{{2}}[ ])(?=[A-Z]))(?!\w\b)"
"""A fit space in Classified By, where a lower-case word or a single letter would be
read as the end of the line above."""

ANYWHERE = r"[ ]"
"""Any space, for text that is not read back."""

OUTSIDE_BRACKETS = r"[ ](?<!-[ ])(?![^(]*\))"
"""A fit space in TAGS, outside the brackets around a person's name."""


def wrap(text: str, width: int, lead: str = "", hang: str = "", fit: str = RUNNING) -> list[str]:
    """Wrap the text; ``lead`` precedes the first line, ``hang`` the others.

    ``fit`` is a pattern of the spaces at which lines may break; a line without one runs over.
    """
    return wrap_even(evenly_spaced(text), width, lead, hang, fit)


def wrap_even(text: str, width: int, lead: str, hang: str, fit: str = RUNNING) -> list[str]:
    """Wrap a text that is evenly spaced."""
    if len(text) <= width - len(lead):
        return [lead + text]
    room = max(width - len(hang), _NARROWEST_COLUMN)
    extra = max(len(lead) - len(hang), 0)
    lines = [*map(str.rstrip, _lines(room, fit).findall(extra * "_" + text))]
    lines[0] = lead + lines[0][extra:]
    return [lines[0], *[hang + line for line in lines[1:]]] if hang else lines


@cache
def last_fit_blank() -> re.Pattern[str]:
    """Return a pattern that matches to the last space where a line of running text may end."""
    return re.compile(rf".+(?={RUNNING})", re.VERBOSE)


def evenly_spaced(text: str) -> str:
    """Return the text with single spaces between words."""
    if _has_no_other_space(text) and "  " not in text and text == text.strip():
        return text
    return " ".join(text.split())


def _has_no_other_space(text: str) -> bool:
    """Whether blanks are the only white space; ``isprintable`` costs three times as much.

    Each character is searched for in turn, which is faster than all at once.
    """
    if not text.isascii():
        return text.isprintable()
    return (
        "\n" not in text
        and "\t" not in text
        and "\r" not in text
        and "\x0b" not in text
        and "\x0c" not in text
        and "\x1c" not in text
        and "\x1d" not in text
        and "\x1e" not in text
        and "\x1f" not in text
    )


@cache
def _lines(room: int, fit: str) -> re.Pattern[str]:
    """Return a pattern for one line: up to the last fit space inside it, or the first one after.

    A space right after the greedy part lets the engine skip from space to space.
    """
    return re.compile(
        rf".{{1,{room}}}+$ | .{{1,{room}}}{fit} | .+?{fit} | .+",
        re.VERBOSE | re.DOTALL,  # there are no line feeds to stop at
    )
