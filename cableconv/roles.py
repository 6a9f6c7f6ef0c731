"""The roles of blocks: the words that open and close a summary, a comment, an action request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from cableconv.patterns import in_capitals, pattern

BlockRole = Literal["summary", "comment", "action"]

_ROLES: tuple[tuple[BlockRole, str], ...] = (
    ("summary", r"SUMMARY|SYNOPSIS|BOTTOM[ -]+LINE(?:[ -]+UP[ -]?FRONT)?|BLUF"),
    ("action", r"ACTION\s+REQUEST(?:ED|S)?|ACTION\s+REQUIRED|REQUESTS?\s+FOR\s+ACTION"),
    ("comment", r"COMMENTS?"),
)
_ROLE_WORDS = "|".join(words for _, words in _ROLES)
_ROLE: tuple[tuple[BlockRole, re.Pattern[str]], ...] = tuple(
    (role, pattern(rf"\b(?:{words})\b", re.IGNORECASE)) for role, words in _ROLES
)
# the author and kind of a comment, which may include the name of a post
_QUALIFIER = (
    r"(?:EXECUTIVE|BRIEF|SHORT|FINAL|URGENT|IMMEDIATE|EMBASSY|CONSULATE|CONGEN|POST|MISSION"
    r"|AMBASSADOR|CHARGE|CDA|DCM|DRAFTER|AUTHOR|EMBOFF|POLOFF|ECONOFF)(?:[’',]?S)?"
)
_COMPANION = r"INTRODUCTION|OVERVIEW|BACKGROUND|CONTEXT|ANALYSIS|CONCLUSIONS?|RECOMMENDATIONS?"
_CONTINUED = r"(?:[ ,-]*\(?CONT(?:INUED|INUES|['’,]?D|\.)?\)?(?!\w))?"
_JOINED = (
    r"(?:\s*(?:,\s*AND\b|,|\bAND\b|&|/)\s*(?-i:[A-Za-z])+"
    r"(?:\s+(?:REQUEST(?:ED)?|REQUIRED|POINTS))?){0,3}"
)
_LABEL = rf"(?:{_QUALIFIER}\s+){{0,2}}(?:{_ROLE_WORDS}|{_COMPANION}){_JOINED}{_CONTINUED}"
_BEGIN = r"\(?\s*(?:(?:BEGIN|START(?:\s+OF)?)\s+)?"
_MARKING = r"(?:\s*\((?-i:[A-Za-z]){1,4}(?:/(?-i:[A-Za-z])+)*\))?"
_OPENING = pattern(
    rf"{_BEGIN}(?P<label>{_LABEL}){_MARKING}\s*(?:[.:]+|-+|[—–]|\)|\s*$){_MARKING}[\s-]*",
    re.IGNORECASE,
)
_ANNOUNCED = pattern(
    r"THIS\s+(?:\w+\s+)?(?:IS|CONTAINS)\s+AN?\s+(?P<label>ACTION\s+REQUEST)\b", re.IGNORECASE
)
_HEADED = pattern(rf"\W*(?:BEGIN\s+|[IVX\d]+\.\s*)?(?P<label>{_LABEL})\b", re.IGNORECASE)
_OF_OTHERS = pattern(r"\W*COMMENTS?\s+(?:FROM|BY)\b|\W*COMMENTS\s+(?:ON|ABOUT)\b", re.IGNORECASE)
"""A heading above what others said: ``Comments on the Harbor``, ``Comments from the Ministry``."""
_CLOSING = pattern(
    rf"[Ee][Nn][Dd]\b(?<!\w...)\s+(?:OF\s+)?(?:THE\s+)?(?P<label>(?:(?-i:[A-Za-z])+\s+)?{_LABEL})\b\W*",
    re.IGNORECASE,
)
# the first letters of all matches of the opening patterns, as those are slow
_BEGINNINGS = frozenset(
    ("ACT", "AMB", "ANA", "AUT", "BAC", "BEG", "BLU", "BOT", "BRI", "CDA", "CHA", "COM", "CON",
     "DCM", "DRA", "ECO", "EMB", "EXE", "FIN", "IMM", "INT", "MIS", "OVE", "POL", "POS", "REC",
     "REQ", "SHO", "STA", "SUM", "SYN", "THI", "URG")
)  # fmt: skip
_ENDS = ("END ", "End ", "end ", "eND ")  # running text has single blanks
_USUAL: dict[str, BlockRole] = {
    "SUMMARY": "summary",
    "COMMENT": "comment",
    "COMMENTS": "comment",
    "ACTION REQUEST": "action",
    "ACTION REQUESTED": "action",
}
"""The words of most cables, for which no pattern is compiled."""
_LONGEST_USUAL = 16  # characters, and what follows
_LONGEST_OPENING = 200  # characters: qualifiers, and the words that are joined to a role's
_SIGNS = ("SUMMARY", "SYNOPSIS", "BOTTOM", "BLUF", "ACTION", "REQUEST", "COMMENT")
"""Each role's words have one of them."""


