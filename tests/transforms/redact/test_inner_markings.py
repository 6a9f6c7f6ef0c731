"""Markings inside a text: which are read, where, and which letters are none."""

from __future__ import annotations

import pytest

from cableconv.cable import Level
from cableconv.transforms.redact.inner_markings import (
    highest_inside,
    markings,
    opening_level,
)
from cableconv.transforms.redact.unread_markings import looks_marked


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("It ticks. (C) He rings.", ["CONFIDENTIAL"]),
        ("It ticks. (C) He rings. (S) She winds. (U) They left.",
         ["CONFIDENTIAL", "SECRET", "UNCLASSIFIED"]),
        ("(A) one, (B) two, (C) three", []),  # letters of a list
        ("(A) one, (B) two, (C) three, (D) four", []),
        ("(B) two, (C) He rings.", ["CONFIDENTIAL"]),
        ("(A) one, (C) He rings.", ["CONFIDENTIAL"]),
        ("(A) one, (B) two, (C) three, (C) He rings.", ["CONFIDENTIAL"]),
        ("(A) one, (B) two, (D) four, (C) He rings.", ["CONFIDENTIAL"]),
        ("(A) one, (B) two, (C/NF) He rings.", ["CONFIDENTIAL"]),
        ("the (c) of a list, and (s)", []),
        ("word(C) joined", []),
        ("{C} He rings, [S] she winds", ["CONFIDENTIAL", "SECRET"]),
        ("(S/CT) is an office", []),
        ("(C, 1.4 (b)) He rings.", ["CONFIDENTIAL"]),
        ("(S E C R E T) He rings.", ["SECRET"]),
        ("(CONF) He rings. (CUI) She winds.", ["CONFIDENTIAL", "LIMITED OFFICIAL USE"]),
        ("(T S) is no level, (ts) is one", ["TOP SECRET"]),
        ("It ticks. \N{COPYRIGHT SIGN} He rings.", ["CONFIDENTIAL"]),
        ("It ticks. \N{CIRCLED LATIN CAPITAL LETTER S} He rings.", ["SECRET"]),
        ("\N{COPYRIGHT SIGN} 2008 by the harbor", []),
        ("(NATO SECRET) He rings.", ["SECRET"]),
    ],
)  # fmt: skip
def test_the_markings_in_a_text(text: str, levels: list[Level]) -> None:
    assert [marking.level for marking in markings(text)] == levels


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("(C) It ticks.", "CONFIDENTIAL"),
        ("  (C) It ticks.", "CONFIDENTIAL"),
        ("It (C) ticks.", None),
        ("It ticks. (C)", None),
        ("(S) It ticks. (C)", "SECRET"),
        ("", None),
    ],
)
def test_the_level_at_the_beginning(text: str, level: Level | None) -> None:
    assert opening_level(text) == level


def test_the_highest_level_inside_is_at_least_the_given_one() -> None:
    assert highest_inside("It ticks. (S) He rings. (C) Bye.", "CONFIDENTIAL") == "SECRET"
    assert highest_inside("It ticks. (U) He rings.", "CONFIDENTIAL") == "CONFIDENTIAL"
    assert highest_inside("It ticks.", "UNCLASSIFIED") == "UNCLASSIFIED"


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("(CX) It ticks.", True),
        ("(C The clock", True),
        ("C: It ticks.", True),
        ("SECRET - It ticks.", True),
        ("C/NF It ticks.", True),
        ("SECRET NOFORN", True),
        ("CONFIDENTIAL", True),
        ("SECRET", True),
        ("NOFORN SECRET " + "NOFORN " * 6, False),  # too long for a banner
        ("/S/: PELL", False),
        ("Secret doors were found.", False),
        ("The clock ticks.", False),
        ("A clock", False),
    ],
)
def test_what_looks_like_a_marking(text: str, is_marked: bool) -> None:
    assert looks_marked(text) is is_marked
