"""Furniture on separate pages, on request."""

from __future__ import annotations

import io

import docx
import pytest

from cableconv.cable import Cable, EmbeddedCable, Furniture, Transmission
from cableconv.exporters.docx import encode

SENT = Transmission(identifier="VZCZCXYZ0002", signals=("ZNR", "UUUUU"), dtg="P 081231Z JAN 07")
MARKS = (
    Furniture(kind="page-mark", text="OSLO 00000077 002 OF 003"),
    Furniture(kind="repeated-header", text="P 081231Z JAN 07\nFM AMEMBASSY OSLO"),
)
CABLE = Cable(subject="TIDES", transmissions=(SENT,), furniture=MARKS)


def tables(cable: Cable, **options: object) -> list[list[tuple[str, str]]]:
    document = docx.Document(io.BytesIO(encode(cable, **options)))
    return [
        [(row.cells[0].text, row.cells[1].text) for row in table.rows]
        for table in document.tables
        if table.style is not None and table.style.name == "Message Data"
    ]


def test_furniture_is_at_the_end_as_sent() -> None:
    _, header, marks = tables(CABLE, furniture=True)
    assert header == [
        ("Identifier", "VZCZCXYZ0002"),
        ("Signals", "ZNR UUUUU"),
        ("DTG", "P 081231Z JAN 07"),
    ]
    assert marks == [
        ("Page mark", "OSLO 00000077 002 OF 003"),
        ("Repeated header", "P 081231Z JAN 07\nFM AMEMBASSY OSLO"),
    ]


def test_furniture_begins_a_page_with_a_heading() -> None:
    document = docx.Document(io.BytesIO(encode(CABLE, furniture=True)))
    heading = document.paragraphs[-3]
    assert heading.style is not None
    assert (heading.style.name, heading.text) == ("Heading 1", "Transmission and Furniture")
    assert heading.paragraph_format.page_break_before


def test_furniture_of_an_embedded_cable_is_included() -> None:
    inside = Cable(furniture=MARKS[:1])
    outer = Cable(body=(EmbeddedCable(cable=inside),))
    assert tables(outer, furniture=True) == [[("Page mark", MARKS[0].text)]]


def test_furniture_is_written_only_on_request() -> None:
    assert len(tables(CABLE)) == 1


@pytest.mark.parametrize("cable", [Cable(), Cable(subject="TIDES")])
def test_without_furniture_there_is_no_empty_section(cable: Cable) -> None:
    assert encode(cable, furniture=True) == encode(cable)
