"""Several telegrams in one text: each line belongs to one of them, even if clean-up moved it."""

from __future__ import annotations

import pytest

import cableconv
from cableconv.parser.cleanup.copies.duplicate_telegrams import split_telegrams
from cableconv.parser.lexer.lines import split_lines

TELEGRAM = "UNCLAS OSLO 00012{}\n\nSUBJECT: GEESE\n\n1. They came.\n\n"
TEXT = "".join(map(TELEGRAM.format, (3, 3, 4, 5, 3)))


@pytest.mark.parametrize("moved", range(3, 15))
@pytest.mark.parametrize("to", [0, 1, 3])
def test_each_line_belongs_to_one_telegram(moved: int, to: int) -> None:
    lines = split_lines(TEXT)
    lines.insert(to, lines.pop(moved))
    copies = split_telegrams(lines)
    parts = [copies.lines, *copies.repeated, *copies.others]
    assert all(parts)
    starts = [line.start for part in parts for line in part]
    assert sorted(starts) == sorted(line.start for line in lines)


HEADER = "R 131205Z MAY 08\nFM AMEMBASSY OSLO\n"


@pytest.mark.parametrize(
    ("second", "is_telegram"),
    [
        ("UNCLAS OSLO 000124\n\nSUBJECT: ICE\n\n1. It came.\n", True),
        ("UNCLAS OSLO 000124\nSUBJECT: ICE\n1. It came.\n", True),
        (f"{HEADER}UNCLAS OSLO 000124\n\nSUBJECT: ICE\n\n1. It came.\n", True),
        ("FM AMEMBASSY OSLO\nUNCLAS OSLO 000124\n\nSUBJECT: ICE\n\n1. It came.\n", True),
        ("UNCLAS OSLO 000124\n\nSUBJECT: ICE\n\n2. It came.\n", False),
        ("UNCLAS OSLO 000124\n\nIt said:\n\n1. It came.\n", False),
        ("UNCLAS OSLO 000124\n\nSUBJECT: ICE\n\nIt came.\n", False),
        ("UNCLAS SECTION 02 OF 02 OSLO 000123\n\nSUBJECT: ICE\n\n1. It came.\n", False),
        (
            f"{HEADER}UNCLAS SECTION 02 OF 02 OSLO 000123\n\nUNCLAS OSLO 000123\n\n"
            "SUBJECT: ICE\n\n2. It came.\n",
            False,
        ),
    ],
)
def test_another_telegram_has_its_own_subject_and_its_own_paragraph_1(
    second: str, is_telegram: bool
) -> None:
    copies = split_telegrams(split_lines(TELEGRAM.format(3) + second))
    assert bool(copies.repeated or copies.others) is is_telegram


@pytest.mark.parametrize("first", ["1. They", "1 (U) They", "¶1 They", "¶1. (U) They"])
def test_another_telegram_begins_after_the_text_of_the_first(first: str) -> None:
    text = TELEGRAM.format(3).replace("1. They", first)
    assert len(split_telegrams(split_lines(text + TELEGRAM.format(4))).others) == 1


def test_class_lines_alone_are_not_telegrams() -> None:
    lines = split_lines("UNCLAS OSLO 000123\n\nThey came.\n\nUNCLAS OSLO 000124\n\nIt came.\n")
    assert split_telegrams(lines).lines is lines


COPY = (
    "R 131205Z MAY 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 0101\n\nUNCLAS OSLO 000123\n\n"
    "SIPDIS\n\n{}E.O. 12958: N/A\nTAGS: PREL NO\nSUBJECT: GEESE\n\n"
    "1. (U) They came {}.\n\n2. (U) They left.\n\nWRAY\n\n"
)


@pytest.mark.parametrize(
    ("note", "which"), [("", "first whole one"), ("CORRECTED COPY\n\n", "corrected copy")]
)
def test_the_copy_that_was_read_is_reported(note: str, which: str) -> None:
    found = cableconv.parse(COPY.format("", "early") + COPY.format(note, "late")).diagnostics
    (message,) = (each.message for each in found if each.code == "cable-repeated")
    assert which in message
