"""The subject: over its lines, with its portion marking apart (5 FAH-1 H-240)."""

from __future__ import annotations

from cableconv.parser.paragraph_marks import read_marking
from cableconv.parser.passage import Passage


def read_subject(passage: Passage, start: int) -> tuple[str | None, str | None]:
    """The subject and its marking."""
    text = passage.text[start:].strip()
    marking, begin = read_marking(text)
    subject = " ".join(text[begin:].split())
    return subject or None, marking
