"""Every reader against changed documents: a moment each by default, a minute in the slow run."""

from __future__ import annotations

from random import Random

import pytest
from damage import DAMAGES
from fuzz.changes import changed
from fuzz.checks import check
from fuzz.loop import run
from fuzz.targets import TARGETS, session
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trees import cables

from cableconv.cable import Cable

OWN = {"json": "json", "xml": "xml", "docx": "docx", "text": "text"}
"""Targets whose documents the project writes itself, with the format's name."""
MINUTE = 60.0


@pytest.mark.parametrize("name", TARGETS)
def test_every_seed_and_some_changes_of_it_hold(name: str) -> None:
    target, random = TARGETS[name], Random(name)
    seeds = list(target.documents())
    assert seeds
    assert any("Error: " not in check(data, target) for data in seeds), "no seed is read"
    for data in (*seeds[:3], *(changed(random.choice(seeds), random, seeds) for _ in range(5))):
        check(data, target)


@settings(suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("name", OWN)
@given(cable=cables(), seed=st.integers(0, 2**32))
def test_a_written_cable_that_was_changed_holds(name: str, cable: Cable, seed: int) -> None:
    document = session().export(cable, OWN[name])
    data = document.encode("utf-8") if isinstance(document, str) else document
    check(changed(data, Random(seed), [data]), TARGETS[name])


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_telegram_holds(damage: str) -> None:
    target = TARGETS["text"]
    texts = [data.decode("utf-8", "replace") for data in target.documents()]
    damaged = [text for text in map(DAMAGES[damage], texts) if text is not None]
    assert damaged
    for text in damaged[:6]:
        check(text.encode(), target)


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_a_minute_finds_nothing(name: str) -> None:
    done = run(TARGETS[name], MINUTE)
    assert done.executions
    assert [(found.place, found.data[:200]) for found in done.findings] == []


def test_the_same_number_changes_an_input_in_the_same_way() -> None:
    once, twice = (changed(b"1. (C) It ticks.\n", Random(7), [b"x"]) for _ in range(2))
    assert once == twice


def test_what_does_not_hold_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(data: bytes, _target: object) -> str:
        raise ValueError(len(data))

    monkeypatch.setattr("fuzz.loop.check", failing)
    done = run(TARGETS["json"], 0.05)
    assert {finding.problem.splitlines()[-1].split(":")[0] for finding in done.findings} == {
        "ValueError"
    }
