"""Tests of the clean telegram: canonical order, and lines of the right width."""

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
    ClassifiedBy,
    EmbeddedCable,
    ExecutiveOrder,
    Heading,
    Item,
    Number,
    Origin,
    Paragraph,
    PrecedencePair,
    Preformatted,
    Quote,
    Reference,
    Section,
    Source,
    Table,
    Transmission,
)
from cableconv.exporters.text import encode

CABLE = Cable(
    id="08REYKJAVIK41",
    date="2008-02-22T10:15:00Z",
    precedence=PrecedencePair(action="IMMEDIATE", info="ROUTINE"),
    origin=Origin(route="RUEHRK", name="AMEMBASSY REYKJAVIK", post="REYKJAVIK", country="IS"),
    to=(Addressee(route="RUEHC", name="SECSTATE WASHDC", precedence="IMMEDIATE", number="3612"),),
    info=(
        Addressee(name="NORDIC COLLECTIVE", exempted=("AMEMBASSY OSLO", "AMEMBASSY HELSINKI")),
        Addressee(route="RUEKJCS", name="JOINT STAFF WASHDC", office="J5"),
    ),
    transmissions=(
        Transmission(
            identifier="VZCZCXYZ0014",
            routing=("RUEHWEB",),
            serial="0041",
            section="01",
            filed="0531015",
            security="ZNY CCCCC",
            signals=("ZZH",),
            remarks="CCY TEXT",
            dtg="221015Z FEB 08",
        ),
    ),
    classification=Classification(level="CONFIDENTIAL", text="C O N F I D E N T I A L"),
    section=Section(number=1, total=2),
    number=Number(station="REYKJAVIK", serial="000041", text="REYKJAVIK 000041"),
    captions=("SIPDIS",),
    passing=("STATE FOR EUR/NB (L. ARKWRIGHT)",),
    notices=("C O R R E C T E D  C O P Y - TEXT",),
    executive_order=ExecutiveOrder(
        order="12958", text="DECL: 02/22/2018", declassify_on="2018-02-22"
    ),
    tags=("PREL", "OVIP", "SANDVIK, EGILL", "IC"),
    subject="ICELAND WANTS THE CONVENTION READ ALOUD",
    subject_marking="C",
    references=(
        Reference(label="A", kind="cable", text="07 VALLETTA 388", id="07VALLETTA388"),
        Reference(label="B", kind="cable", text="STATE 9120", id="08STATE9120"),
    ),
    classified_by=ClassifiedBy(text="DCM Odile Brandt-Keane, reasons 1.4 (b) and (d)."),
    body=(
        Heading(text="A Law Nobody Had Opened"),
        Paragraph(
            number=1,
            marking="C",
            text="Two ways out:",
            blocks=(Item(label="A.", text="The choir."), Item(label="B.", text="The program.")),
        ),
    ),
    signed_by=("MERRIFIELD",),
)

TELEGRAM = """\
VZCZCXYZ0014
OO RUEHWEB
DE RUEHRK #0041/01 0531015
ZNY CCCCC ZZH (CCY TEXT)
O R 221015Z FEB 08
FM AMEMBASSY REYKJAVIK
TO RUEHC/SECSTATE WASHDC IMMEDIATE 3612
INFO NORDIC COLLECTIVE
XMT AMEMBASSY OSLO
AMEMBASSY HELSINKI
INFO RUEKJCS/JOINT STAFF WASHDC//J5//

C O N F I D E N T I A L SECTION 01 OF 02 REYKJAVIK 000041

SIPDIS

STATE FOR EUR/NB (L. ARKWRIGHT)

C O R R E C T E D  C O P Y - TEXT

E.O. 12958: DECL: 02/22/2018
TAGS: PREL OVIP (SANDVIK, EGILL) IC
SUBJECT: (C) ICELAND WANTS THE CONVENTION READ ALOUD

REF: A. 07 VALLETTA 388
     B. STATE 9120

Classified By: DCM Odile Brandt-Keane, reasons 1.4 (b) and (d).

A Law Nobody Had Opened
-----------------------

1. (C) Two ways out:

A. The choir.

B. The program.

MERRIFIELD
"""


def body_of(*blocks: AnyBlock, **options: Any) -> str:
    return encode(Cable(body=blocks), **options)


