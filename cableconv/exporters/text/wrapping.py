"""Lines no wider than a teleprinter's, broken where nothing new can seem to begin."""

from __future__ import annotations

import re
from functools import cache

WIDTH = 69
"""Characters on a line (ACP 127 para 138f)."""

NARROWEST = 30
UNWRAPPED = 2**31
"""The width at which a paragraph is one line."""

_NARROWEST_COLUMN = 15

# one word each, for the engine tells at a first letter which of them cannot be
_WORDS_OF_THE_FORMAT = (
    r"O\b",
    r"E\.O\.",
    *(rf"{word}\b(?!\s(?:OF\s)?(?:SUMMARY|COMMENT))" for word in ("BEGIN", "START", "END")),
    *(rf"{word}\b" for word in ("QUOTE", "UNQUOTE", "BT", "NNNN", r"PAGE\s\d+")),
    *(rf"{word}\b" for word in (r"SENSITIVE\sBUT", "DECL", "TAGS?", "SUBJ(?:ECT)?")),
    *(rf"{word}\b" for word in ("REF(?:TEL)?S?", "REFERENCES?")),
    *(rf"{word}\b" for word in ("CLASSIFIED", "CLASSIFIER", "DERIVED", "REASONS?")),
)


def _in_any_case(pattern: str) -> str:
    """Quicker than the flag, under which every letter is looked up."""
    return re.sub("[A-Z]", lambda letter: f"[{letter[0]}{letter[0].lower()}]", pattern)


# what a line of its own would begin with: a bullet, a rule, a pilcrow; a number, of a paragraph
# or a page; a letter, of a reference or a sub-item; the words of the format; a passing line
_BEGINS_SOMETHING = rf"""(?:
    [^\w"'“‘(] | \(?\d | \(?[A-Za-z][.)] | \(?[IVXivx]{{2,4}}[.)]
  | {"|".join(map(_in_any_case, _WORDS_OF_THE_FORMAT))}
  | [A-Z]{{2,10}}[ ](?:ALSO[ ])?(?:FOR|PASS)\b | FOR[ ][A-Z]{{1,6}}/
)"""

RUNNING = rf"[ ](?<![-:][ ])(?!{_BEGINS_SOMETHING})(?=\S+[ ])"
"""A fit place in running text: no break comes after a hyphen, nor after a colon, where
a list would begin; no word stands alone on the last line, where a signature would."""

BETWEEN_NAMES = rf"{RUNNING}(?:(?<![A-Za-z-][ ])|(?<=[A-Za-z]{{2}}[ ])(?=[A-Z]))(?!\w\b)"
"""A fit place in Classified By, where a word that begins small, or of one letter, would be
taken for the end of the one above."""

ANYWHERE = r"[ ]"
"""Any blank, where nobody will read the text back."""

OUTSIDE_BRACKETS = r"[ ](?<!-[ ])(?![^(]*\))"
"""A fit place in TAGS, where a person's name stands in brackets."""


def wrap(text: str, width: int, lead: str = "", hang: str = "", fit: str = RUNNING) -> list[str]:
    """The text in lines; ``lead`` stands before the first, ``hang`` before the others.

    ``fit`` is a pattern of the blanks that a line may end at; a line without one runs over.
    """
    text = _evenly_spaced(text)
    room = max(width - len(hang), _NARROWEST_COLUMN)
    if len(text) <= width - len(lead):
        return [lead + text]
    extra = max(len(lead) - len(hang), 0)
    lines = [*map(str.rstrip, _lines(room, fit).findall(extra * "_" + text))]
    lines[0] = lead + lines[0][extra:]
    return [lines[0], *[hang + line for line in lines[1:]]] if hang else lines


@cache
def last_fit_blank() -> re.Pattern[str]:
    """Matches to the last blank where a line of running text may end."""
    return re.compile(rf".+(?={RUNNING})", re.VERBOSE)


def _evenly_spaced(text: str) -> str:
    """The text with single blanks between its words."""
    if text.isprintable() and "  " not in text and text == text.strip():
        return text
    return " ".join(text.split())


@cache
def _lines(room: int, fit: str) -> re.Pattern[str]:
    """One match a line: what is left, up to the last fit blank in it, or to the first behind.

    A blank right behind the greedy part lets the engine skip from blank to blank.
    """
    return re.compile(
        rf".{{1,{room}}}+$ | .{{1,{room}}}{fit} | .+?{fit} | .+",
        re.VERBOSE | re.DOTALL,  # there are no line feeds to stop at
    )
