"""The roles of blocks: the words that open and close a summary, a comment, an action request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from cableconv.patterns import pattern

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
    r"(?:\s*(?:,\s*AND\b|,|\bAND\b|&|/)\s*[A-Z]+(?:\s+(?:REQUEST(?:ED)?|REQUIRED|POINTS))?){0,3}"
)
_LABEL = rf"(?:{_QUALIFIER}\s+){{0,2}}(?:{_ROLE_WORDS}|{_COMPANION}){_JOINED}{_CONTINUED}"
_BEGIN = r"\(?\s*(?:(?:BEGIN|START(?:\s+OF)?)\s+)?"
_MARKING = r"(?:\s*\([A-Z]{1,4}(?:/[A-Z]+)*\))?"
_OPENING = pattern(
    rf"{_BEGIN}(?P<label>{_LABEL}){_MARKING}\s*(?:[.:]+|-+|[—–]|\)|\s*$){_MARKING}[\s-]*",
    re.IGNORECASE,
)
_ANNOUNCED = pattern(
    r"THIS\s+(?:\w+\s+)?(?:IS|CONTAINS)\s+AN?\s+(?P<label>ACTION\s+REQUEST)\b", re.IGNORECASE
)
_HEADED = pattern(rf"\W*(?:BEGIN\s+|[IVX\d]+\.\s*)?(?P<label>{_LABEL})\b", re.IGNORECASE)
_CLOSING = pattern(
    rf"[Ee][Nn][Dd]\b(?<!\w...)\s+(?:OF\s+)?(?:THE\s+)?(?P<label>(?:[A-Z]+\s+)?{_LABEL})\b\W*",
    re.IGNORECASE,
)
# the first letters of all matches of the opening patterns, as those are slow
_BEGINNINGS = frozenset(
    ("ACT", "AMB", "ANA", "AUT", "BAC", "BEG", "BLU", "BOT", "BRI", "CDA", "CHA", "COM", "CON",
     "DCM", "DRA", "ECO", "EMB", "EXE", "FIN", "IMM", "INT", "MIS", "OVE", "POL", "POS", "REC",
     "REQ", "SHO", "STA", "SUM", "SYN", "THI", "URG")
)  # fmt: skip
_ENDS = ("END ", "End ", "end ", "eND ")  # running text has single blanks


def opened_role(text: str) -> BlockRole | None:
    """Return the role that the first words of a text open."""
    return _opened(text, _OPENING) if _may_open(text) else None


def announced_role(text: str) -> BlockRole | None:
    """Return the role that the first words of a text open or announce."""
    return _opened(text, _OPENING, _ANNOUNCED) if _may_open(text) else None


def headed_role(text: str) -> BlockRole | None:
    """Return the role that a heading names."""
    return _opened(text, _HEADED)


def closed_roles(text: str) -> list[BlockRole]:
    """Return the roles closed by END SUMMARY and similar words."""
    return [role for found in _closings(text) if (role := _named(found["label"]))]


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
        if _named(closing["label"]) == "summary":
            summary = summary[: closing.start()]
            break
    return summary.strip().strip("(").rstrip("- \n") or None


def _may_open(text: str) -> bool:
    return text[:3].upper() in _BEGINNINGS or text[:1] == "("


def _opened(text: str, *patterns: re.Pattern[str]) -> BlockRole | None:
    """Return the role named by the first words; a summary takes precedence."""
    found = next((found for form in patterns if (found := form.match(text))), None)
    return _named(found["label"]) if found else None


def _named(label: str) -> BlockRole | None:
    return next((role for role, words in _ROLE if words.search(label)), None)


def _closings(text: str) -> list[re.Match[str]]:
    """Find END SUMMARY and similar words; looks for the rare END first, as the pattern is slow."""
    found: list[re.Match[str]] = []
    for at in sorted([at for end in _ENDS if end in text for at in _places(end, text)]):
        goes_on = bool(found) and at < found[-1].end()  # COMMENT AND END ... is a single label
        if not goes_on and (closing := _CLOSING.match(text, at)):
            found.append(closing)
    return found


def _places(word: str, text: str) -> Iterator[int]:
    """Yield the positions of a whole word, including the space after it."""
    at = text.find(word)
    while at >= 0:
        if not text[at - 1 : at].isalnum():
            yield at
        at = text.find(word, at + 1)


def _without_opening(text: str) -> str:
    found = _OPENING.match(text)
    return text[found.end() :] if found and _named(found["label"]) == "summary" else text