def test_everything_is_in_canonical_order() -> None:
    assert encode(CABLE) == TELEGRAM


def test_a_heading_has_a_rule_beneath() -> None:
    assert body_of(Heading(text="Comment")) == "Comment\n-------\n"


def test_the_rule_of_a_short_heading_is_still_a_rule() -> None:
    assert body_of(Heading(text="Ox")) == "Ox\n---\n"


def test_items_are_indented_by_their_depth() -> None:
    inner = Item(label="o", text="inner")
    outer = Item(label="--", text="outer", blocks=(inner,))
    block = Paragraph(number=2, text="List:", blocks=(outer,))
    assert body_of(block) == "2. List:\n\n-- outer\n\n  o inner\n"


@pytest.mark.parametrize(
    ("labels", "printed"),
    [
        (["A.", "B."], ["A.", "B."]),
        (["(i)", "(ii)", "(iii)"], ["(i)", "(ii)", "(iii)"]),
        (["9)", "10)"], ["¶9)", "10)"]),
        (["B."], ["¶B."]),
        (["1."], ["¶1."]),
        (["--", "*"], ["--", "*"]),
    ],
)
def test_a_label_outside_a_sequence_has_a_pilcrow(labels: list[str], printed: list[str]) -> None:
    text = body_of(*(Item(label=label, text="text.") for label in labels))
    assert [line.split()[0] for line in text.splitlines() if line] == printed


def test_further_lines_of_an_item_are_aligned_with_its_text() -> None:
    lines = body_of(Item(label="--", text="word " * 20)).splitlines()
    assert [line[:4] for line in lines] == ["-- w", "   w"]


def test_tables_and_preformatted_lines_are_unchanged() -> None:
    table = Table(rows=(("A", "1"), ("B", "22")), text="A    1\nB   22")
    assert body_of(table) == "A    1\nB   22\n"
    assert body_of(Preformatted(text="Harbor Office\n  Quay 3")) == "Harbor Office\n  Quay 3\n"


def test_one_line_alone_is_written_as_the_text_that_it_is_read_as() -> None:
    line = "[REDACTED: 9 lines, above UNCLASSIFIED]"
    blocks = (Preformatted(text=line), Table(rows=((line,),), text=line))
    before, after = Paragraph(number=1, text="It is late."), Paragraph(number=2, text="It rang.")
    printed = f"1. It is late.\n\n¶ {line}\n\n2. It rang.\n"
    for block in blocks:
        assert encode(Cable(body=(before, block, after))) == printed
        assert encode(Cable(body=(before.replace(blocks=(block,)), after))) == printed


def test_a_blank_line_alone_is_nothing() -> None:
    before = Paragraph(number=1, text="It is late.")
    for block in (Preformatted(text=" "), Paragraph(text=" ")):
        assert encode(Cable(body=(before, block))).rstrip() == "1. It is late."


def test_two_tables_are_separated() -> None:
    table = Table(rows=(("A", "1"), ("B", "2")), text="A   1\nB   2")
    assert body_of(table, table) == "A   1\nB   2\n\n\nA   1\nB   2\n"


def test_a_quotation_is_between_its_marks() -> None:
    quote = Quote(opening="BEGIN TEXT", blocks=(Paragraph(text="Ahoy."),), closing="END TEXT")
    assert body_of(quote) == "BEGIN TEXT\n\nAhoy.\n\nEND TEXT\n"


def test_an_embedded_cable_is_a_separate_telegram() -> None:
    inner = EmbeddedCable(opening="QTE", cable=CABLE, closing="UNQTE")
    assert body_of(inner) == f"QTE\n\n{TELEGRAM}\nUNQTE\n"


def test_references_under_one_letter_stay_together() -> None:
    references = (
        Reference(label="A", kind="cable", text="STATE 1"),
        Reference(label="A", kind="cable", text="2"),
    )
    assert encode(Cable(references=references)) == "REF: A. STATE 1, 2\n"


def test_references_without_a_letter_are_on_one_line() -> None:
    references = (
        Reference(kind="cable", text="STATE 1"),
        Reference(kind="cable", text="GENEVA 2 (NOTAL)"),
    )
    assert encode(Cable(references=references)) == "REF: STATE 1; GENEVA 2 (NOTAL)\n"


