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
    current: BlockRole | None = None
    headed = False
    for index, draft in enumerate(drafts):
        if draft.kind == "heading":
            current = _opened(draft.label or draft.text, _HEADED)
            headed = current is not None
            draft.role = current
            continue
        if draft.kind == "quote":
            assign_roles(draft.blocks)
            continue
        opened = _opened(draft.text, _OPENING, _ANNOUNCED)
        if opened:
            current, headed = opened, False
        draft.role = current or _closed_unopened(drafts, index)
        if (
            _closes(draft)
            or any(map(_closes, draft.blocks))
            or (current and not headed and not _closed_below(drafts, index, current))
        ):
            current = None


def _opened(text: str, *patterns: re.Pattern[str]) -> BlockRole | None:
    """The role that the words at the beginning name; a summary comes before what is with it."""
    found = next((found for form in patterns if (found := form.match(text))), None)
    return _named(found["label"]) if found else None


def _named(label: str) -> BlockRole | None:
    return next((role for role, words in _ROLE if words.search(label)), None)


def _closings(text: str) -> Iterator[BlockRole]:
    """The roles that END SUMMARY and its kin close."""
    if _END not in text.lower():
        return
    labels = (found["label"] for found in _CLOSING.finditer(text))
    yield from (role for label in labels if (role := _named(label)))


def _closes(draft: Draft) -> bool:
    return next(_closings(draft.text), None) is not None


def _closed_unopened(drafts: Sequence[Draft], index: int) -> BlockRole | None:
    """The first paragraph may be the summary although only END SUMMARY says so."""
    first = all(draft.kind == "heading" or draft.number is None for draft in drafts[:index])
    return "summary" if first and "summary" in _closings(drafts[index].text) else None


def _closed_below(drafts: Sequence[Draft], index: int, role: BlockRole) -> bool:
    """Whether END SUMMARY and its kin stand in one of the paragraphs below, up to a heading."""
    for other in drafts[index + 1 :]:
        if other.kind == "heading" or _opened(other.text, _OPENING):
            return False
        closed = list(_closings(other.text))
        if closed:
            return role in closed
    return False


def summary_of(drafts: Sequence[Draft]) -> str | None:
    """The text marked as summary, without the words that open and close it."""
    texts: list[str] = []
    for draft in drafts:
        if draft.role == "summary" and draft.kind != "heading":
            texts += map(_without_opening, _texts(draft))
        elif texts and draft.kind != "heading":
            break
    summary = "\n\n".join(text for text in texts if text)
    for closing in _CLOSING.finditer(summary):
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
