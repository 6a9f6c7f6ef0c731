"""Editorial notes about a cable, and their places."""

from __future__ import annotations

import pytest

from cableconv.cable import (
    Cable,
    Diagnostic,
    Furniture,
    Number,
    Origin,
    Paragraph,
    Quote,
    Section,
    Source,
)
from cableconv.diagnostics.body import NO_SIGNATURE, PARAGRAPH_GAP, TEXT_BREAKS_OFF
from cableconv.diagnostics.preface import LABEL_MISSING, TAG_GLUED, TAG_UNKNOWN
from cableconv.diagnostics.telegram import UNREAD
from cableconv.rendering.closing import closing_lines
from cableconv.rendering.editorial import doubts, editorial_notes
from cableconv.rendering.message_data import designation
from cableconv.rendering.remarks import Remarks

FIRST = Paragraph(number=1, text="The tide clock is late.")
FOURTH = Paragraph(number=4, text="The ferry has", blocks=(Quote(blocks=(Paragraph(text="x"),)),))
GAP = PARAGRAPH_GAP.at("body[1]", number=4, before=1)
END = TEXT_BREAKS_OFF.at("body[1].blocks[0].blocks[0]")


def told(*found: Diagnostic, **fields: object) -> list[str]:
    cable = Cable(body=(FIRST, FOURTH), diagnostics=found).replace(**fields)
    return [note.text for note in editorial_notes(cable)]


def test_missing_numbers_are_named() -> None:
    assert told(GAP) == ["Paragraphs 2 to 3 are not in the source, or have lost their numbers."]
    third = FOURTH.replace(number=3)
    one = told(PARAGRAPH_GAP.at("body[1]", number=3, before=1), body=(FIRST, third))
    assert one == ["Paragraph 2 is not in the source, or has lost its number."]


def test_decreasing_numbers_are_named() -> None:
    back = PARAGRAPH_GAP.at("body[1]", number=1, before=4)
    said = told(back, body=(FOURTH, FIRST))
    assert said == ["In the source paragraph 1 follows paragraph 4; text may be missing."]


def test_unread_words_are_shown() -> None:
    unread = UNREAD.at("furniture[0]")
    (said,) = told(unread, furniture=(Furniture(kind="unread", text="QQ  TIDE\nZZ"),))
    assert said == "Omitted, as it was not understood: “QQ TIDE ZZ”."


@pytest.mark.parametrize(
    ("number", "total", "furniture", "found", "said"),
    [
        (1, 3, "", (), []),
        (3, 3, "", (), ["Sections 1 to 2 of 3 are not in the source."]),
        (
            1,
            3,
            "OSLO 00123 03 OF 03",
            (),
            ["Section 2 of 3 is not in the source."],
        ),
        (
            1,
            2,
            "",
            (NO_SIGNATURE.at(),),
            [
                "Section 2 of 2 is not marked in the source, whose text has no signature; the end"
                " may be missing."
            ],
        ),
        (1, 2, "SECTION 02 OF 02", (NO_SIGNATURE.at(),), []),
        (1, 1, "", (NO_SIGNATURE.at(),), []),
    ],
)
def test_missing_sections_are_named(
    number: int, total: int, furniture: str, found: tuple[Diagnostic, ...], said: list[str]
) -> None:
    marks = (Furniture(kind="page-mark", text=furniture),)
    assert told(*found, section=Section(number=number, total=total), furniture=marks) == said


def test_a_mere_doubt_is_not_an_editorial_note() -> None:
    doubt, repair = LABEL_MISSING.at("subject", label="SUBJECT"), TAG_UNKNOWN.at("tags[0]", tag="Q")
    cable = Cable(diagnostics=(doubt, repair))
    assert not list(editorial_notes(cable))
    assert [note.text for note in doubts(cable)] == [
        "SUBJECT was read from a line without a label, by its content."
    ]


