"""Ids by which archives know a cable."""

from __future__ import annotations

import pytest

from cableconv.vocabulary.archive_ids import archive_id


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("1976OSLO04668", "76OSLO4668"),
        ("10SHANGHAI60_a", "10SHANGHAI60"),
        ("1974ATO09918", "74USNATO9918"),
        ("1976PORTO00318", "76PORTOFSPAIN318"),
        ("10PORTO318", "10PORTO318"),
        ("OSLO 77", "OSLO 77"),
        ("08OSLO" + "7" * 5000, "08OSLO" + "7" * 5000),
    ],
    ids=["year", "ending", "NATO", "Port of Spain", "not cut", "none", "no number is that long"],
)
def test_an_id_is_normalized(printed: str, meant: str) -> None:
    assert archive_id(printed) == meant
