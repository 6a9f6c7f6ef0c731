"""The editorial part of a page: lost text, source, citation, diagnostics in the margin."""

from __future__ import annotations

from cableconv import Cable
from cableconv.cable import Item, Number, Paragraph, Source
from cableconv.diagnostics import codes

from cableconv_html.document import encode
from html_reading import find, read, words

BREAKS_OFF = codes()["text-breaks-off"]
GLUED = codes()["tag-glued"]
CABLE = Cable(
    number=Number(station="OSLO", serial="000012", text="OSLO 000012"),
    tags=("PREL",),
    subject="THE TIDE CLOCK",
    body=(Paragraph(number=1, text="It has"), Item(label="--", text="a")),
    diagnostics=(
        BREAKS_OFF.at("body[1]"),
        GLUED.at("tags[0]", printed="PRELX", tags="PREL X"),
        GLUED.at("body[0]", printed="Q", tags="R"),
    ),
    source=Source(name="secret/clock.txt", url="https://clock.example"),
)


def test_a_note_follows_its_subject() -> None:
    page = read(encode(CABLE))
    (items,) = find(page, "ul", "items")
    assert [words(each)[:40] for each in items] == [
        "-- a",
        "[Editorial note: The text breaks off her",
    ]
    assert not find(page, "div", "note")


def test_doubts_are_in_the_margin_and_at_their_fields() -> None:
    page = read(encode(CABLE, notes="margin"))
    assert [words(each) for each in find(page, "div", "note")] == ["Q was read as the tags R."]
    assert [words(each) for each in find(page, "small")] == ["PRELX was read as the tags PREL X."]


def test_source_and_citation_end_the_page() -> None:
    (closing,) = find(read(encode(CABLE)), "section")
    assert words(closing) == (
        "Source and citation Source clock.txt; https://clock.example Cite as Telegram OSLO 12,"
        " “THE TIDE CLOCK” [retrieved from https://clock.example]."
    )


def test_provenance_names_program_and_source_once() -> None:
    source = Source(name="secret/dump.csv", reader="csv", row=7, sha256="9f86", encoding="utf-8")
    *_, provenance = find(read(encode(CABLE.replace(source=source), provenance=True)), "section")
    assert words(find(provenance, "p")[0]).endswith(" from dump.csv, row 7, SHA-256 9f86.")
    assert [words(each) for each in find(provenance, "dt")] == ["Reader", "Encoding"]


def test_the_editorial_part_can_be_left_out() -> None:
    page = read(encode(CABLE, editorial=False))
    assert not find(page, "section")
    assert not find(page, "li", "editorial")


def test_station_and_number_are_above_a_cable_without_an_id() -> None:
    page = read(encode(CABLE))
    assert words(find(page, "header")[0][0]) == "Telegram OSLO 000012"
    assert words(find(page, "title")[0]) == "THE TIDE CLOCK (OSLO 000012)"
