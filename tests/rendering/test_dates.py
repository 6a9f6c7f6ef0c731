"""Tests of dates in words."""

from __future__ import annotations

import pytest

from cableconv.cable import Cable
from cableconv.rendering.dates import day, has_time, in_words, parsed, year_of


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2008-03-01T12:31:00Z", "March 1, 2008, 12:31 UTC"),
        ("2008-03-01T12:31:00+02:00", "March 1, 2008, 10:31 UTC"),
        ("2018-03-01", "March 1, 2018"),
        ("on the day of the thaw", "on the day of the thaw"),
    ],
)
def test_a_date_in_words(date: str, words: str) -> None:
    assert in_words(date) == words


def test_a_date_without_a_time_shows_none() -> None:
    moment = parsed("2018-03-01")
    assert moment is not None
    assert day(moment) == "March 1, 2018"
    assert not has_time("2018-03-01")
    assert parsed("0000-00-00") is None


@pytest.mark.parametrize(
    ("cable", "year"),
    [
        (Cable(date="2008-03-01T12:31:00Z", id="07OSLO9"), 2008),
        (Cable(id="73OSLO9"), 1973),
        (Cable(date="in spring", id="07OSLO9"), 2007),
        (Cable(id="OSLO9"), None),
    ],
)
def test_the_year_of_a_cable_is_from_its_date_or_id(cable: Cable, year: int | None) -> None:
    assert year_of(cable) == year
