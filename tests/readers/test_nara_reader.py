"""Telegrams of 1973-79: the archive's attributes are compared, its stamps are notices."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from real_cables import real

import cableconv
from cableconv.cable import Cable, EmbeddedCable, Paragraph
from cableconv.input.content import Content
from cableconv.parser import parse_telegram
from cableconv.plugins import Sniff
from cableconv.readers.nara import read, sniff

ROOT = Path(__file__).parents[2]
RECORD = (ROOT / "examples" / "forms" / "nara-record.txt").read_text(encoding="utf-8")
STAMP = "Ada L. Pennywhistle Declassified/Released US Department of State EO Systematic Review"

pieces = st.sampled_from(
    ["Message Text", "Message Attributes", "\n", "PAGE 01 OSLO 00123", STAMP, " 05 JUL 2006",
     "CONF", "Document Number: 1975OSLO01", "*** Current Classification *** n/a",
     "ERROR READING TEXT"]
)  # fmt: skip
records = st.lists(pieces | st.text(max_size=5)).map("".join)


def reading(text: str) -> Cable:
    (telegram,) = read(Content(text))
    return parse_telegram(telegram)


def accounted(cable: Cable) -> str:
    """Return the text of the record that the parts cover, without white space."""
    return "".join(re.sub(r"\s", "", RECORD[part.start : part.end]) for part in cable.parts)


def with_attributes(**attributes: str) -> str:
    lines = [f"{name.replace('_', ' ')}: {value}" for name, value in attributes.items()]
    return "\n".join(["Message Text", "UNCLAS OSLO 123", "Message Attributes", *lines])


def test_the_whole_record() -> None:
    cable = reading(RECORD)
    assert (cable.id, cable.date) == ("75HELSINKI2214", "1975-06-17T13:45:00Z")
    assert cable.distribution is not None
    assert cable.distribution.startswith("ORIGIN OES-06\nINFO  OCT-01  EUR-12")
    assert cable.drafted_by == "DRAFTED BY OES/OA:TQUILL:CB"
    assert cable.approved_by == "APPROVED BY OES:MHARROW"
    assert cable.cleared_by == "EUR/NE:LARKWRIGHT\nL:PFENN"
    assert [addressee.name for addressee in cable.info] == [
        "AMEMBASSY STOCKHOLM",
        "USMISSION GENEVA",
    ]
    assert cable.executive_order is not None
    assert (cable.executive_order.order, cable.executive_order.text) == ("11652", "N/A")
    assert cable.notices == (f"{STAMP} 05 JUL 2006",)
    assert [block.number for block in cable.body if isinstance(block, Paragraph)] == [1, 2]
    assert cable.signed_by == ("LINDQUIST",)


def test_a_paragraph_cut_by_a_page_and_a_stamp_is_joined() -> None:
    text = reading(RECORD).body[1]
    assert isinstance(text, Paragraph)
    assert text.text.endswith("EVERY LIGHT ON THE COAST HAS BEEN COUNTED TWICE.")


def test_four_attributes_are_compared_and_all_are_kept_as_furniture() -> None:
    cable = reading(RECORD)
    assert (cable.source.id, cable.source.date) == ("75HELSINKI2214", "1975-06-17")
    assert (cable.source.office, cable.source.classification) == (
        "ORIGIN OES",
        "LIMITED OFFICIAL USE",
    )
    (attributes,) = [each for each in cable.furniture if each.kind == "message-attributes"]
    assert "Capture Date: 01 JAN 1994" in attributes.text


def test_nothing_of_the_record_is_left_unread() -> None:
    cable = reading(RECORD)
    assert "unread" not in {each.kind for each in cable.furniture}
    assert accounted(cable) == re.sub(r"\s", "", RECORD)


@pytest.mark.parametrize(
    ("number", "witness"),
    [
        ("1975OSLO00123", "75OSLO123"),
        ("1976PRETOR04668", "76PRETORIA4668"),
        ("1975NEWDE12211", "75NEWDELHI12211"),
        ("1974XYZZYX00001", "74XYZZYX1"),
        ("n/a", None),
    ],
)
def test_a_document_number_has_the_form_of_an_id(number: str, witness: str | None) -> None:
    assert reading(with_attributes(Document_Number=number)).source.id == witness


@pytest.mark.parametrize("printed", ["17 JUN 1975", "17 jun 1975", "17-Jun-1975 12:00:00 am"])
@pytest.mark.parametrize("name", ["Draft_Date", "Sent_Date", "Document_Date"])
def test_dates_of_every_style_are_read(name: str, printed: str) -> None:
    assert reading(with_attributes(**{name: printed})).source.date == "1975-06-17"


def test_the_archives_id_is_the_key_if_the_text_has_none() -> None:
    cable = reading(with_attributes(Document_Number="1975OSLO00123"))
    assert (cable.id, cable.key) == (None, "75OSLO123")


@pytest.mark.parametrize("says", ["ERROR READING TEXT INDEX", "EXPAND ERROR ENCOUNTERED"])
def test_text_that_the_archive_lost_is_reported_at_its_place(says: str) -> None:
    lost = RECORD.replace("FIRST LIST FORGOT. IT IS LONGER.", says)
    (finding,) = [d for d in reading(lost).diagnostics if d.code == "text-lost-in-archive"]
    assert finding.line == lost[: lost.index(says)].count("\n") + 1


def test_several_records_in_a_file_are_several_telegrams() -> None:
    telegrams = list(read(Content(RECORD + RECORD)))
    first, second = (parse_telegram(telegram) for telegram in telegrams)
    assert first.id == second.id == "75HELSINKI2214"
    assert second.diagnostics[0].line == (first.diagnostics[0].line or 0) + RECORD.count("\n")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (RECORD, Sniff.SURE),
        ("CONFIDENTIAL\n\nPAGE 01  OSLO 00123\n\nACTION EUR-12\n", Sniff.SURE),
        ("PAGE 01\nOSLO 00123\nORIGIN EUR-12\n", Sniff.SURE),
        ("PAGE 01 OF MY MEMOIRS", Sniff.NO),
        ("UNCLAS OSLO 000123", Sniff.NO),
        ("", Sniff.NO),
    ],
)
def test_sniffing_own_output_and_others(text: str, level: Sniff) -> None:
    assert sniff(Content(text)) is level


def test_its_text_export_is_read_as_the_same_telegram() -> None:
    cable = reading(RECORD)
    again = cableconv.parse(str(cableconv.export(cable, "text")))
    for name in ("id", "notices", "distribution", "drafted_by", "approved_by", "cleared_by"):
        assert getattr(again, name) == getattr(cable, name)


@given(records)
def test_any_text_is_read_without_loss(text: str) -> None:
    kept = "".join(telegram.text for telegram in read(Content(text)))
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text.removeprefix("\ufeff"))
    for telegram in read(Content(text)):
        parse_telegram(telegram)


def test_the_openings_of_real_telegrams_are_read_whole() -> None:
    for path in sorted(real("nara-heads").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert sniff(Content(text)) is Sniff.SURE, path.name
        cable = reading(text)
        assert "unread" not in {each.kind for each in cable.furniture}, path.name
        assert cable.distribution, path.name
        repeated = [each.cable for _, each in cable.walk() if isinstance(each, EmbeddedCable)]
        for prefaced in repeated or [cable]:  # one that repeats a telegram has no own preface
            assert prefaced.tags, path.name
            assert prefaced.executive_order, path.name
