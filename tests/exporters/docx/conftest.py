"""Invented cables for the Word exporter: an ordinary one, and some that are hard to lay out."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from cableconv.cable import (
    Addressee,
    Cable,
    Classification,
    ClassifiedBy,
    EmbeddedCable,
    ExecutiveOrder,
    Heading,
    Item,
    Number,
    Origin,
    Paragraph,
    Person,
    PrecedencePair,
    Preformatted,
    Quote,
    Reference,
    Table,
    Transmission,
)
from cableconv.exporters.docx import encode

WORDS = (
    "The harbour master, who has served four governments, told us over tea that the new pier"
    " would open before the rains. He was less sure of the cranes, which the ministry had"
    " ordered twice and paid for once, and asked whether the port of Baltimore still trained"
    " crane drivers (ref B)."
)

HARBOUR_DUES = Table(
    rows=(
        ("Port", "2003", "2004", "Change"),
        ("Old Harbour", "1,204", "1,377", "14%"),
        ("Lighthouse Bay", "310", "298", "-4%"),
        ("Ferry stages, together", "77", "81", "5%"),
    ),
    text="Port  2003  2004  Change\n...",
)

ADDRESSEES = (
    Addressee(route="RUEHC", name="SECSTATE WASHDC", precedence="IMMEDIATE", number="4711"),
    Addressee(route="RUCPDOC", name="DEPT OF COMMERCE WASHDC", office="//ITA//"),
)

INFORMED = (
    Addressee(name="COASTAL POSTS COLLECTIVE", precedence="PRIORITY", exempted=("AMEMBASSY X",)),
    Addressee(route="RUEHLO", name="AMEMBASSY LONDON", precedence="PRIORITY", number="0815"),
    Addressee(route="RUEHVI", name="AMEMBASSY VIENNA", precedence="PRIORITY", number="0042"),
)


def ordinary_cable() -> Cable:
    """Return a cable with all usual fields and blocks."""
    return Cable(
        id="05PORTLOUIS321",
        date="2005-03-14T09:26:00Z",
        precedence=PrecedencePair(action="IMMEDIATE", info="PRIORITY"),
        origin=Origin(route="RUEHPL", name="AMEMBASSY PORT LOUIS", post="PORTLOUIS", country="MU"),
        to=ADDRESSEES,
        info=INFORMED,
        transmissions=(Transmission(serial="0321", dtg="O P 140926Z MAR 05"),),
        classification=Classification(
            level="CONFIDENTIAL", caveats=("NOFORN",), text="C O N F I D E N T I A L NOFORN"
        ),
        number=Number(station="PORT LOUIS", serial="000321", text="PORT LOUIS 000321"),
        captions=("SIPDIS",),
        passing=("DEPT FOR AF/E (J. DOE)", "COMMERCE FOR A. MILLER"),
        executive_order=ExecutiveOrder(
            order="12958", text="DECL: 03/14/2015", declassify_on="2015-03-14"
        ),
        tags=("EWWT", "ETRD", "PREL", "MP", "LAMBERT, PAUL"),
        subject="HARBOUR MASTER SEES A NEW PIER, BUT NO CRANES, BEFORE THE RAINS COME",
        subject_marking="C",
        references=(
            Reference(label="A", kind="cable", text="PORT LOUIS 211", id="05PORTLOUIS211"),
            Reference(label="B", kind="cable", text="04 STATE 98765", notes=("NOTAL",)),
            Reference(label="C", kind="email", text="MILLER-DOE E-MAIL OF MARCH 2, 2005"),
        ),
        classified_by=ClassifiedBy(
            text="Ambassador Ann Example for reasons 1.4 (b) and (d).",
            people=(Person(name="Ann Example", title="Ambassador"),),
            reasons=("1.4(b)", "1.4(d)"),
        ),
        body=(
            Paragraph(number=1, marking="C", role="summary", text=f"Summary: {WORDS} End summary."),
            Heading(text="Tea with the Harbour Master"),
            Paragraph(
                number=2,
                marking="C",
                text=f"{WORDS} He made three points:",
                blocks=(
                    Item(label="--", text="The pier stands on 212 piles, of which 200 are paid."),
                    Item(
                        label="--",
                        text="Dues rise in June:",
                        blocks=(
                            Item(label="(a)", text="for trawlers by a tenth, and"),
                            Item(label="(b)", marking="U", text="for yachts, he hopes, twofold."),
                        ),
                    ),
                    Item(label="--", text=WORDS),
                    Paragraph(text="He would not be drawn on the rest of the budget."),
                ),
            ),
            Paragraph(number=3, marking="SBU", text=WORDS, blocks=(HARBOUR_DUES,)),
            Heading(text="What the Ministry Says", marking="U"),
            Paragraph(text=WORDS),
            Paragraph(
                number=4,
                marking="U",
                text="The ministry's note reads as follows:",
                blocks=(
                    Quote(
                        opening="BEGIN TEXT:",
                        blocks=(
                            Heading(text="Note Verbale"),
                            Paragraph(text=WORDS),
                            Paragraph(number=1, text=WORDS),
                            Item(label="-", text="with the assurances of its consideration."),
                        ),
                        closing="END TEXT.",
                    ),
                    Preformatted(
                        text="Minister of Ports:   P. Lambert\nHarbour Master:      R. Tide"
                    ),
                ),
            ),
            Heading(text="Comment"),
            Paragraph(
                number=10, marking="C", role="comment", text=f"Comment: {WORDS} End comment."
            ),
        ),
        signed_by=("EXAMPLE",),
    )


def cable_with_another_inside() -> Cable:
    """Return a cable that contains the ordinary one."""
    repeated = EmbeddedCable(
        opening="BEGIN TEXT OF PORT LOUIS 321", cable=ordinary_cable(), closing="END TEXT"
    )
    return Cable(
        subject="HARBOUR MASTER: REPEATED FOR THE RECORD",
        body=(Paragraph(number=1, text=WORDS, blocks=(repeated,)),),
    )


def cable_to_forty() -> Cable:
    """Return a cable with forty information addressees and a long subject."""
    posts = tuple(
        Addressee(route=f"RUEH{n:02}", name=f"AMEMBASSY PORT NUMBER {n}", number=f"{n:04}")
        for n in range(1, 41)
    )
    return ordinary_cable().replace(info=posts)


def cable_with_a_wide_table() -> Cable:
    """Return a cable with a table of 300 columns: Word accepts 63, and a page holds fewer."""
    heading = ("Berth", *(f"Day {day}" for day in range(1, 300)))
    berths = ((f"No. {n}", *(str(n * day) for day in range(1, 300))) for n in range(1, 4))
    return Cable(subject="BERTHS BY DAY", body=(Table(rows=(heading, *berths), text=""),))


def cable_of_500_paragraphs() -> Cable:
    """Return a cable longer than any real one."""
    paragraphs = (Paragraph(number=n, marking="U", text=WORDS) for n in range(1, 501))
    return Cable(subject="ALL THE TIDES OF THE YEAR", body=tuple(paragraphs))


def cable_from_right_to_left() -> Cable:
    """Return a cable with Arabic and Hebrew text, alone and inside English text."""
    return Cable(
        subject="THE PORT'S NAME: ميناء القمر",
        body=(
            Paragraph(
                number=1, text="The sign reads «ميناء القمر، الرصيف 3» and, below, שלום לכולם."
            ),
            Paragraph(text="ترحب إدارة الميناء بالسفن القادمة، وتطلب منها 24 ساعة إخطارا."),
            Item(label="--", text="النقطة الأولى: الرصيف الجديد."),
        ),
    )


def cable_of_odd_characters() -> Cable:
    """Return a cable with control characters, markup, tabs, line breaks, and a word wider than a
    line.
    """
    return Cable(
        subject='BELL \x07 AND <MARKUP> & "QUOTES"',
        tags=("A\x00B", "<C&D>"),
        body=(
            Paragraph(
                number=1, text="Escape \x1b[0m, form\x0cfeed, non\ufffecharacter, 5 < 6 & 7 > 6."
            ),
            Paragraph(number=2, text="one\ttab\nnext line\u2028and another\r\nand the last"),
            Paragraph(number=3, text="X" * 4000),
            Preformatted(text="=" * 300),
            Table(rows=(("Y" * 300, "1"), ("Z", "2")), text=""),
        ),
    )


CABLES: dict[str, Callable[[], Cable]] = {
    "ordinary": ordinary_cable,
    "embedded": cable_with_another_inside,
    "forty addressees": cable_to_forty,
    "wide table": cable_with_a_wide_table,
    "500 paragraphs": cable_of_500_paragraphs,
    "right to left": cable_from_right_to_left,
    "odd characters": cable_of_odd_characters,
    "subject only": lambda: Cable(subject="A SUBJECT AND NOTHING ELSE"),
    "empty": Cable,
}


@pytest.fixture
def ordinary() -> Cable:
    return ordinary_cable()


@pytest.fixture(params=CABLES)
def any_cable(request: pytest.FixtureRequest) -> Cable:
    return CABLES[request.param]()


@pytest.fixture
def every_cable() -> dict[str, Cable]:
    return {name: make() for name, make in CABLES.items()}


@pytest.fixture
def saved(any_cable: Cable, tmp_path: Path) -> Path:
    """Return any of the cables as a file on A4."""
    file = tmp_path / "cable.docx"
    file.write_bytes(encode(any_cable, paper="a4"))
    return file


@pytest.fixture
def opened() -> Callable[..., Document]:
    """Return a function that opens a cable's document; without editorial notes by default."""

    def open_(cable: Cable, **options: object) -> Document:
        return docx.Document(io.BytesIO(encode(cable, **{"editorial": False} | options)))

    return open_