class _Closing(msgspec.Struct, frozen=True, gc=False):
    """The position of END SUMMARY or similar words, and the role that they close, if any."""

    start: int
    end: int
    role: BlockRole | None


def opened_role(text: str) -> BlockRole | None:
    """Return the role that the first words of a text open."""
    if not _may_open(text):
        return None
    return _usually_opened(text) or _opened(text, _OPENING)


def announced_role(text: str) -> BlockRole | None:
    """Return the role that the first words of a text open or announce."""
    if not _may_open(text):
        return None
    return _usually_opened(text) or _opened(text, _OPENING, _ANNOUNCED)


def headed_role(text: str) -> BlockRole | None:
    """Return the role that a heading names."""
    if not _has_sign(text):
        return None
    if usual := _USUAL.get(in_capitals(text)):
        return usual
    return None if _OF_OTHERS.match(text) else _opened(text, _HEADED)


def closed_roles(text: str) -> list[BlockRole]:
    """Return the roles closed by END SUMMARY and similar words."""
    return [found.role for found in _closings(text) if found.role]


def summary_of(passages: Iterable[tuple[BlockRole | None, Iterable[str]]]) -> str | None:
    """Return the first consecutive texts marked as summary, without the opening and closing words.

    A passage is a block other than a heading, as its role and the texts in it.
    """
    kept: list[str] = []
    for role, texts in passages:
        if role == "summary":
            kept += map(_without_opening, texts)
        elif kept:
            break
    summary = "\n\n".join(text for text in kept if text)
    for closing in _closings(summary):
        if closing.role == "summary":
            summary = summary[: closing.start]
            break
    return summary.strip().strip("(").rstrip("[- \n") or None


def _may_open(text: str) -> bool:
    may_begin = text[:3].upper() in _BEGINNINGS or text[:1] == "("
    return may_begin and _has_sign(text[:_LONGEST_OPENING])


def _has_sign(text: str) -> bool:
    capitals = in_capitals(text)
    return bool([sign for sign in _SIGNS if sign in capitals])


def _usually_opened(text: str) -> BlockRole | None:
    """Return the role that a usual word with a colon or a full stop opens."""
    for mark in ":.":
        word, found, _ = text[: _LONGEST_USUAL + 1].partition(mark)
        if found and (role := _USUAL.get(word.upper())):
            return role
    return None


def _opened(text: str, *patterns: re.Pattern[str]) -> BlockRole | None:
    """Return the role named by the first words; a summary takes precedence."""
    found = next((found for form in patterns if (found := form.match(text))), None)
    return _named(found["label"]) if found else None


def _named(label: str) -> BlockRole | None:
    return next((role for role, words in _ROLE if words.search(label)), None)


def _closings(text: str) -> list[_Closing]:
    """Find END SUMMARY and similar words; looks for the rare END first, as the pattern is slow."""
    found: list[_Closing] = []
    for at in sorted([at for end in _ENDS if end in text for at in _places(end, text)]):
        goes_on = bool(found) and at < found[-1].end  # COMMENT AND END ... is a single label
        if not goes_on and (closing := _closing_at(at, text)):
            found.append(closing)
    return found


def _closing_at(at: int, text: str) -> _Closing | None:
    """Return the closing whose END begins there, perhaps with a usual word that ends the text."""
    start = at + len(_ENDS[0])
    behind = text[start : start + _LONGEST_USUAL + 2]
    usual = _USUAL.get(behind.rstrip(". ").upper())
    if usual and start + len(behind) == len(text):
        return _Closing(at, len(text), usual)
    found = _CLOSING.match(text, at)
    return _Closing(at, found.end(), _named(found["label"])) if found else None


def _places(word: str, text: str) -> Iterator[int]:
    """Yield the positions of a whole word, including the space after it."""
    at = text.find(word)
    while at >= 0:
        before = text[at - 1 : at]
        if not before.isalnum() and before != "_":
            yield at
        at = text.find(word, at + 1)


def _without_opening(text: str) -> str:
    for mark in (": ", ". "):
        usual, _, rest = text.partition(mark)
        if _USUAL.get(usual.upper()) == "summary" and rest[:1].isalpha():
            return rest
    found = _OPENING.match(text) if _may_open(text) else None
    return text[found.end() :] if found and _named(found["label"]) == "summary" else text