def test_several_doubts_about_one_field_give_their_hint_once() -> None:
    found = tuple(
        Diagnostic(code="odd", severity="warning", message=message, hint="look", path=path)
        for message, path in (
            ("A is odd", "references[0]"),
            ("A is odd", "references[0]"),
            ("B is odd", "references[1]"),
            ("C is odd", "tags[0]"),
            ("D is odd", "body[0]"),
            ("E is odd", "body[1]"),
        )
    )
    told = [note.text for note in doubts(Cable(diagnostics=found))]
    a, b, *others = "A is odd. Look.", "B is odd.", *(f"{each} is odd. Look." for each in "CDE")
    assert told == [a, a, b, *others]


def test_each_note_has_its_place_and_none_is_repeated() -> None:
    label = LABEL_MISSING.at("tags[0]", label="TAGS")
    cable = Cable(body=(FIRST, FOURTH), diagnostics=(GAP, END, label))
    remarks = Remarks(cable, editorial=True, notes=True)
    quote = FOURTH.blocks[0]
    assert isinstance(quote, Quote)
    assert len(list(remarks.before(FOURTH))) == 1
    assert len(list(remarks.after(quote.blocks[0]))) == 1
    assert len(list(remarks.notes_on_field("TAGS"))) == 1
    assert not list(remarks.notes_on(FOURTH))
    assert not remarks.whole


def test_one_place_has_a_note_once() -> None:
    glued = [TAG_GLUED.at("tags[0]", printed="PRELX", tags="PREL X") for _ in range(3)]
    repeated = [PARAGRAPH_GAP.at("body[1]", number=4, before=1) for _ in range(2)]
    cable = Cable(body=(FIRST, FOURTH), diagnostics=(*glued, *repeated))
    remarks = Remarks(cable, editorial=True, notes=True)
    assert len(list(remarks.notes_on_field("TAGS"))) == 1
    assert len(list(remarks.before(FOURTH))) == 1


def test_without_the_editorial_part_its_notes_are_ordinary_notes() -> None:
    cable = Cable(body=(FIRST, FOURTH), diagnostics=(GAP, END))
    assert len(list(Remarks(cable, notes=True).notes_on(FOURTH))) == 1
    assert not Remarks(cable).are_on_blocks


def test_station_and_number_name_a_cable_without_an_id() -> None:
    number = Number(station="OSLO", serial="000123", text="OSLO 000123")
    cable = Cable(number=number, source=Source(id="4711"))
    assert designation(cable) == "OSLO 000123"
    assert designation(cable.replace(id="08OSLO123")) == "08OSLO123"
    assert designation(cable.replace(number=None)) == "4711"


def test_the_end_has_source_and_citation() -> None:
    source = Source(
        name="private/cables.tar", member="a/b.txt", row=7, id="4711", url="https://c.example"
    )
    cable = Cable(id="08OSLO123", origin=Origin(name="AMEMBASSY OSLO"), source=source)
    assert dict(closing_lines(cable)) == {
        "Source": "cables.tar, file a/b.txt, row 7; no. 4711 there; https://c.example",
        "Cite as": "U.S. Embassy Oslo, Telegram, 08OSLO123 [retrieved from https://c.example].",
    }
    assert dict(closing_lines(cable, names_file=False))["Source"] == "no. 4711; https://c.example"
    assert not list(closing_lines(Cable()))


def test_an_address_within_a_site_is_not_given() -> None:
    cable = Cable(id="08OSLO123", source=Source(name="a.html", url="/cable/2008/08OSLO123.html"))
    assert dict(closing_lines(cable)) == {
        "Source": "a.html",
        "Cite as": "Telegram, 08OSLO123.",
    }


def test_a_section_is_cited_if_the_others_are_missing() -> None:
    number = Number(station="OSLO", serial="000123", text="OSLO 000123")
    first, last = (Cable(number=number, section=Section(number=each, total=2)) for each in (1, 2))
    assert dict(closing_lines(first))["Cite as"] == "Telegram OSLO 123."
    assert dict(closing_lines(last))["Cite as"] == "Telegram OSLO 123, section 2 of 2."


def test_very_many_sections_are_fast() -> None:
    assert told(section=Section(number=10**9, total=10**9)) == [
        "Sections 1 to 999999999 of 1000000000 are not in the source."
    ]
