"""Markings that stand outside of the field that they mark.

``(S) TAGS: PREL`` and ``(S)`` on a line of its own are read as the end of the field above, or as
a line of ``passing``.  A classifier may be read from a marked paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cableconv.cable import Cable, Level, Paragraph
from cableconv.patterns import pattern
from cableconv.transforms.redact.inner_markings import markings_of_field
from cableconv.transforms.redact.unread_markings import unread_in_field
from cableconv.vocabulary.levels import highest, is_above, is_plain

_PRINTED = ("executive_order", "tags", "subject", "references", "classified_by")
"""The fields below the class line in their usual order (5 FAH-2 H-440)."""
_UNLABELLED = frozenset(("passing", "drafted_by", "approved_by", "cleared_by"))
"""The fields whose lines stand above those, in any order."""
_ALONE = pattern(r"[(\[{<][^()\[\]{}<>a-z]{1,30}[)\]}>]\W*")


def marked_from_above(cable: Cable, limit: Level, whole: Level | None) -> frozenset[str]:
    """Return the names of the fields that a marking above the limit may mark from above.

    A line of ``passing`` that is only a marking in brackets may be above any of them, and so may
    the end of a line that names the drafter.  ``whole`` is the level of a marking that cannot be
    read.
    """
    alone = filter(_ALONE.fullmatch, cable.passing)
    drafting = filter(None, (cable.drafted_by, cable.approved_by, cable.cleared_by))
    if any(_ends_marked(line, limit, whole) for line in (*alone, *drafting)):
        return _UNLABELLED.union(_PRINTED)
    printed = [(name, text) for name, text in _last_texts(cable) if text]
    below = ((text, name) for (_, text), (name, _) in pairwise(printed))
    return frozenset(name for text, name in below if _ends_marked(text, limit, whole))


def path_of_classifier(cable: Cable) -> str | None:
    """Return the path of the marked paragraph whose words the classifier repeats, if any."""
    text = cable.classified_by and cable.classified_by.text
    for index, block in enumerate(cable.body):
        if text and isinstance(block, Paragraph) and block.marking and text in block.text:
            return f"body[{index}]"
    return None


def _last_texts(cable: Cable) -> Iterator[tuple[str, str | None]]:
    """Yield each of the labelled fields with its last text, in the printed order."""
    order, classified_by = cable.executive_order, cable.classified_by
    yield "executive_order", order.text if order else None
    yield "tags", cable.tags[-1] if cable.tags else None
    yield "subject", cable.subject
    yield "references", cable.references[-1].text if cable.references else None
    yield "classified_by", classified_by.text if classified_by else None


def _ends_marked(text: str, limit: Level, whole: Level | None) -> bool:
    """Whether the text ends with a marking above the limit."""
    ends = (text[start:] for start in _starts(text, limit, whole))
    return any(is_plain(end) or _ALONE.fullmatch(end) for end in ends)


def _starts(text: str, limit: Level, whole: Level | None) -> Iterator[int]:
    for start, level in markings_of_field(text):
        if is_above(level, limit):
            yield start
    for start, named in unread_in_field(text):
        doubtful = whole and highest((whole, named))
        if doubtful is None or is_above(doubtful, limit):
            yield start
