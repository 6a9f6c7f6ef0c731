"""File names made of a cable's fields: valid on every system, and inside the folder."""

from __future__ import annotations

import pytest

from cableconv.cable import Cable, Origin, Source
from cableconv.errors import UsageError
from cableconv.output.naming import NamePattern

CABLE = Cable(
    id="08OSLO12",
    date="2008-05-13T12:05:00Z",
    origin=Origin(post="Oslo"),
    tags=("PREL", "NO"),
    subject="THE TIDE CLOCK: A/B?",
    source=Source(name="in/a.txt", row=7),
)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{date:%Y}/{post}/{key}{ending}", "2008/Oslo/08OSLO12"),
        ("{key}", "08OSLO12"),
        ("{date}-{tag}{ending}", "2008-05-13-PREL"),
        ("{row:05}_{file}", "00007_a.txt"),
        ("{subject}", "THE TIDE CLOCK_ A_B"),
        ("{level}/{key}", "unknown/08OSLO12"),
        ("aux/{key}", "_aux/08OSLO12"),
    ],
)
def test_a_name_is_made_of_the_cables_fields(pattern: str, name: str) -> None:
    assert NamePattern.checked(pattern).name(CABLE) == name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("../../etc/passwd", "etc_passwd"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("a\x00b\nc", "a_b_c"),
        ("...", "unknown"),
        ("x" * 500, "x" * 120),
        ("é" * 500, "é" * 60),
        ("A:B|C", "A_B_C"),
    ],
)
def test_a_name_is_valid_on_every_system(key: str, name: str) -> None:
    assert NamePattern.checked("{key}{ending}").name(Cable(id=key)) == name


@pytest.mark.parametrize("pattern", ["{keys}", "{key", "../{key}", "/{key}", "{0}", "{key:q}"])
def test_a_pattern_that_cannot_be_used_is_an_error(pattern: str) -> None:
    with pytest.raises(UsageError, match="--name"):
        NamePattern.checked(pattern)
