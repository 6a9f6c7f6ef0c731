"""What blocks are for: summary, comment, action request; and the summary's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cableconv.cable import BlockRole
from cableconv.parser.body.drafts import Draft
from cableconv.patterns import pattern

_ROLES: tuple[tuple[BlockRole, str], ...] = (
    ("summary", r"SUMMARY|SYNOPSIS|BOTTOM[ -]+LINE(?:[ -]+UP[ -]?FRONT)?|BLUF"),
    ("action", r"ACTION\s+REQUEST(?:ED|S)?|ACTION\s+REQUIRED|REQUESTS?\s+FOR\s+ACTION"),
    ("comment", r"COMMENTS?"),
)
_ROLE_WORDS = "|".join(words for _, words in _ROLES)
_ROLE: tuple[tuple[BlockRole, re.Pattern[str]], ...] = tuple(
    (role, pattern(rf"\b(?:{words})\b", re.IGNORECASE)) for role, words in _ROLES
)
# whose comment it is, and of what kind; a post's name may stand there as well
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
_END = "end "  # a draft's text has single blanks


def assign_roles(drafts: Sequence[Draft]) -> None:
    """Mark headings and paragraphs with what the cable says they are for."""
    reader = _Reader(drafts)
    for index, draft in enumerate(drafts):
        if draft.kind == "heading":
            reader.take_heading(draft)
        elif draft.kind == "quote":
            assign_roles(draft.blocks)
        else:
            reader.take_block(index, draft)


class _Reader:
    """The role that is open while blocks are read in order; ``headed``: a heading opened it."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._closed = [_closed_roles(draft.text) for draft in drafts]
        self._current: BlockRole | None = None
        self._headed = False
        self._above_numbers = True

    def take_heading(self, draft: Draft) -> None:
        """A heading opens its role, or closes the one that was open."""
        self._current = draft.role = _opened(draft.label or draft.text, _HEADED)
        self._headed = self._current is not None

    def take_block(self, index: int, draft: Draft) -> None:
        """Another block: its own words open a role, and they or those below close it."""
        if opened := _opened(draft.text, _OPENING, _ANNOUNCED):
            self._current, self._headed = opened, False
        draft.role = self._current or self._closed_unopened(index)
        self._above_numbers = self._above_numbers and draft.number is None
        if (
            self._closed[index]
            or any(_closed_roles(block.text) for block in draft.blocks)
            or (self._current and not self._headed and not self._closed_below(index))
        ):
            self._current = None

    def _closed_unopened(self, index: int) -> BlockRole | None:
        """The first paragraph may be the summary although only END SUMMARY says so."""
        return "summary" if self._above_numbers and "summary" in self._closed[index] else None

    def _closed_below(self, index: int) -> bool:
        """Whether the role is closed in one of the paragraphs below, up to a heading."""
        for at in range(index + 1, len(self._drafts)):
            other = self._drafts[at]
            if other.kind == "heading" or _opened(other.text, _OPENING):
                return False
            if self._closed[at]:
                return self._current in self._closed[at]
        return False


def _opened(text: str, *patterns: re.Pattern[str]) -> BlockRole | None:
    """The role that the words at the beginning name; a summary comes before what is with it."""
    found = next((found for form in patterns if (found := form.match(text))), None)
    return _named(found["label"]) if found else None


def _named(label: str) -> BlockRole | None:
    return next((role for role, words in _ROLE if words.search(label)), None)


def _closed_roles(text: str) -> list[BlockRole]:
    """The roles that END SUMMARY and its kin close."""
    named = (_named(found["label"]) for found in _closings(text))
    return [role for role in named if role]


def _closings(text: str) -> Iterator[re.Match[str]]:
    """Where END SUMMARY and its kin stand; the pattern is slow, and END a rare word."""
    lowered = text.lower()
    at = lowered.find(_END)
    while at > 0 and lowered[at - 1].isalnum():
        at = lowered.find(_END, at + 1)
    if at >= 0:  # a few letters have two in lower case, which moves the place
        yield from _CLOSING.finditer(text, at if len(lowered) == len(text) else 0)


def summary_of(drafts: Sequence[Draft]) -> str | None:
    """The text marked as summary, without the words that open and close it."""
    texts: list[str] = []
    for draft in drafts:
        if draft.role == "summary" and draft.kind != "heading":
            texts += map(_without_opening, _texts(draft))
        elif texts and draft.kind != "heading":
            break
    summary = "\n\n".join(text for text in texts if text)
    for closing in _closings(summary):
        if _named(closing["label"]) == "summary":
            summary = summary[: closing.start()]
            break
    return summary.strip().strip("(").rstrip("- \n") or None


def _without_opening(text: str) -> str:
    found = _OPENING.match(text)
    return text[found.end() :] if found and _named(found["label"]) == "summary" else text


def _texts(draft: Draft) -> Iterator[str]:
    if draft.text:
        yield draft.text
    for block in draft.blocks:
        yield from _texts(block)
