"""The page for people: banner, title, message data in columns, numbers in the margin."""

from __future__ import annotations

from typing import Any

import pytest
import trees
from hypothesis import given
from hypothesis import strategies as st

from cableconv.cable import (
    Addressee,
    AnyBlock,
    Cable,
    Classification,
    EmbeddedCable,
    Heading,
    Item,
    Origin,
    Paragraph,
    Preformatted,
    Quote,
    Reference,
    Table,
)
from cableconv.exporters.text import encode

CABLE = Cable(
    id="08REYKJAVIK41",
    date="2008-02-22T10:15:00Z",
    origin=Origin(route="RUEHRK", name="AMEMBASSY REYKJAVIK"),
    to=(Addressee(name="SECSTATE WASHDC", office="POL", precedence="ROUTINE", number="3612"),),
    info=(Addressee(name="NORDIC COLLECTIVE", exempted=("AMEMBASSY OSLO", "AMEMBASSY TALLINN")),),
    classification=Classification(level="SECRET", text="S E C R E T"),
    captions=("SIPDIS", "NODIS"),
    subject="THE CONVENTION READ ALOUD",
    subject_marking="C",
    references=(
        Reference(label="A", kind="cable", text="07 VALLETTA 388"),
        Reference(label="B", kind="cable", text="STATE 9120", notes=("NOTAL",)),
    ),
    body=(
        Heading(text="A Law Nobody Had Opened", marking="U"),
        Paragraph(
            number=1,
            marking="C",
            text="Two ways out, and they are the same two that there have always been:",
            blocks=(Item(label="A.", text="The choir."), Item(label="--", text="The program.")),
        ),
    ),
    signed_by=("MERRIFIELD",),
)

PAGE = """\
                            SECRET//NODIS

                    (C) THE CONVENTION READ ALOUD
                    =============================

Cable           08REYKJAVIK41
From            AMEMBASSY REYKJAVIK (RUEHRK)
To              SECSTATE WASHDC, POL (ROUTINE 3612)
Info            NORDIC COLLECTIVE, except AMEMBASSY OSLO, AMEMBASSY
                TALLINN
Date            February 22, 2008, 10:15 UTC
Classification  SECRET//NODIS
Captions        SIPDIS, NODIS
References      A. 07 VALLETTA 388
                B. STATE 9120 (NOTAL)

(U) A Law Nobody Had Opened
---------------------------

1.  (C) Two ways out, and they are the same two that there have
    always been:

    A.  The choir.

    --  The program.

    MERRIFIELD

                            SECRET//NODIS
"""


def body_of(*blocks: AnyBlock, **options: Any) -> str:
    return encode(Cable(body=blocks), layout="reading", **options)


def test_everything_has_its_place_on_the_page() -> None:
    assert encode(CABLE, layout="reading") == PAGE


def test_text_without_a_number_is_aligned_with_numbered_text() -> None:
    assert body_of(Paragraph(text="Ahoy.")) == "    Ahoy.\n"


def test_tables_and_preformatted_lines_are_unchanged() -> None:
    table = Table(rows=(("A", "1"), ("B", "22")), text="A    1\nB   22")
    assert body_of(table) == "    A    1\n    B   22\n"
    assert body_of(Preformatted(text="Quay\n  3")) == "    Quay\n      3\n"


def test_a_repeated_text_is_indented_between_its_marks() -> None:
    quote = Quote(opening="BEGIN TEXT", blocks=(Paragraph(text="Ahoy."),), closing="END TEXT")
    assert body_of(quote) == "    BEGIN TEXT\n\n        Ahoy.\n\n    END TEXT\n"


def test_an_embedded_cable_is_an_indented_page() -> None:
    inner = EmbeddedCable(opening="QTE", cable=Cable(subject="LAMPS"), closing="UNQTE")
    lines = body_of(inner).splitlines()
    assert lines[0] == "    QTE"
    assert [line.strip() for line in lines[2:4]] == ["LAMPS", "====="]


def test_a_cable_with_only_a_subject_is_a_page() -> None:
    assert encode(Cable(subject="LAMPS"), layout="reading").split() == ["LAMPS", "====="]


@pytest.mark.parametrize("width", [40, 69, 100])
def test_the_page_keeps_to_the_width(width: int) -> None:
    paragraph = Paragraph(number=12, text="lamp oil " * 60)
    assert max(map(len, body_of(paragraph, width=width).splitlines())) <= width


def test_without_wrap_a_paragraph_is_one_line() -> None:
    assert len(body_of(Paragraph(number=12, text="lamp oil " * 60), wrap=False).splitlines()) == 1


@given(trees.cables(), st.integers(-5, 100), st.booleans())
def test_every_tree_is_a_page_without_trailing_spaces(cable: Cable, width: int, wrap: bool) -> None:
    text = encode(cable, layout="reading", width=width, wrap=wrap)
    assert text.endswith("\n")
    assert all(line == line.rstrip() for line in text.split("\n"))
