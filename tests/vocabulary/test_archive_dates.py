"""Dates as archives write them, converted to ISO 8601."""

from __future__ import annotations

import pytest

from cableconv.vocabulary.archive_dates import iso_date


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("12/8/1966 8:06", "1966-12-08T08:06"),
        ("05.13.2008 12:05", "2008-05-13T12:05"),
        ("5/13/2008", "2008-05-13"),
        ("2008-05-13 12:05:00", "2008-05-13T12:05"),
        ("2008-05-13T12:05:00", "2008-05-13T12:05"),
        ("2008-05-13", "2008-05-13"),
        ("Tue May 13 12:05:00 2008", "2008-05-13T12:05"),
        ("Thu Jan  3 09:00:00 2008", "2008-01-03T09:00"),
        ("in spring", "in spring"),
    ],
)
def test_a_date_is_converted_to_iso_8601(printed: str, expected: str) -> None:
    assert iso_date(printed) == expected
