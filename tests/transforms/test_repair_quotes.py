"""Tests of restoring apostrophes and quotation marks, and of text that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import cables

import cableconv
from cableconv.cable import Cable, Paragraph
from cableconv.vocabulary.lost_quotes import repaired

LOST = {
    "the GoC,s view": "the GoC's view",
    "HARBOURMASTER,S REPORT": "HARBOURMASTER'S REPORT",
    "they don,t, won,t and CAN,T": "they don't, won't and CAN'T",
    "we,ve seen it and I,d say they,re late": "we've seen it and I'd say they're late",
    "a &stick and carrot8 policy": 'a "stick and carrot" policy',
    "(&to fish,8 he said)": '("to fish," he said)',
    "&One.8  &Two.8": '"One."  "Two."',
    'he said ""yes,"" and ""(no)""': 'he said "yes," and "(no)"',
    "the port''s ice": "the port's ice",
}
LEFT = [
    "herring, salt and ice",
    "Smith, Jones,then Brown",
    "R&D8 and P&L 8",
    "M & A in 2008",
    "AT&T had 8 lines",
    "points a,b,c,d,s1",
    "the G&8",
    'an empty "" cell',
    "five'' of snow",
]


@pytest.mark.parametrize("text", LOST)
def test_a_lost_mark_is_restored(text: str) -> None:
    assert repaired(text)[0] == LOST[text]


@pytest.mark.parametrize("text", LEFT)
def test_similar_text_is_unchanged(text: str) -> None:
    assert repaired(text) == (text, 0)


@given(st.text(alphabet=",&8\"' aGst.\n("))
def test_nothing_but_signs_changes(text: str) -> None:
    mended, number = repaired(text)
    signs = str.maketrans("", "", ",'&8\"")
    assert mended.translate(signs) == text.translate(signs)
    assert (number == 0) == (mended == text)


def test_the_transform_reports_each_repair_with_its_place() -> None:
    cable = Cable(
        subject="THE PORT,S ICE",
        body=(Paragraph(text="The crew,s &hot soup8."), Paragraph(text="Nothing.")),
        summary="The crew,s &hot soup8.",
    )
    mended = cableconv.transform(cable, "repair-quotes")
    assert mended.subject == "THE PORT'S ICE"
    assert mended.summary == 'The crew\'s "hot soup".'
    assert [(found.code, found.path, found.message) for found in mended.diagnostics] == [
        ("quotes-repaired", "subject", "1 mark restored as apostrophes or quotation marks"),
        ("quotes-repaired", "body[0]", "3 marks restored as apostrophes or quotation marks"),
    ]


def test_the_parser_reports_lost_quotes() -> None:
    cable = cableconv.parse(
        "TAGS: ENRG\nSUBJECT: ICE\n\n1. (U) The port,s ice and the crew,s soup.\n\nKJAER\n"
    )
    (found,) = [found for found in cable.diagnostics if found.code == "quotes-lost"]
    assert found.message.endswith("from here on: 2")
    mended = cableconv.transform(cable, "repair-quotes")
    assert "quotes-lost" not in {found.code for found in mended.diagnostics}


@given(cables())
def test_any_tree_is_accepted(cable: Cable) -> None:
    cableconv.transform(cable, "repair-quotes")
