"""Every reader is fuzzed with changed documents: briefly by default, a minute in the slow run."""

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
def test_every_seed_and_some_changes_pass_the_checks(name: str) -> None:
    target, random = TARGETS[name], Random(name)
    seeds = list(target.documents())
    assert seeds
    assert any("body" in (check(data, target) or ()) for data in seeds), "no seed is read"
    for data in (*seeds[:3], *(changed(random.choice(seeds), random, seeds) for _ in range(5))):
        check(data, target)


@settings(suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("name", OWN)
@given(cable=cables(), seed=st.integers(0, 2**32))
def test_a_changed_export_passes_the_checks(name: str, cable: Cable, seed: int) -> None:
    document = session().export(cable, OWN[name])
    data = document.encode("utf-8") if isinstance(document, str) else document
    check(changed(data, Random(seed), [data]), TARGETS[name])


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_telegram_passes_the_checks(damage: str) -> None:
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


def test_the_same_seed_makes_the_same_changes() -> None:
    once, twice = (changed(b"1. (C) It ticks.\n", Random(7), [b"x"]) for _ in range(2))
    assert once == twice


def test_a_failed_check_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(data: bytes, *_: object) -> None:
        raise ValueError(len(data))

    monkeypatch.setattr("fuzz.loop.check", failing)
    done = run(TARGETS["json"], 0.05)
    assert {finding.problem.splitlines()[-1].split(":")[0] for finding in done.findings} == {
        "ValueError"
    }
