"""Markings that were read as entries of a field, without their brackets or their colon.

``TAGS: PREL, NO [S]`` has a third tag, ``REF: SECRET: OSLO 77`` another reference.
"""

from __future__ import annotations

from cableconv.vocabulary.tag_words import codes_in

_OPENING = tuple("([{<")
_LETTER = "S"
"""What stands for a letter that was read as the next entry's label."""


def tag_as_marking(tag: str) -> str:
    """Return what may be a marking in brackets; a known code (TS, Tunisia) stays as it is.

    Words after a marking were read as a person's names, the marking as the first.
    """
    first = tag.partition(",")[0]
    return tag if "(" in first or codes_in(first) else f"({first})"


def reference_as_marking(text: str) -> str:
    """Return a reference of one word in brackets, and one that ends in a bracket with a letter."""
    if text.endswith(_OPENING):
        return f"{text}{_LETTER}"
    return text if " " in text or "(" in text else f"({text})"
