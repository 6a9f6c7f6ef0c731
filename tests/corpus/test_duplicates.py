"""Tests of the choice among several copies of a cable."""

from __future__ import annotations

import pytest

from cableconv.cable import Cable, Diagnostic, Paragraph
from cableconv.corpus.duplicates import Best, First, score
from cableconv.corpus.outcomes import Outcome
from cableconv.input.files import Input

SOURCE = Input(None)


def outcome(task: int, key: str | None = "08OSLO1", **values: object) -> Outcome:
    return Outcome(task=task, source=SOURCE, key=key, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("way", [First, Best])
def test_outcomes_without_a_key_or_cable_are_always_taken(way: type[First | Best]) -> None:
    taking = way()
    for each in (outcome(1), outcome(1), outcome(2, key=None), outcome(3, error=ValueError("x"))):
        if isinstance(taking, Best):
            taking.look_at(each, (10, 0))
    assert taking.takes(outcome(1))
    assert taking.takes(outcome(2, key=None))
    assert taking.takes(outcome(4, key=None))
    assert taking.takes(outcome(3, error=ValueError("x")))


def test_the_first_is_taken_or_the_best() -> None:
    first, best = First(), Best()
    best.look_at(outcome(1), (10, -2))
    best.look_at(outcome(2), (12, -5))
    best.look_at(outcome(3), (12, -5))
    best.look_at(outcome(4), None)
    assert [first.takes(outcome(task)) for task in (1, 2, 3)] == [True, False, False]
    assert [best.takes(outcome(task)) for task in (1, 2, 3)] == [False, True, False]


def test_the_longer_body_counts_and_then_fewer_doubts() -> None:
    def cable(text: str, *severities: str) -> Cable:
        doubts = (Diagnostic(code="x", severity=each, message="") for each in severities)  # type: ignore[arg-type]
        return Cable(body=(Paragraph(text=text),), diagnostics=tuple(doubts))

    assert score(cable("fog")) > score(cable("f  o"))
    assert score(cable("fog", "info")) == score(cable("f o g"))
    assert score(cable("fog")) > score(cable("fog", "warning"))
