"""What blocks are for: summary, comment, action request; and the summary's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cableconv.cable import BlockRole
from cableconv.parser.body.drafts import Draft

_WORDS: tuple[tuple[BlockRole, str], ...] = (
    ("summary", r"(?:EXECUTIVE\s+|BRIEF\s+)?SUMMARY"),
    ("action", r"ACTION\s+REQUEST(?:ED|S)?|ACTION\s+REQUIRED|REQUEST\s+FOR\s+ACTION"),
    ("comment", r"(?:EMBASSY\s+|POST\s+|MISSION\s+)?COMMENTS?"),
)
_AND = r"(?:\s*(?:,|AND|&|/)\s*[A-Z]+(?:\s+(?:REQUEST(?:ED)?|REQUIRED))?){0,3}"
_OPENING: tuple[tuple[BlockRole, re.Pattern[str]], ...] = tuple(
    (
        role,
        re.compile(
            rf"(?:\(?\s*(?:BEGIN|START(?: OF)?)\s+)?(?:{words}){_AND}\s*(?:[.:]|--?|\s*$)",
            re.IGNORECASE,
        ),
    )
    for role, words in _WORDS
)
_HEADED: tuple[tuple[BlockRole, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"\W*(?:BEGIN\s+|[IVX\d]+\.\s*)?(?:{words})\b", re.IGNORECASE))
    for role, words in _WORDS
)
_CLOSING = re.compile(
    rf"\(?\bEND\s+(?:OF\s+)?(?:EXECUTIVE\s+)?(?:SUMMARY|COMMENTS?|ACTION\s+REQUEST){_AND}\b\W*",
    re.IGNORECASE,
)
_SUMMARY_OPENS = re.compile(
    rf"(?:\(?\s*(?:BEGIN|START(?: OF)?)\s+)?(?:EXECUTIVE\s+|BRIEF\s+)?SUMMARY{_AND}"
    r"\s*(?:[.:]+|-+|\s)\s*(?:\([A-Z/]+\)\s*)?-*\s*",
    re.IGNORECASE,
)
_SUMMARY_CLOSES = re.compile(
    rf"\(?\bEND\s+(?:OF\s+)?(?:EXECUTIVE\s+)?SUMMARY{_AND}\b.*$", re.IGNORECASE | re.DOTALL
)


def assign_roles(drafts: Sequence[Draft]) -> None:
    """Mark headings and paragraphs with what the cable says they are for."""
    current: BlockRole | None = None
    headed = False
    for index, draft in enumerate(drafts):
        if draft.kind == "heading":
            current = _role(draft.label or draft.text, _HEADED)
            headed = current is not None
            draft.role = current
            continue
        if draft.kind == "quote":
            assign_roles(draft.blocks)
            continue
        text = draft.text
        opened = _role(text, _OPENING)
        if opened:
            current, headed = opened, False
        draft.role = current or _closed_unopened(drafts, index)
        if (
            _CLOSING.search(text)
            or any(_CLOSING.search(child.text) for child in draft.blocks)
            or (current and not headed and not _closed_below(drafts, draft, current))
        ):
            current = None


def _closed_unopened(drafts: Sequence[Draft], index: int) -> BlockRole | None:
    """The first paragraph may be the summary although only END SUMMARY says so."""
    first = all(draft.kind == "heading" or draft.number is None for draft in drafts[:index])
    return "summary" if first and _SUMMARY_CLOSES.search(drafts[index].text) else None


def _role(text: str, patterns: Iterable[tuple[BlockRole, re.Pattern[str]]]) -> BlockRole | None:
    return next((role for role, pattern in patterns if pattern.match(text)), None)


def _closed_below(drafts: Sequence[Draft], draft: Draft, role: BlockRole) -> bool:
    """Whether END SUMMARY and its kin stand in one of the paragraphs below, up to a heading."""
    below = drafts[[id(d) for d in drafts].index(id(draft)) + 1 :]
    for other in below:
        if other.kind == "heading" or _role(other.text, _OPENING):
            return False
        closing = _CLOSING.search(other.text)
        if closing:
            return role.upper()[:6] in closing[0].upper()
    return False


def summary_of(drafts: Sequence[Draft]) -> str | None:
    """The text marked as summary, without the words that open and close it."""
    texts = []
    for draft in drafts:
        if draft.role == "summary" and draft.kind != "heading":
            texts += list(_texts(draft))
        elif texts and draft.kind != "heading":
            break
    summary = "\n\n".join(texts)
    summary = _SUMMARY_OPENS.sub("", summary, count=1) if _SUMMARY_OPENS.match(summary) else summary
    summary = _SUMMARY_CLOSES.sub("", summary).strip().strip("(").rstrip("- \n")
    return summary or None


def _texts(draft: Draft) -> Iterator[str]:
    if draft.text:
        yield draft.text
    for block in draft.blocks:
        yield from _texts(block)
