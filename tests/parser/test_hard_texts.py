"""Kinds of texts that once made the parser raise an exception; it must read each of them itself."""

from __future__ import annotations

from functools import cache

import promises
import pytest

from cableconv.cable import Cable, EmbeddedCable, Quote
from cableconv.limits import DEEPEST as MOST
from cableconv.limits import Limits
from cableconv.session import Session

DEEPEST = Limits().nesting
HEADING = "R 131205Z MAY 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 0101\n"
PREFACE = "C O N F I D E N T I A L OSLO 000123\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: CLOCKS\n\n"
ODD_DIGITS = ["²", "①", "\N{KHAROSHTHI DIGIT ONE}", "\N{ARABIC-INDIC DIGIT FOUR}", "９"]
"""``int`` refuses the first three and accepts the others."""
PLACES_OF_DIGITS = [
    "DE RUEHNY #01{0}3 1341205\n" + HEADING,
    "DE RUEHNY #0123 134{0}205\n" + HEADING,
    "DE RUEHNY #0123/0{0} 1341205\n" + HEADING,
    "R 13120{0}Z MAY 08\nFM AMEMBASSY OSLO\n",
    HEADING + "AIG\n{0}\n",
    HEADING + "CAD 1{0}\n{0}{0}\n",
    HEADING + PREFACE + "REF: {0}. OSLO 7{0} {0}) BERN 1{0}\n",
    HEADING + PREFACE + "{0}. (C) He came.\n\n1{0}. (C) She went.\n\n{0}) one\n{0}{0}) two\n",
    "CONFIDENTIAL SECTION {0} OF {0} OSLO 00012{0}\n\n{0}.{0}. (C) He came.\n",
    "PAGE 0{0} RUEHNY 0012{0} C O N F I D E N T I A L\nOSLO 00000{0}23  001.2 OF 00{0}\n",
]
ODD_CAPITALS = ["\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "ı", "ſ", "\N{KELVIN SIGN}", "ﬁ", "ß"]
PLACES_OF_CAPITALS = [
    HEADING + "{0}NFO AMEMBASSY BAKU\n",
    HEADING + "INFO AMEMBASSY BA{0}U {0}MMEDIATE\n",
    "CONF{0}DENT{0}AL OSLO 000123\n\n{0}UBJECT: CLOCKS\nTAG{0}: PREL\n",
    "131205Z {0}AY 08\nFM AMEMBASSY OSLO\n",
    HEADING + PREFACE + "REF: {0}. OSLO 77 B. {0}TATE 12\nREF{0}: STATE {0} 12\n",
    HEADING + PREFACE + "Cla{0}{0}ified By: D{0}M Ida Fenwick, rea{0}on 1.4 (b)\n",
    HEADING + PREFACE + "BEG{0}N TEXT\n\n{0}. one\n\n({0}) two\n\nEND TE{0}T\n",
    "| {0}nfo | OSLO |\n| {0}ubject | Clocks |\n" + HEADING + PREFACE,
]


@pytest.mark.parametrize("place", PLACES_OF_DIGITS)
@pytest.mark.parametrize("digit", ODD_DIGITS)
def test_any_unicode_digit_may_be_in_a_number(place: str, digit: str) -> None:
    text = place.format(digit)
    promises.check_all(text, promises.read(text))


@pytest.mark.parametrize("place", PLACES_OF_CAPITALS)
@pytest.mark.parametrize("letter", ODD_CAPITALS)
def test_letters_with_unusual_capitals_are_accepted(place: str, letter: str) -> None:
    text = place.format(letter)
    tree = promises.read(text)
    promises.check_parts(text, tree)
    promises.check_spans(text, tree)


def test_a_dotted_capital_i_begins_the_info_list() -> None:
    info = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}NFO AMEMBASSY BAKU\n\n"
    tree = promises.read(HEADING + info + PREFACE)
    assert [addressee["name"] for addressee in tree["info"]] == ["AMEMBASSY BAKU"]


@pytest.mark.parametrize(
    "text",
    [
        "X" * 5000,
        HEADING + "C O N F I D E N T I A L OSLO 000123\n\nTAGS: " + "PRELNOPGOV" * 500,
        HEADING + "C O N F I D E N T I A L OSLO 000123\n\nTAGS: " + "NO" * 3000,
        HEADING + PREFACE + "REF: OSLO 77 " + "(NOTAL) " * 2000,
        "R 131205Z MAY 08\nFM " + "EMBASSY" * 2000,
        HEADING + PREFACE + "1. (C) It ticks. PELL" + " 2008-05-13" * 2000,
        HEADING + PREFACE + "SIPDIS " * 2000,
        HEADING + PREFACE + "\n".join("(" * n + "a) x" for n in range(1500)),
        HEADING + PREFACE + "9" * 5000 + ". (C) It ticks.\n",
        "DE RUEHNY #" + "9" * 5000 + " 1341205\n" + HEADING,
    ],
    ids=lambda text: text[-20:],
)  # fmt: skip
def test_long_texts_are_read(text: str) -> None:
    promises.check_all(text, promises.read(text))


