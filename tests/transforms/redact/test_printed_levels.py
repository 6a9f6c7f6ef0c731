"""A level that is printed elsewhere than on the class line raises the level of the cable."""

from __future__ import annotations

import pytest

import cableconv

SECTIONS = """\
UNCLAS SECTION 01 OF 02 OSLO 000123

SUBJECT: HERRING

1. Hi.

{line} SECTION 02 OF 02 OSLO 000123

2. The zebra is ill.

HOLM
"""
HEADED = """\
VZCZCXYZ
{security} ZZH
R 131205Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

UNCLAS OSLO 000123

SUBJECT: HERRING

1. The zebra is ill.

HOLM
"""


def is_kept(text: str) -> bool:
    cable = cableconv.transform(cableconv.parse(text), "redact", above="unclassified")
    return "zebra" in str(cable.to_dict())


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("UNCLAS", True), ("S E C R E T", False), ("SECRET", False),
        ("C O N F I D E N T I A L", False), ("T O P S E C R E T", False),
        ("LIMITED OFFICIAL USE", False),
    ],
)  # fmt: skip
def test_the_class_line_of_a_later_section_counts(line: str, kept: bool) -> None:
    assert is_kept(SECTIONS.format(line=line)) == kept


@pytest.mark.parametrize(
    ("security", "kept"),
    [("ZNR UUUUU", True), ("ZNY EEEEE", True), ("ZNY CCCCC", False), ("ZNY SSSSS", False)],
)
def test_the_security_prosign_counts(security: str, kept: bool) -> None:
    assert is_kept(HEADED.format(security=security)) == kept


@pytest.mark.parametrize(
    ("entries", "kept"),
    [
        ("(C) ZEBRA ILL A. OSLO 77", False),
        ("(S) ZEBRA ILL", False),
        ("(C - 1.4(b)) ZEBRA ILL A. OSLO 77", False),
        ("(A) OSLO 77 (B) OSLO 78 (C) ZEBRA MEMO", True),
        ("A. OSLO 77 B. OSLO 78 C. ZEBRA MEMO", True),
    ],
)
def test_a_marking_is_not_the_label_of_a_reference(entries: str, kept: bool) -> None:
    text = f"S E C R E T OSLO 000123\n\nSUBJECT: (U) ICE\nREF: {entries}\n\n1. (U) Hi.\n\nHOLM\n"
    left = cableconv.transform(cableconv.parse(text), "redact", above="unclassified")
    assert ("ZEBRA" in str(left.to_dict())) == kept
