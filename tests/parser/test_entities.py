"""HTML character references in a telegram's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableconv import parse
from cableconv.cable import Furniture, Span
from cableconv.parser.cleanup.characters.entities import without_entities
from cableconv.telegram import Anchor, PageStart, Telegram

CABLE = (
    "UNCLAS OSLO 000123\n\nE.O. 12958: N/A\nTAGS: PREL, NO\n"
    "SUBJECT: THE HARBOR&#8217;S CLOCK &amp; ITS KEY\n\n"
    "1. (U) It &quot;stopped&quot; at noon.\n\nWRAY\n"
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&#8217;", "’"),
        ("&#x2019;", "’"),
        ("&amp;", "&"),
        ("&quot;", '"'),
        ("&LT;", "<"),
        ("&amp;#8217;", "’"),
    ],
)
def test_a_character_reference_is_replaced(written: str, meant: str) -> None:
    assert without_entities(Telegram(text=f"A {written} B")).text == f"A {meant} B"


@pytest.mark.parametrize("text", ["AT&T; R&D; Q&A", "&;", "&#;", "&amp", "& amp;", "PELL & WRAY;"])
def test_other_ampersands_are_kept(text: str) -> None:
    telegram = Telegram(text=text)
    assert without_entities(telegram) is telegram


def test_text_after_a_replacement_keeps_its_position() -> None:
    telegram = without_entities(Telegram(text="A&#8217;S\nCLOCK &amp; KEY"))
    assert telegram.position(telegram.text.index("S")) == (1, 9)
    assert telegram.position(telegram.text.index("KEY")) == (2, 13)


def test_offsets_map_through_the_reader_to_the_file() -> None:
    before = Telegram(
        text="A &amp; B", file_text="[A](#) &amp; [B](#)", anchors=(Anchor(0, 1), Anchor(1, 6),
        Anchor(8, 14)),
    )  # fmt: skip
    after = without_entities(before)
    assert [after.file_offset(at) for at in range(5)] == [1, 6, 7, 12, 14]


def test_surroundings_and_pages_move_with_the_text() -> None:
    stamp = Furniture(kind="notice", text="STAMP", span=Span(6, 11))
    pages = (PageStart(0, 1), PageStart(6, 2))
    telegram = without_entities(Telegram(text="&amp;\nSTAMP", surroundings=(stamp,), pages=pages))
    assert telegram.surroundings[0].span == Span(2, 7)
    assert telegram.pages == (PageStart(0, 1), PageStart(2, 2))


def test_the_repair_is_reported_once_at_the_first_reference() -> None:
    cable = parse(CABLE)
    assert cable.subject == "THE HARBOR’S CLOCK & ITS KEY"
    found = [each for each in cable.diagnostics if each.code == "entities-read"]
    assert [(each.line, each.column) for each in found] == [(5, 20)]
    assert found[0].message.endswith("&#8217;: 4")


@given(st.lists(st.sampled_from(["&amp;", "&#8217;", "A", " ", "\n", "&", ";", "\\"]), max_size=20))
def test_each_character_has_its_original_offset(pieces: list[str]) -> None:
    source = "".join(pieces)
    telegram = without_entities(Telegram(text=source))
    for offset, character in enumerate(telegram.text):
        at = telegram.file_offset(offset)
        assert source[at] == character or source[at] == "&"