def test_a_cable_cited_twice_is_printed_twice() -> None:
    cited = Reference(kind="cable", text="OSLO 77", id="08OSLO77")
    assert encode(Cable(references=(cited, cited))) == "REF: OSLO 77; OSLO 77\n"


def test_a_semicolon_separates_other_references_from_cables_under_one_letter() -> None:
    references = (
        Reference(label="A", kind="cable", text="OSLO 77"),
        Reference(label="A", kind="telephone", text="FENWICK - PELL, WRAY TELCONS"),
        Reference(label="B", kind="cable", text="OSLO 78"),
    )
    printed = "REF: A. OSLO 77; FENWICK - PELL, WRAY TELCONS\n     B. OSLO 78\n"
    assert encode(Cable(references=references)) == printed


def test_the_archives_id_is_above_a_telegram_without_a_year() -> None:
    number = Number(station="OSLO", serial="000077", text="OSLO 000077")
    cable = Cable(number=number, source=Source(id="2008OSLO00077"))
    assert encode(cable) == "08OSLO77\n\nOSLO 000077\n"
    assert encode(cable.replace(id="08OSLO77")) == "OSLO 000077\n"
    assert encode(cable.replace(source=Source(id="a page of the harbor"))) == "OSLO 000077\n"


NUMBERED = Paragraph(number=1, text="Ahoy.")
PLAIN = Paragraph(text="Ahoy.")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("The Second Tide", NUMBERED),
        ("The Second Tide", Heading(text="Comment")),
        ("Why? ...", NUMBERED),
        ("THE SECOND TIDE", PLAIN),
        ("U.S.A. 7 9", Item(label="--", text="Ahoy.")),
        ("Fenwick", None),
        ("Visit Oslo's Classified Web Site at http://oslo.example/", PLAIN),
    ],
)
def test_an_ambiguous_paragraph_has_a_pilcrow(text: str, after: AnyBlock | None) -> None:
    blocks = [Paragraph(text=text), *([after] if after else [])]
    assert body_of(*blocks).startswith("¶ " + text.split()[0])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("The second tide came.", NUMBERED),
        ("The Second Tide", PLAIN),
        ("THE SECOND TIDE:", PLAIN),
        ("9. The Second Tide", NUMBERED),
        ("B. The Second Tide", NUMBERED),
        ("iv) The Second Tide", NUMBERED),
        ("The second tide came over the wall at six", None),
    ],
)
def test_an_unambiguous_paragraph_has_no_pilcrow(text: str, after: AnyBlock | None) -> None:
    blocks = [Paragraph(text=text), *([after] if after else [])]
    assert body_of(*blocks).startswith(text[:20])


def test_lower_case_has_a_pilcrow_only_below_another_block() -> None:
    small = Paragraph(text="fenwick wound the clock.")
    assert body_of(small) == "fenwick wound the clock.\n"
    assert body_of(PLAIN, small) == "Ahoy.\n\n¶ fenwick wound the clock.\n"
    within = Paragraph(number=1, text="Ahoy.", blocks=(small,))
    assert body_of(within) == "1. Ahoy.\n\n¶ fenwick wound the clock.\n"


@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph(number=1, text="Ahoy."), Paragraph(number=12, text="Ahoy.")),
        (Paragraph(number=1, marking="C", text="2. (C) Ahoy."),),
        (Paragraph(number=1, text="It came. 4. (U) It went."),),
        (Paragraph(number=1, text="List:", blocks=(Item(label="2.", text="Ahoy."),)),),
        (Quote(opening="BEGIN TEXT", blocks=(Paragraph(number=17, text="Ahoy."),)),),
    ],
)
def test_ambiguous_numbers_have_pilcrows(blocks: tuple[AnyBlock, ...]) -> None:
    assert "¶1" in body_of(*blocks)


@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph(number=1, text="Ahoy."), Paragraph(number=20, text="Ahoy.")),
        (Paragraph(number=10, text="Ahoy."), Paragraph(number=11, text="Ahoy.")),
        (Paragraph(number=1, text="In 2007. (See above)"),),
        (Paragraph(number=3, text="List:", blocks=(Item(label="2.", text="Ahoy."),)),),
        (Item(label="1.", text="Ahoy."), Item(label="2.", text="Ahoy.")),
    ],
)
def test_other_numbers_have_no_pilcrow(blocks: tuple[AnyBlock, ...]) -> None:
    assert not body_of(*blocks).startswith("¶")


