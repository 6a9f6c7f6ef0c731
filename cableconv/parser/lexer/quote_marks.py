"""The lines that open and close a repeated text: BEGIN TEXT, END TEXT, QUOTE, UNQUOTE."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.patterns import pattern

_SURE_NOUNS = (
    "TEXT|QUOTE|LETTER|TRANSLATION|PAPER|NON-?PAPER|POINTS|MESSAGE|STATEMENT|EXCERPTS?"
    "|TRANSCRIPT|DEMARCHE|NOTE|DRAFT|CABLE|UNOFFICIAL|LIST|TABLE|REMARKS|ARTICLE"
)
_SURE = frozenset(_SURE_NOUNS.split("|"))
_NOUNS = (
    rf"{_SURE_NOUNS}|PRESS RELEASE|AGENDA"
    # less surely: a sentence that was wrapped before BEGIN or END goes on with other words
    "|(?:SPEECH|COMMUNIQUE|RESOLUTION|DECLARATION|REPORT|INTERVIEW|ANNEX|E-?MAIL|MEMO(?:RANDUM)?"
    "|AIDE[ -]?MEMOIRE|DIPNOTE|REPLY|DOCUMENT|EDITORIAL|GUIDANCE|INVITATION|QUESTIONS?|ANSWERS?"
    r"|RESPONSES?|TRANSLATIONS)(?=\W*$|\s*[:(]|\s+(?:OF|FROM|TO|BY|FOR)\b)"
)
_QUOTE = pattern(
    r"(?P<side>BEGIN|START|END)(?:\s+OF)?\s+"
    rf"(?P<what>(?:(?-i:[A-Za-z'-])+\s+){{0,5}}?(?:{_NOUNS}))\b(?:.{{0,80}}|.{{0,300}}\):)$"
    r"|(?P<quote>QUOTE|UNQUOTE)[.:]?$"
    r"|TEXT(?:\s+OF\b[^.:]{1,60}?)?\s+(?P<verb>BEGINS|STARTS|ENDS)[.:]?$",
    re.IGNORECASE,
)
_OPENING = pattern(
    r"(?:(?P<bracket>[(\[])|[\"-]){0,3}\s?(?:BEGIN|START)(?:\s+OF)?\s+"
    rf"(?:(?-i:[A-Za-z'-])+\s+){{0,5}}?(?:{_NOUNS})"
    r"(?:\s+(?:OF|FROM|TO|BY|ON)\b[^:.]{1,80})?(?::|(?(bracket)[)\]]|:))"
    r"\s+(?=(?-i:[A-Z\d\"“]))",
    re.IGNORECASE,
)
"""``BEGIN TEXT: The first words``, or ``(Begin text) The first words``."""
_BEGINNING = 9  # characters: signs, and BEGIN or START
_AROUND_QUOTE_MARK = '-=*. ()[]"'
_QUOTE_WORDS = ("BEGIN", "START", "END", "QUOTE", "UNQUOTE", "TEXT")
_QUOTE_LETTERS = frozenset(_AROUND_QUOTE_MARK + "BEQSTUbeqstu")  # one begins each such line
_QUOTE_PREFIXES = frozenset(each[:end] for each in _QUOTE_WORDS for end in range(4))
_LONGEST_QUOTE_MARK = 400  # characters: BEGIN TEXT and a title of up to 80, or with a remark


class QuoteMark(msgspec.Struct, frozen=True, gc=False):
    """A line that opens or closes a repeated text."""

    opens: bool
    what: str


_USUAL_QUOTE_MARKS = {
    f"{side} TEXT": QuoteMark(side == "BEGIN", "TEXT") for side in ("BEGIN", "END")
}


def may_be_quote_mark(beginning: str) -> bool:
    """Whether these first characters of a line may be those of BEGIN, END, QUOTE and so on."""
    if beginning[0] == "(":  # a portion marking may be before it, and be longer than these
        marking, closed, rest = beginning.partition(")")
        if not closed and "/" in marking:
            return True
        beginning = rest if closed else beginning
    return beginning.lstrip(_AROUND_QUOTE_MARK)[:3].upper() in _QUOTE_PREFIXES


def quote_mark(text: str) -> QuoteMark | None:
    """Recognise BEGIN TEXT, END TEXT, TEXT BEGINS and similar lines."""
    if text[:1] not in _QUOTE_LETTERS:
        return None
    bare = text[read_marking(text)[1] :] if text[0] == "(" else text
    bare = bare.lstrip(_AROUND_QUOTE_MARK)
    if not bare[: len("UNQUOTE")].upper().startswith(_QUOTE_WORDS):
        return None
    bare = bare.rstrip(_AROUND_QUOTE_MARK)
    if bare in _USUAL_QUOTE_MARKS:
        return _USUAL_QUOTE_MARKS[bare]
    found = _QUOTE.match(bare) if len(bare) <= _LONGEST_QUOTE_MARK else None
    if found is None:
        return None
    if found["quote"]:
        return QuoteMark(found["quote"].upper() == "QUOTE", "QUOTE")
    if found["verb"]:
        return QuoteMark(found["verb"].upper() != "ENDS", "TEXT")
    return QuoteMark(found["side"].upper() != "END", _name(found["what"].upper().split()))


def _name(words: Sequence[str]) -> str:
    """Return the first sure noun, also where a long line goes on to a second one; or the last."""
    return next((word for word in words if word in _SURE), words[-1])


def opening_end(text: str, start: int = 0) -> int:
    """Return the end of the words that open a repeated text on its first line; 0 for none."""
    beginning = text[start : start + _BEGINNING].upper()
    opens = "BEGIN" in beginning or "START" in beginning
    found = _OPENING.match(text, start) if opens else None
    return found.end() if found else 0
