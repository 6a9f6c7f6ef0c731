"""Ids by which archives know a cable."""

from __future__ import annotations

import pytest

from cableconv.vocabulary.archive_ids import archive_id


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("1976OSLO04668", "76OSLO4668"),
        ("10SHANGHAI60_a", "10SHANGHAI60"),
        ("OSLO 77", "OSLO 77"),
        ("08OSLO" + "7" * 5000, "08OSLO" + "7" * 5000),
    ],
    ids=["year", "ending", "none", "no number is that long"],
)
def test_an_id_is_normalized(printed: str, meant: str) -> None:
    assert archive_id(printed) == meant
