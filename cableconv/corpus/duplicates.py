"""Decides which one is written if several sources have the same cable."""

from __future__ import annotations

from typing import Literal

from cableconv.cable import Cable
from cableconv.corpus.manifest import short_hash
from cableconv.corpus.outcomes import Outcome, Score
from cableconv.output.numbers import Numbers
from cableconv.tree_texts import texts

Duplicates = Literal["keep", "first", "best"]
"""All of them; the first; or the one with the fullest body, then the fewest errors and warnings."""


def score(cable: Cable) -> Score:
    """Return the number of non-blank characters in the body, and the negated number of doubts."""
    body = sum(len("".join(text.split())) for _, text in texts(cable.body))
    doubts = sum(found.severity != "info" for found in cable.diagnostics)
    return body, -doubts


class First:
    """Takes the first cable of each key, and every cable without a key."""

    def __init__(self) -> None:
        self._taken = Numbers()

    def takes(self, outcome: Outcome) -> bool:
        """Whether to write this one."""
        if outcome.key is None or outcome.error or outcome.refused:
            return True
        key = short_hash(outcome.key)
        is_new = key not in self._taken
        self._taken.add(key)
        return is_new


class Best:
    """Takes the best cable of each key, once it has seen all of them (``look_at``)."""

    def __init__(self) -> None:
        self._best: dict[int, tuple[Score, int, int]] = {}

    def look_at(self, outcome: Outcome, score: Score | None) -> None:
        """Record a cable during the first reading."""
        if outcome.key is None or score is None:
            return
        key = short_hash(outcome.key)
        known = self._best.get(key)
        if known is None or score > known[0]:
            self._best[key] = (score, *_place(outcome))

    def takes(self, outcome: Outcome) -> bool:
        """Whether to write this one."""
        if outcome.key is None or outcome.error or outcome.refused:
            return True
        known = self._best.get(short_hash(outcome.key))
        return known is None or known[1:] == _place(outcome)


def _place(outcome: Outcome) -> tuple[int, int]:
    return outcome.task, outcome.position or 0
