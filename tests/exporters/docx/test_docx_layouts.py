"""The content and order of the layouts."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from lxml import etree

from cableconv.cable import (
    Addressee,
    Cable,
    Diagnostic,
    Heading,
    Item,
    Number,
    Origin,
    Paragraph,
    Quote,
)
from cableconv.exporters.docx import encode
from cableconv.exporters.docx.notes import Notes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAYOUTS = ("office", "memo", "frus")
NUMBER = Number(station="OSLO", serial="12", text="OSLO 12")
WORDS = "The tide tables for the coming year were approved by the board. "


def opened(cable: Cable, **options: object) -> Document:
    return docx.Document(io.BytesIO(encode(cable, **options)))


def labels(document: Document, table: int) -> list[str]:
    found = (row.cells[0].text for row in document.tables[table].rows)
    return list(dict.fromkeys(filter(None, found)))


def part(cable: Cable, name: str, **options: object) -> str:
    return zipfile.ZipFile(io.BytesIO(encode(cable, **options))).read(f"word/{name}.xml").decode()


def test_a_memo_has_five_lines_above_and_the_rest_below(ordinary: Cable) -> None:
    document = opened(ordinary, layout="memo")
    assert labels(document, 0) == ["To", "From", "Date", "Subject", "References"]
    rows = {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}
    assert rows["Subject"] == f"(C) {ordinary.subject}"
    assert {"Info", "TAGS", "E.O.", "Classified by"} <= set(labels(document, -1))
    assert not set(labels(document, 0)) & set(labels(document, -1))


def test_the_subject_of_a_memo_has_its_marking(ordinary: Cable) -> None:
    values = {
        row.cells[0].text: row.cells[1].text
        for row in opened(ordinary, layout="memo").tables[0].rows
    }
    assert values["Subject"] == f"(C) {ordinary.subject}"


def test_foreign_relations_name_sender_and_addressee(ordinary: Cable) -> None:
    head, dateline, opening = opened(ordinary, layout="frus").paragraphs[:3]
    assert head.text == (
        "Telegram From the Embassy in Mauritius to the Department of State and "
        "the Department of Commerce"
    )
    assert dateline.text == "Port Louis, March 14, 2005, 0926Z."
    assert opening.text.startswith(f"321. Subject: (C) {ordinary.subject}. Ref: A. PORT LOUIS 211;")


def test_the_first_footnote_of_foreign_relations_is_the_source_note(ordinary: Cable) -> None:
    notes = part(ordinary, "footnotes", layout="frus")
    assert "Source: Telegram 05PORTLOUIS321. Confidential; Noforn; Immediate;" in notes


def test_editorial_notes_become_footnotes() -> None:
    gap = Diagnostic(
        code="paragraph-gap", severity="warning", message="paragraph 2 is missing", path="body[1]"
    )
    body = (Paragraph(number=1, text="One."), Paragraph(number=3, text="Three."))
    document = opened(Cable(body=body, diagnostics=(gap,)), layout="frus")
    assert not any("Editorial note" in each.text for each in document.paragraphs)
    notes = part(Cable(body=body, diagnostics=(gap,)), "footnotes", layout="frus")
    assert "Paragraph 2 is not in the source" in notes


@pytest.mark.parametrize("notes", ["none", "comments", "footnotes"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_shows_the_whole_text(any_cable: Cable, layout: str, notes: str) -> None:
    main = part(any_cable, "document", layout=layout, notes=notes)
    shown = "".join(map(str, etree.fromstring(main.encode()).itertext()))
    for _, block in any_cable.walk():
        if isinstance(block, Paragraph) and block.text.isalnum():
            assert block.text in shown


def test_adjacent_footnote_marks_are_separated() -> None:
    notes = Notes("footnotes")
    content = notes.on("<w:p><w:pPr></w:pPr></w:p>", ("One.", "Two."))
    assert content.count("footnoteReference w:id") == 2
    assert content.count("<w:t>,</w:t>") == 1


def test_a_long_cable_has_a_list_of_its_headings() -> None:
    body: list[Heading | Paragraph] = []
    for n in range(1, 9):
        body += [Heading(text=f"Pier {n}"), Paragraph(number=n, text=WORDS * 60)]
    paragraphs = opened(Cable(subject="PIERS", body=tuple(body))).paragraphs
    listed = [each.text for each in paragraphs if each.style and each.style.name == "Outline"]
    assert listed == [f"Paragraph {n}\tPier {n}" for n in range(1, 9)]


def test_a_listed_heading_has_a_number_only_from_the_text_below_it() -> None:
    items = (Item(label="--", text=WORDS),) * 4
    numbered = Paragraph(number=4, text=WORDS * 300)
    headings = [Heading(text=text) for text in ("Cranes", "Dues", "Piers", "Old Piers")]
    cranes, dues, piers, old = headings
    plain, next_one = Paragraph(text="Dues rose."), Paragraph(number=3, text="They fell.")
    body = (cranes, *items, dues, plain, next_one, *items, piers, old, numbered, *items)
    paragraphs = opened(Cable(subject="PORTS", body=body)).paragraphs
    listed = [each.text for each in paragraphs if each.style and each.style.name == "Outline"]
    assert listed == ["\tCranes", "\tDues", "Paragraph 4\tPiers", "Paragraph 4\tOld Piers"]


def test_a_short_cable_has_no_list_of_headings(ordinary: Cable) -> None:
    styles = {each.style.name for each in opened(ordinary).paragraphs if each.style}
    assert "Outline" not in styles


def test_a_quotation_has_the_language_of_its_opening() -> None:
    words = Quote(opening="BEGIN SPANISH TEXT", blocks=(Paragraph(text="La marea sube."),))
    assert '<w:lang w:val="es"/>' in part(Cable(body=(words,)), "document")
    other = Quote(opening="BEGIN TEXT", blocks=(Paragraph(text="The tide rises."),))
    assert "<w:lang" not in part(Cable(body=(other,)), "document")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", ["tags", "precedence", "to[0]"])
def test_a_doubt_about_a_field_that_is_not_shown_is_at_the_first_line(
    layout: str, path: str
) -> None:
    doubt = Diagnostic(code="odd", severity="warning", message="it is odd", path=path)
    cable = Cable(subject="TIDES", diagnostics=(doubt,))
    main = part(cable, "document", layout=layout, notes="comments")
    body = etree.fromstring(main.encode())[0]
    first = body[0] if body[0].tag.endswith("}p") else body[0].find(".//{*}p")
    assert first is not None
    assert first.find("{*}commentRangeStart") is not None
    assert "It is odd." in part(cable, "comments", layout=layout, notes="comments")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_source_and_citation_are_not_alone_on_a_page(layout: str) -> None:
    cable = Cable(id="08OSLO12", signed_by=("HERON",), number=NUMBER)
    body = list(opened(cable, layout=layout).element.body)
    heading = next(at for at, each in enumerate(body) if "Citation" in "".join(each.itertext()))
    rows = body[heading - 2].findall(f"{W}tr") if layout != "office" else []
    assert bool(rows) is (layout != "office")
    for kept in (body[heading - 1], *rows):
        assert kept.find(f".//{W}keepNext") is not None


@pytest.mark.parametrize("layout", ["memo", "frus"])
def test_message_data_at_the_end_may_continue_on_the_next_page(layout: str) -> None:
    info = tuple(Addressee(name=f"AMEMBASSY {number:04}") for number in range(10))
    cable = Cable(origin=Origin(name="AMEMBASSY OSLO"), info=info, tags=("PREL",), number=NUMBER)
    rows = opened(cable, layout=layout).tables[-1].rows
    kept = [row._tr.find(f".//{W}keepNext") is not None for row in rows]
    assert kept == [True, *[False] * (len(rows) - 4), True, True, True]


def test_rows_of_message_data_do_not_break_unless_they_are_long() -> None:
    long = tuple(f"TIDE {number:04}" for number in range(300))
    table = opened(Cable(id="08OSLO12", subject="X", tags=("PREL",), captions=long)).tables[0]
    whole = {row.cells[0].text: row._tr.find(f".//{W}cantSplit") is not None for row in table.rows}
    assert whole == {"Captions": False, "TAGS": True}


@pytest.mark.parametrize("layout", ["memo", "frus"])
def test_a_long_list_of_addressees_may_be_divided_between_pages(layout: str) -> None:
    info = tuple(Addressee(name=f"AMEMBASSY {number:04}") for number in range(45))
    tags = dict.fromkeys(("passing", "notices", "captions"), ("ONE",))
    cable = Cable(origin=Origin(name="AMEMBASSY OSLO"), info=info, number=NUMBER).replace(**tags)
    rows = opened(cable, layout=layout).tables[-1].rows
    listed = [row._tr for row in rows if "AMEMBASSY 0" in row.cells[1].text]
    assert len(listed) == 5
    assert [row.find(f".//{W}keepNext") is not None for row in listed[1:]] == [False] * 4


@pytest.mark.parametrize("layout", ["memo", "frus"])
def test_a_short_field_is_kept_on_one_page(layout: str) -> None:
    info = tuple(Addressee(name=f"AMEMBASSY {number}") for number in range(4))
    tags = dict.fromkeys(("passing", "notices", "captions"), ("ONE",))
    cable = Cable(origin=Origin(name="AMEMBASSY OSLO"), info=info, number=NUMBER).replace(**tags)
    rows = opened(cable, layout=layout).tables[-1].rows
    kept = {row.cells[1].text: row._tr.find(f".//{W}keepNext") is not None for row in rows}
    assert [kept[each.name] for each in info if each.name] == [True, True, True, False]
