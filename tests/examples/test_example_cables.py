"""The expected facts of each invented cable under examples/."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

import cableconv
from cableconv.cable import Cable, Heading, Paragraph

CABLES = Path(__file__).parents[2] / "examples" / "cables"


class Facts(NamedTuple):
    """``paragraphs`` has number and marking of the numbered ones, as in ``1C 2SBU``."""

    id: str | None
    date: str | None
    level: str | None
    paragraphs: str
    headings: tuple[str, ...]
    signed: tuple[str, ...]


FACTS = {
    "plain.txt": Facts(
        "08REYKJAVIK41",
        "2008-02-22T10:15:00Z",
        "CONFIDENTIAL",
        "1C 2C 3SBU 4C",
        ("A Law Nobody Had Opened", "Comment"),
        ("MERRIFIELD",),
    ),
    "three-pages.txt": Facts(
        "08VALLETTA112",
        "2008-03-12T16:42:00Z",
        "CONFIDENTIAL",
        "1C 2SBU 3C 4C 5SBU 6SBU 7U 8C 9C 10C",
        (
            "ELEVEN ARTICLES DONE",
            "THE WALKOUT, AND WHAT IT COST",
            "A FOGHORN HEARD BY EVERYONE",
            "ACTION REQUEST",
            "COMMENT",
        ),
        ("TANSLEY",),
    ),
    "pilcrow-as-digit.txt": Facts(
        "08TALLINN77",
        "2008-04-04T13:30:00Z",
        "CONFIDENTIAL",
        "1C 2C 3C 4C 5SBU 6SBU 7C 8C 9C 10C",
        ("Why Tallinn?", "The Finnish Angle", "Comment"),
        ("CALLOWAY",),
    ),
    "markdown-scrape.md": Facts(
        "08SUVA19",
        "2008-05-20T03:55:00Z",
        "CONFIDENTIAL",
        "1C 2C 3SBU 4SBU 5C 6C",
        ("A Lighthouse With a View", "...and a Question of Wages", "Comment"),
        ("OSTERHAUS",),
    ),
    "unwrapped.txt": Facts(
        "08LISBON903",
        "2008-06-09T11:57:00Z",
        "SECRET",
        "1S/NF 2S/NF 3S 4C 5C",
        ("What the Navy Knows", "A Table for Twelve"),
        ("WINSLADE",),
    ),
    "windows-1252.txt": Facts(
        "08COPENHAGEN344",
        "2008-04-17T12:26:00Z",
        "CONFIDENTIAL",
        "1C 2C 3SBU 4C",
        (),
        ("GRAY-TOLEDO",),
    ),
    "odd-spaces.txt": Facts(
        "08HELSINKI155",
        "2008-04-29T08:06:00Z",
        "UNCLASSIFIED",
        "1SBU 2SBU 3SBU 4SBU",
        ("Summary", "Why a Bell?"),
        ("LINDQUIST-AMES",),
    ),
    "headings.txt": Facts(
        "08OSLO412",
        "2008-09-10T13:40:00Z",
        "CONFIDENTIAL",
        "1C 2C 3C 4SBU 5SBU 6C",
        (
            "SUMMARY",
            "Background: A Choir Is Not a Delegation",
            "WHAT THE MINISTRY WANTS",
            "What the Choir Wants",
            "The Storting (Again)",
            "COMMENT",
        ),
        ("VAN DER LINDE",),
    ),
    "sub-items.txt": Facts(
        "08DUBLIN266",
        "2008-06-24T15:03:00Z",
        "UNCLASSIFIED",
        "1U 2SBU 3SBU 4SBU 5U 6SBU",
        (),
        ("ASHDOWN-VEIL",),
    ),
    "tables.txt": Facts(
        "08BRIDGETOWN307",
        "2008-07-10T14:22:00Z",
        "UNCLASSIFIED",
        "1SBU 2U 3U 4SBU 5SBU",
        ("SUMMARY", "THE FIGURES", "COMMENT"),
        ("HARGREAVE-POOLE",),
    ),
    "letter.txt": Facts(
        "08NICOSIA611",
        "2008-08-13T10:05:00Z",
        "CONFIDENTIAL",
        "1C/NF 2C 3C/NF",
        (),
        ("BELLWETHER",),
    ),
    "distribution.txt": Facts(
        "08STATE50317",
        "2008-05-13T19:27:00Z",
        "UNCLASSIFIED",
        "1U 2SBU 3SBU 4U 5U 6U",
        (),
        ("HARROW",),
    ),
    "corrected-copy.txt": Facts(
        "08WELLINGTON233",
        "2008-10-10T02:10:00Z",
        "CONFIDENTIAL",
        "1C 2C 3SBU 4C 5U",
        (),
        ("MARCHBANKS",),
    ),
    "no-classification-line.txt": Facts(
        "08COLOMBO630",
        "2008-10-30T09:31:00Z",
        None,
        "1C 2C 3SBU 4C",
        ("The Application", "The Objection", "Comment"),
        ("FARRADAY",),
    ),
    "sections-with-headers.txt": Facts(
        "08LONDON2214",
        "2008-11-18T17:50:00Z",
        "SECRET",
        "1S 2S 3C 4S 5C",
        (),
        ("WRAY",),
    ),
    "joined.txt": Facts(
        "08PORTLOUIS188",
        "2008-12-03T11:11:00Z",
        "CONFIDENTIAL",
        "1C 2C 3C 4SBU 5C",
        ("Comment",),
        ("BOOTHE-LIND",),
    ),
    "partial-extract.txt": Facts(
        None,
        None,
        "CONFIDENTIAL",
        "1C 2C 3C 4C 5C",
        ("A party with a timetable", "The deeper waters", "Comment"),
        (),
    ),
    "page-02-1975.txt": Facts(
        "75HELSINKI1187",
        "1975-05-14T13:45:00Z",
        "CONFIDENTIAL",
        "1 2 3 4 5 6",
        (),
        ("ROSSITER",),
    ),
}


def facts_of(cable: Cable) -> Facts:
    numbered = [
        f"{block.number}{block.marking or ''}"
        for block in cable.body
        if isinstance(block, Paragraph) and block.number is not None
    ]
    return Facts(
        cable.id,
        cable.date,
        cable.classification.level if cable.classification else None,
        " ".join(numbered),
        tuple(block.text for block in cable.body if isinstance(block, Heading)),
        cable.signed_by,
    )


def test_every_example_has_expected_facts() -> None:
    assert {path.name for path in CABLES.iterdir()} == set(FACTS)


def test_the_list_of_examples_names_every_one() -> None:
    listed = (CABLES.parent / "README.md").read_text(encoding="utf-8")
    assert [name for name in FACTS if f"(cables/{name})" not in listed] == []


@pytest.mark.parametrize("name", list(FACTS))
def test_an_example_has_the_expected_facts(name: str) -> None:
    assert facts_of(cableconv.parse(CABLES / name)) == FACTS[name]


@pytest.mark.parametrize("name", FACTS)
def test_no_example_is_read_with_an_error(name: str) -> None:
    found = cableconv.parse(CABLES / name).diagnostics
    assert [diagnostic for diagnostic in found if diagnostic.severity == "error"] == []
