"""A clean telegram: canonical order, lines of the right width, and the way back to the tree."""

from pathlib import Path

import pytest
import trees
from hypothesis import example, given
from hypothesis import strategies as st

import cableconv
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
    PrecedencePair,
    Preformatted,
    Quote,
    Reference,
    Section,
    Table,
    Transmission,
)
from cableconv.exporters.text import encode
from cableconv.exporters.text.wrapping import wrap, wrap_running

HOUSE = Path(__file__).parents[2]
EXAMPLES = sorted((HOUSE / "examples" / "cables").iterdir())
SHARED = HOUSE.parent / "shared" / "data"

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


def told(cable: Cable) -> dict:
    """What a cable says, without what is about the source alone."""
    return _without(cable.to_dict(), ("span", "parts", "source", "furniture", "diagnostics"))


def _without(value, names):
    if isinstance(value, dict):
        return {key: _without(part, names) for key, part in value.items() if key not in names}
    return [_without(part, names) for part in value] if isinstance(value, list) else value


def body_of(*blocks, **options):
    return encode(Cable(body=blocks), **options)


def test_everything_stands_in_canonical_order():
    assert encode(CABLE) == TELEGRAM


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_written_and_parsed_again_is_the_same_tree(path):
    cable = cableconv.parse(path)
    assert told(cableconv.parse(encode(cable))) == told(cable)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_written_twice_is_the_same_text(path):
    text = encode(cableconv.parse(path))
    assert encode(cableconv.parse(text)) == text


def test_the_scraped_cable_written_and_parsed_again_is_the_same_tree():
    path = SHARED / "markdown" / "000_897496727ed1b78a.txt"
    if not path.exists():
        pytest.skip("the shared cables are not here")
    cable = cableconv.parse(path)
    assert told(cableconv.parse(encode(cable))) == told(cable)


def test_a_heading_has_a_rule_beneath():
    assert body_of(Heading(text="Comment")) == "Comment\n-------\n"


def test_the_rule_of_a_short_heading_is_still_one():
    assert body_of(Heading(text="I")) == "I\n---\n"


def test_items_are_indented_by_their_depth():
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
def test_a_letter_or_number_outside_a_sequence_has_its_pilcrow(labels, printed):
    text = body_of(*(Item(label=label, text="text.") for label in labels))
    assert [line.split()[0] for line in text.splitlines() if line] == printed


def test_further_lines_of_an_item_stand_below_its_text():
    lines = body_of(Item(label="--", text="word " * 20)).splitlines()
    assert [line[:4] for line in lines] == ["-- w", "   w"]


def test_tables_and_preformatted_lines_stand_as_printed():
    table = Table(rows=(("A", "1"), ("B", "22")), text="A    1\nB   22")
    assert body_of(table) == "A    1\nB   22\n"
    assert body_of(Preformatted(text="Harbor Office\n  Quay 3")) == "Harbor Office\n  Quay 3\n"


def test_two_tables_do_not_run_together():
    table = Table(rows=(("A", "1"),), text="A   1")
    assert body_of(table, table) == "A   1\n\n\nA   1\n"


def test_a_repeated_text_stands_between_its_marks():
    quote = Quote(opening="BEGIN TEXT", blocks=(Paragraph(text="Ahoy."),), closing="END TEXT")
    assert body_of(quote) == "BEGIN TEXT\n\nAhoy.\n\nEND TEXT\n"


def test_a_cable_within_the_cable_is_a_telegram_of_its_own():
    inner = EmbeddedCable(opening="QTE", cable=CABLE, closing="UNQTE")
    assert body_of(inner) == f"QTE\n\n{TELEGRAM}\nUNQTE\n"


def test_references_under_one_letter_stay_together():
    references = (
        Reference(label="A", kind="cable", text="STATE 1"),
        Reference(label="A", kind="cable", text="2"),
    )
    assert encode(Cable(references=references)) == "REF: A. STATE 1, 2\n"


def test_references_without_a_letter_stand_on_one_line():
    references = (
        Reference(kind="cable", text="STATE 1"),
        Reference(kind="cable", text="GENEVA 2 (NOTAL)"),
    )
    assert encode(Cable(references=references)) == "REF: STATE 1; GENEVA 2 (NOTAL)\n"


def test_a_classifier_with_a_label_of_its_own_gets_no_second_one():
    cable = Cable(classified_by=ClassifiedBy(text="Derived From: DSCG 05-1"))
    assert encode(cable) == "Derived From: DSCG 05-1\n"


def test_a_date_without_a_header_is_shown_as_a_date_time_group():
    assert encode(Cable(date="2007-01-08T12:31:00Z")) == "081231Z JAN 07\n"


def test_a_cable_of_which_only_the_subject_is_known_is_a_telegram():
    assert encode(Cable(subject="LAMPS")) == "SUBJECT: LAMPS\n"


@pytest.mark.parametrize("width", [40, 69, 100])
def test_running_text_keeps_to_the_width(width):
    lines = body_of(Paragraph(number=1, text="lamp oil " * 60 + "."), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert min(map(len, lines[:-1])) > width - 10


@pytest.mark.parametrize(
    "text",
    [
        "The harbors of the north were counted in a year that nobody knew: 2007. It was",
        "It was said that they found the lights, all of them, in the lists of - as it were -",
        "The keeper asked us to read what follows, and it was a text in two: A. the lamp B. oil",
    ],
)
def test_no_line_begins_with_what_could_be_a_mark(text):
    for width in range(30, 69):
        lines = wrap(text, width)
        assert " ".join(lines) == text
        assert not any(line.startswith(("2007.", "-", "A.", "B.")) for line in lines[1:])


@given(st.text("ab-. ", min_size=1, max_size=200), st.integers(30, 69))
@example("a " * 20 + "well- and truly", 41)
def test_wrapping_only_changes_blanks_and_never_breaks_after_a_hyphen(text, width):
    for lines in (wrap(text, width), wrap_running(text, width)):
        assert " ".join(" ".join(lines).split()) == " ".join(text.split())
        assert not any(line.endswith("-") for line in lines[:-1])


def test_a_text_without_a_stop_ends_in_a_short_line():
    text = "a list of the lamps that were found to burn in all of the harbors"
    assert wrap_running(text, 69) == [text.removesuffix(" the harbors"), "the harbors"]
    assert wrap_running(f"{text}.", 69) == [f"{text}."]


@given(trees.cables(), st.integers(-5, 100))
def test_every_tree_is_a_text_without_blanks_at_line_ends(cable, width):
    text = encode(cable, width=width)
    assert text.endswith("\n")
    assert all(line == line.rstrip() for line in text.split("\n"))
