"""How a cable's own text spells the words of its subject, as it knows its names best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from cableconv.cable import Cable
from cableconv.patterns import pattern

WORD = pattern(r"[^\W_]+")
_LONGEST_RUN = 3
_HEADINGS = frozenset({
    "BEGIN", "COMMENT", "COMMENTS", "END", "INTRODUCTION", "NOTE", "REQUEST", "SUMMARY",
    "SYNOPSIS", "TEXT",
})  # fmt: skip


class Witness:
    """Counts the spellings of each word in text that is not in capitals."""

    def __init__(self, cable: Cable) -> None:
        self._cable = cable

    def form_of(self, word: str) -> str | None:
        """Return the most frequent spelling of a word; ``None`` if it does not occur."""
        forms = self._forms.get(word.upper())
        return max(forms, key=lambda form: (forms[form], form)) if forms else None

    @cached_property
    def _forms(self) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for _, block in self._cable.walk():
            for word in _words(getattr(block, "text", "")):
                found.setdefault(word.upper(), Counter())[word] += 1
        return found


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text, except those in capitals because of a heading."""
    if sum(map(str.islower, text)) <= sum(map(str.isupper, text)):
        return
    run: list[str] = []
    is_opening = True
    for word in WORD.findall(text):
        if word.isupper():
            run.append(word)
            continue
        if not is_opening:
            yield from _acronyms(run)
        run, is_opening = [], False
        yield word
    yield from _acronyms(run)


def _acronyms(run: list[str]) -> Iterator[str]:
    if len(run) <= _LONGEST_RUN:
        yield from (word for word in run if word not in _HEADINGS)