OPENINGS = ["BEGIN TEXT:", "1. (C) BEGIN QUOTE:", "(C) START OF LETTER", "BEGIN TEXT"]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("depth", [DEEPEST - 1, DEEPEST, DEEPEST + 1, 400])
def test_quotations_are_read_to_a_maximum_depth(opening: str, depth: int) -> None:
    closing = (
        f"END {'QUOTE' if 'QUOTE' in opening else 'LETTER' if 'LETTER' in opening else 'TEXT'}."
    )
    text = HEADING + PREFACE + f"{opening}\n\n" * depth + "It ticks.\n\n" + f"{closing}\n\n" * depth
    tree = promises.read(text)
    promises.check_all(text, tree)
    assert _depth(tree) <= DEEPEST
    codes = [found["code"] for found in tree["diagnostics"]]
    assert ("nested-too-deep" in codes) == (_depth(tree) == DEEPEST and depth > DEEPEST)


@pytest.mark.parametrize("depth", [3, 400])
def test_embedded_cables_are_read_to_a_maximum_depth(depth: int) -> None:
    cables = [PREFACE.replace("123", f"{200 + number}") for number in range(depth + 1)]
    opening = "1. (C) It ticks.\n\nBEGIN TEXT:\n\n"
    text = HEADING + opening.join(cables) + "It ticks.\n\n" + "END TEXT.\n\n" * depth
    tree = promises.read(text)
    promises.check_all(text, tree)
    assert 1 <= _depth(tree) <= DEEPEST


@cache
def deepest_cable(session: Session) -> Cable:
    """Return a cable with quotations and items as deep as the session's limit allows."""
    styles = [f"{before}{label}{behind}" for label in "aA1iI" for before in ("", "(")
              for behind in (")", ".", ".)", "))")]  # fmt: skip
    items = "\n".join(f"{style} (C) It ticks." for style in styles) + "\n\n"
    opening, closing = f"{items}BEGIN TEXT:\n\n", "END TEXT.\n\n"
    text = HEADING + PREFACE + opening * MOST + items + closing * MOST
    return session.parse(text)


SESSIONS = {depth: Session(limits=Limits(nesting=depth)) for depth in (1, DEEPEST, MOST)}


@pytest.mark.parametrize("form", ["xml", "json", "text", "docx"])
@pytest.mark.parametrize("deepest", SESSIONS)
def test_the_deepest_tree_is_written_and_read_back(form: str, deepest: int) -> None:
    session = SESSIONS[deepest]
    cable = deepest_cable(session)
    assert _depth(cable.to_dict()) == deepest
    written = session.export(cable, to=form)
    if form != "text":
        again = session.parse(written, reader=form)
        assert [*_kinds(again)] == [*_kinds(cable)]


def _kinds(cable: Cable) -> list[str]:
    return [type(block).__name__ for _, block in cable.walk()]


def _depth(tree: promises.Tree) -> int:
    """Return how many quotations and embedded cables enclose the innermost block."""
    deepest, open_nodes = 0, [(0, block) for block in tree["body"]]
    while open_nodes:
        depth, block = open_nodes.pop()
        depth += block["type"] in (_tag(Quote), _tag(EmbeddedCable))
        deepest = max(deepest, depth)
        below = block.get("blocks", []) + block.get("cable", {}).get("body", [])
        open_nodes += [(depth, each) for each in below]
    return deepest


def _tag(kind: type[Quote] | type[EmbeddedCable]) -> str:
    return str(kind.__struct_config__.tag)


def test_copies_whose_lines_were_moved_up_have_their_original_place() -> None:
    text = (
        "ON FI DE NT IA L OSLO 000123\nEO12958\n1.C O N F I D E N T I A L OSLO 000123\nEO:\n"
        "1.t came.\nC OF ID EN TA L OSLO 000123"
    )
    promises.check_all(text, promises.read(text))


def test_a_header_may_end_in_a_separator() -> None:
    text = "VZCZCXRO0617 BT\n"
    promises.check_all(text, promises.read(text))


def test_a_second_subject_may_be_joined_to_a_tag_by_a_misprinted_label() -> None:
    text = "EO. 12958SUBJECT:TAGS: PREL UKSUBJPCT: " + "The tide is late. " * 20
    tree = promises.read(text)
    promises.check_all(text, tree)
    assert tree["tags"] == ["PREL", "UK"]
