"""Dates of the tree in words."""

from __future__ import annotations

import pytest

from cableconv.rendering.dates import day, has_time, in_words, parsed


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


def test_a_day_says_no_time() -> None:
    moment = parsed("2018-03-01")
    assert moment is not None
    assert day(moment) == "March 1, 2018"
    assert not has_time("2018-03-01")
    assert parsed("0000-00-00") is None
