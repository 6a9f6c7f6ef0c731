"""The subject, with its lines joined and its portion marking apart (5 FAH-1 H-240)."""

from __future__ import annotations

from cableconv.parser.account.passage import Passage
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.patterns import pattern

_MARKED_AT_END = pattern(r"(?<!\s)\s++\((U|C|S|SBU|C/NF|S/NF|SBU/NF)\)$")
_AFTER_LABEL = ":;-–— "  # after the marking of ``SUBJECT (C): ...``
_BEFORE_LABEL = ";, "  # before a REF on the same line


def read_subject(passage: Passage, start: int) -> tuple[str | None, str | None]:
    """Return the subject and its marking."""
    text = passage.text[start:].strip()
    marking, begin = read_marking(text)
    subject = " ".join(text[begin:].split()).lstrip(_AFTER_LABEL).removesuffix("//")
    subject = subject.rstrip(_BEFORE_LABEL)
    found = _MARKED_AT_END.search(subject) if marking is None and subject[-1:] == ")" else None
    if found:
        return subject[: found.start()], found[1]
    return subject or None, marking
