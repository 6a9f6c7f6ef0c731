"""Editorial notes, source and citation, and diagnostics as comments or footnotes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from cableconv.cable import Cable, EmbeddedCable, Paragraph, Source
from cableconv.diagnostics.body import PARAGRAPH_GAP, TEXT_BREAKS_OFF
from cableconv.diagnostics.heading import DATE_INVALID
from cableconv.diagnostics.preface import LABEL_MISSING, TAG_GLUED
from cableconv.diagnostics.telegram import SECOND_CABLE
from cableconv.exporters.docx import encode

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BROKEN = Cable(
    id="08OSLO12",
    tags=("PREL",),
    subject="THE TIDE CLOCK",
    body=(Paragraph(number=1, text="The clock"),),
    diagnostics=(
        TEXT_BREAKS_OFF.at("body[0]"),
        DATE_INVALID.at("date", printed="999999Z"),
        TAG_GLUED.at("tags[0]", printed="PRELX", tags="PREL X"),
        LABEL_MISSING.at("subject", label="SUBJECT"),
    ),
    source=Source(name="secret/clock.txt", id="4711"),
)


def lines(document: Document) -> list[tuple[str, str]]:
    return [(str(each.style and each.style.name), each.text) for each in document.paragraphs]


def part(cable: Cable, name: str, **options: object) -> etree._Element:
    archive = zipfile.ZipFile(io.BytesIO(encode(cable, **options)))
    return etree.fromstring(archive.read(f"word/{name}.xml"))


def test_editorial_notes_are_in_their_places(opened: Callable[..., Document]) -> None:
    told = lines(opened(BROKEN, editorial=True))
    text = told.index(("Numbered Paragraph", "1.\tThe clock"))
    style, after = told[text + 1]
    assert style == "Editorial Note"
    assert after.startswith("[Editorial note: The text breaks off here in the source")
    assert (
        "Editorial Note",
        "[Editorial note: The date-time group 999999Z is not a date.]",
    ) in told


def test_a_note_is_on_one_page_with_what_it_is_about() -> None:
    found = (PARAGRAPH_GAP.at("body[1]", number=3, before=1), TEXT_BREAKS_OFF.at("body[1]"))
    body = (Paragraph(number=1, text="One."), Paragraph(number=3, text="Three."))
    kept = [
        "".join(map(str, paragraph.itertext()))
        for paragraph in part(Cable(body=body, diagnostics=found), "document").iter(f"{W}p")
        if paragraph.find(f".//{W}keepNext") is not None
    ]
    gap, three = kept
    assert gap.startswith("[Editorial note: Paragraph 2")
    assert three.endswith("Three.")


def test_the_last_lines_are_source_and_citation(opened: Callable[..., Document]) -> None:
    heading, source, citation = lines(opened(BROKEN, editorial=True))[-3:]
    assert heading == ("Editorial Heading", "Source and citation")
    assert source == ("Editorial Source", "Source:\tclock.txt; no. 4711 there")
    assert citation[1] == "Cite as:\tTelegram, “THE TIDE CLOCK,” 08OSLO12."


def test_a_document_without_a_tree_names_no_file() -> None:
    shown = etree.tostring(part(BROKEN, "document", tree=False), encoding="unicode")
    assert "clock.txt" not in shown


def test_the_editorial_part_can_be_left_out(opened: Callable[..., Document]) -> None:
    styles = {style for style, _ in lines(opened(BROKEN, editorial=False))}
    assert not [style for style in styles if style.startswith("Editorial")]


def test_doubts_are_comments_at_their_fields() -> None:
    document = docx.Document(io.BytesIO(encode(BROKEN, notes="comments")))
    assert [comment.text for comment in document.comments] == [
        "SUBJECT was read from a line without a label, by its content.",
        "PRELX was read as the tags PREL X.",
    ]
    row = next(row for row in document.tables[0].rows if row.cells[0].text == "TAGS")
    assert row._tr.find(f".//{W}commentReference") is not None


def test_footnotes_are_below_the_rule() -> None:
    notes = part(BROKEN, "footnotes", notes="footnotes", editorial=False)
    texts = ["".join(map(str, note.itertext())).strip() for note in notes]
    assert texts[:2] == ["", ""]
    assert any(text.startswith("The text breaks off") for text in texts)
    numbers = {note.get(f"{W}id") for note in list(notes)[2:]}
    main = part(BROKEN, "document", notes="footnotes", editorial=False)
    cited = {mark.get(f"{W}id") for mark in main.iter(f"{W}footnoteReference")}
    assert cited == numbers


@pytest.mark.parametrize("notes", ["none", "comments", "footnotes"])
def test_the_same_cable_gives_the_same_bytes(notes: str) -> None:
    assert encode(BROKEN, notes=notes) == encode(BROKEN, notes=notes)


@pytest.mark.parametrize(("layout", "editorial"), [("frus", True), ("office", False)])
def test_notes_are_numbered_in_the_order_of_the_text(layout: str, editorial: bool) -> None:
    inner = Cable(subject="THE BUOY", body=(Paragraph(number=3, text="The buoy is new."),))
    cable = Cable(
        body=(Paragraph(), EmbeddedCable(cable=inner), Paragraph(number=9, text="End")),
        diagnostics=(
            TEXT_BREAKS_OFF.at("body[0]"),
            PARAGRAPH_GAP.at("body[1].cable.body[0]", number=3, before=1),
            SECOND_CABLE.at("body[1]", printed="THE BUOY"),
            TEXT_BREAKS_OFF.at("body[2]"),
        ),
    )
    written = {"layout": layout, "editorial": editorial, "notes": "footnotes"}
    marks = part(cable, "document", **written).iter(f"{W}footnoteReference")
    texts = part(cable, "footnotes", **written).iter(f"{W}footnote")
    numbers = [mark.get(f"{W}id") for mark in marks]
    assert len(numbers) >= 3
    assert numbers == [text.get(f"{W}id") for text in texts if text.get(f"{W}type") is None]


@pytest.mark.parametrize("notes", ["none", "comments", "footnotes"])
@pytest.mark.parametrize("editorial", [True, False])
def test_openxml_audit_finds_nothing(notes: str, editorial: bool, tmp_path: Path) -> None:
    file = tmp_path / "notes.docx"
    file.write_bytes(encode(BROKEN, notes=notes, editorial=editorial))
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file))
    assert not [error.description for error in found.errors]
