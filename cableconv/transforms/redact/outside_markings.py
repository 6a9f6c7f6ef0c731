"""Markings that stand outside of the field that they mark.

``(S) TAGS: PREL`` and ``(S)`` on a line of its own are read as the end of the field above, as a
line of ``passing``, or as furniture.  A classifier may be read from a marked paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cableconv.cable import Cable, Heading, Level, Paragraph
from cableconv.transforms.redact.block_levels import own_texts
from cableconv.transforms.redact.fields import is_handling
from cableconv.transforms.redact.inner_markings import markings_of_field
from cableconv.transforms.redact.look_alikes import CIRCLED_C, CIRCLED_S, plain
from cableconv.transforms.redact.unbracketed_markings import tag_as_marking
from cableconv.transforms.redact.unread_markings import unread_in_field
from cableconv.vocabulary.levels import highest, is_above, is_plain, level_of

_PRINTED = ("executive_order", "tags", "subject", "references", "classified_by")
"""The fields below the class line in their usual order (5 FAH-2 H-440)."""
_UNLABELLED = frozenset(("passing", "drafted_by", "approved_by", "cleared_by"))
"""The fields whose lines stand above those, in any order."""
_ADDRESSEES = frozenset(("to", "info"))
_LOST = "envelope"
"""What furniture becomes of a line among addressees that names nobody."""
_BRACKETS = "()[]{}<>"
_AROUND = f"{_BRACKETS}:.,;*_ -"
_LONGEST = 30


def marked_from_above(cable: Cable, limit: Level, whole: Level | None) -> frozenset[str]:
    """Return the names of the fields that a marking above the limit may mark from above.

    A marking alone among the addressees may be above any field; so may one at the end of a line of
    ``passing``, of a notice or of a line that names the drafter, except for the addressees.
    ``whole`` is the level of a marking that cannot be read.
    """
    lost = (piece.text for piece in cable.furniture if piece.kind == _LOST)
    if any(_is_marking(line, limit, whole) for line in lost):
        return _ADDRESSEES.union(_UNLABELLED, _PRINTED)
    drafting = filter(None, (cable.drafted_by, cable.approved_by, cable.cleared_by))
    notices = (line for line in cable.notices if not is_handling(line))
    lines = (*cable.passing, *notices, *drafting)
    if any(_ends_in_marking(line, limit, whole) for line in lines):
        return _UNLABELLED.union(_PRINTED)
    printed = [(name, text) for name, text in _last_texts(cable) if text]
    below = ((text, name) for (_, text), (name, _) in pairwise(printed))
    return frozenset(name for text, name in below if _ends_marked(text, limit, whole))


def signature_is_marked(cable: Cable, limit: Level, whole: Level | None) -> bool:
    """Whether the text ends with a marking above the limit, perhaps without a text of its own.

    A title at the end introduces what follows, and so does its marking.
    """
    last = next(iter([block for _, block in cable.walk()][-1:]), None)
    texts = [text for text in own_texts(last) if text] if last else []
    if last and (isinstance(last, Heading) or not texts):
        level = level_of(getattr(last, "marking", None) or "")
        if level and is_above(level, limit):
            return True
    return any(_ends_marked(text, limit, whole) for text in texts)


def path_of_classifier(cable: Cable) -> str | None:
    """Return the path of the marked paragraph whose words the classifier repeats, if any."""
    text = cable.classified_by and cable.classified_by.text
    for index, block in enumerate(cable.body):
        if text and isinstance(block, Paragraph) and block.marking and text in block.text:
            return f"body[{index}]"
    return None


def _last_texts(cable: Cable) -> list[tuple[str, str | None]]:
    """Return each of the labelled fields with its last text, in the order in which they stand."""
    order, classified_by = cable.executive_order, cable.classified_by
    last: dict[str, str | None] = {
        "executive_order": order.text if order else None,
        "tags": tag_as_marking(cable.tags[-1]) if cable.tags else None,
        "subject": cable.subject,
        "references": cable.references[-1].text if cable.references else None,
        "classified_by": classified_by.text if classified_by else None,
    }
    places = _places(cable)
    return sorted(last.items(), key=lambda field: places.get(field[0], 0))


def _places(cable: Cable) -> dict[str, int]:
    """Return where each labelled field begins, if the parts of the telegram are known."""
    places: dict[str, int] = {}
    for part in cable.parts:
        name = part.path.partition("[")[0].partition(".")[0]
        if name in _PRINTED:
            places.setdefault(name, part.start)
    return places


def _is_marking(text: str, limit: Level, whole: Level | None) -> bool:
    """Whether a text is nothing but a marking above the limit, with a bracket or a colon."""
    letters = plain(text).strip()
    words = letters.strip(_AROUND)
    if not words or len(words) > _LONGEST or any(sign in words for sign in _BRACKETS):
        return False
    if words in (CIRCLED_C, CIRCLED_S):
        return 0 in _starts(words, limit, whole)
    return words != letters.strip(" .") and 0 in _starts(f"({words})", limit, whole)


def _ends_marked(text: str, limit: Level, whole: Level | None) -> bool:
    """Whether the text ends with a marking above the limit, or with a banner."""
    ends = (text[start:] for start in _starts(text, limit, whole))
    return any(is_plain(end) or _is_marking(end, limit, whole) for end in ends)


def _ends_in_marking(line: str, limit: Level, whole: Level | None) -> bool:
    """Whether a line is or ends with a marking above the limit, other than a banner."""
    starts = (0, *_starts(line, limit, whole))
    return any(_is_marking(line[start:], limit, whole) for start in starts)


def _starts(text: str, limit: Level, whole: Level | None) -> Iterator[int]:
    for start, level in markings_of_field(text):
        if is_above(level, limit):
            yield start
    for start, named in unread_in_field(text):
        doubtful = whole and highest((whole, named))
        if doubtful is None or is_above(doubtful, limit):
            yield start