def test_a_classifier_with_a_label_gets_no_second_one() -> None:
    cable = Cable(classified_by=ClassifiedBy(text="Derived From: DSCG 05-1"))
    assert encode(cable) == "Derived From: DSCG 05-1\n"


def test_a_date_without_a_header_is_shown_as_a_date_time_group() -> None:
    assert encode(Cable(date="2007-01-08T12:31:00Z")) == "081231Z JAN 07\n"


def test_a_cable_with_only_a_subject_is_a_telegram() -> None:
    assert encode(Cable(subject="LAMPS")) == "SUBJECT: LAMPS\n"


@pytest.mark.parametrize("width", [40, 69, 100])
def test_running_text_keeps_to_the_width(width: int) -> None:
    lines = body_of(Paragraph(number=1, text="lamp oil " * 60 + "."), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert min(map(len, lines[:-1])) > width - 10


@given(trees.cables(), st.integers(-5, 100))
def test_every_tree_is_a_text_without_trailing_spaces(cable: Cable, width: int) -> None:
    text = encode(cable, width=width)
    assert text.endswith("\n")
    assert all(line == line.rstrip() for line in text.split("\n"))


def test_without_wrap_a_paragraph_is_one_line() -> None:
    assert len(body_of(Paragraph(number=1, text="lamp oil " * 60), wrap=False).splitlines()) == 1


def test_a_width_may_be_any_number() -> None:
    block = Paragraph(number=1, text="lamp oil " * 20 + ".")
    assert body_of(block, width=10**15) == body_of(block, wrap=False)


@pytest.mark.parametrize("width", [-1, 0, 20])
def test_a_width_that_is_too_small_becomes_the_minimum(width: int) -> None:
    block = Paragraph(number=1, text="lamp oil " * 20 + ".")
    assert body_of(block, width=width) == body_of(block, width=30)


def test_a_long_last_line_without_a_full_stop_is_broken_only_above_plain_text() -> None:
    text = "a list of the lamps that were found to burn in all of the harbors"
    cut, rest = text.removesuffix(" the harbors"), "the harbors"
    assert body_of(Paragraph(text=text), Paragraph(text="Ahoy.")) == f"{cut}\n{rest}\n\nAhoy.\n"
    assert body_of(Item(label="--", text=text)) == f"-- {text}\n"


def test_short_lines_are_right_below_the_colon_that_introduces_them() -> None:
    names = Preformatted(text="Jonas Pell\nIda Fenwick")
    told = Paragraph(number=1, text="Participants:", blocks=(names,))
    assert body_of(told) == "1. Participants:\nJonas Pell\nIda Fenwick\n"


def test_tags_that_are_words_have_commas_between() -> None:
    assert encode(Cable(tags=("PREL", "HARBOR LIGHTS"))) == "TAGS: PREL, HARBOR LIGHTS\n"


def test_tags_are_in_capitals_as_they_are_read() -> None:
    assert encode(Cable(tags=("PREL", "Wray, Ida"))) == "TAGS: PREL (WRAY, IDA)\n"


def test_a_comma_continues_a_line_of_tags() -> None:
    tags = ("PREL", "PGOV", "SANDVIK, EGILL") * 4
    lines = encode(Cable(tags=tags)).splitlines()
    assert len(lines) > 1
    assert all(line.endswith(",") for line in lines[:-1])


def test_a_range_of_references_is_printed_once() -> None:
    references = tuple(
        Reference(kind="cable", text="OSLO 77 THRU 79", id=f"08OSLO{number}")
        for number in (77, 78, 79)
    )
    assert encode(Cable(references=references)) == "REF: OSLO 77 THRU 79\n"


@pytest.mark.parametrize(
    "text", ["\u202eשלום עולם\u202c " * 20, "x" * 5000, "a\x00b\x1bc " * 40, "   ".join("ab" * 300)]
)
@pytest.mark.parametrize("layout", ["telegram", "reading"])
def test_hard_texts_are_written_completely(text: str, layout: str) -> None:
    table = Table(rows=((text,),), text="   ".join(f"c{column}" for column in range(300)))
    cable = Cable(subject=text, body=(Paragraph(number=1, text=text), table))
    written = encode(cable, layout=layout)
    assert "".join(text.split()) in "".join(written.split())
    assert "c299" in written
