"""Markings that stand outside of the field that they mark.

``(S) TAGS: PREL`` and ``(S)`` on a line of its own are read as the end of the field above, or as
a line of ``passing``.  A classifier may be read from a marked paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable, Level, Paragraph
from cableconv.transforms.redact.inner_markings import markings_of_field
from cableconv.transforms.redact.unread_markings import unread_in_field
from cableconv.vocabulary.levels import highest, is_above, is_plain

_PRINTED = ("executive_order", "tags", "subject", "references", "classified_by")
"""The fields below the class line in their usual order (5 FAH-2 H-440)."""
_OPENING = ("(", "[", "{", "<")


def marked_from_above(cable: Cable, limit: Level, whole: Level | None) -> frozenset[str]:
    """Return the names of the fields that a marking above the limit may mark from above.

    A line of ``passing`` that is only a marking in brackets may be above any of them.  ``whole``
    is the level of a marking that cannot be read.
    """
    alone = (line for line in cable.passing if line.startswith(_OPENING) and is_plain(line))
    if any(_ends_marked(line, limit, whole) for line in alone):
        return frozenset(_PRINTED)
    ends = zip(_PRINTED[1:], _last_texts(cable), strict=True)
    return frozenset(name for name, text in ends if _ends_marked(text, limit, whole))


def path_of_classifier(cable: Cable) -> str | None:
    """Return the path of the marked paragraph whose words the classifier repeats, if any."""
    text = cable.classified_by and cable.classified_by.text
    for index, block in enumerate(cable.body):
        if text and isinstance(block, Paragraph) and block.marking and text in block.text:
            return f"body[{index}]"
    return None


def _last_texts(cable: Cable) -> Iterator[str]:
    """Yield the end of each field but the last, in the same order."""
    yield (cable.executive_order and cable.executive_order.text) or ""
    yield cable.tags[-1] if cable.tags else ""
    yield cable.subject or ""
    yield cable.references[-1].text if cable.references else ""


def _ends_marked(text: str, limit: Level, whole: Level | None) -> bool:
    """Whether the text ends with a marking above the limit."""
    return any(is_plain(text[start:]) for start in _starts(text, limit, whole))


def _starts(text: str, limit: Level, whole: Level | None) -> Iterator[int]:
    for start, level in markings_of_field(text):
        if is_above(level, limit):
            yield start
    for start, named in unread_in_field(text):
        doubtful = whole and highest((whole, named))
        if doubtful is None or is_above(doubtful, limit):
            yield start
