"""Telegrams one below the other in a plain text are separate; quoted ones and copies are not."""

from __future__ import annotations

from pathlib import Path

import damage
import pytest
from cable_texts import HEAD
from hypothesis import given
from hypothesis import strategies as st
from real_cables import real_texts, sample_or_all
from whole_telegrams import LEVELS, whole_telegrams

import cableconv
from cableconv.parser import separate
from cableconv.telegram import Anchor, Telegram

SEPARATORS = {
    "nothing": "",
    "a blank line": "\n",
    "a rule": "-----\n",
    "a rule between blank lines": "\n\n" + "=" * 70 + "\n\n",
    "NNNN and ZCZC": "NNNN\n\n\nZCZC OSA114\n",
    "a form feed": "\f",
    "a file's name": "\n==== 08BERGEN17.txt ====\n",
    "a number": "\n\nCable 2 of 5\n",
    "a catalogue's lines": "\n08BERGEN17\n2008-05-13\nCONFIDENTIAL\nEmbassy Oslo\n",
}
OSLO = (
    HEAD
    + """
1. (C) The harbor's clock stands still.
{}
PELL
"""
)
RIGA = """\
P 140900Z MAY 08
FM AMEMBASSY RIGA
TO SECSTATE WASHDC 0077

UNCLAS RIGA 000045

E.O. 12958: N/A
TAGS: EWWT LG
SUBJECT: BUOYS

1. The buoys were painted.
HALVARD
"""
EXTRACT = RIGA[RIGA.index("UNCLAS") :]


def telegrams(text: str) -> list[Telegram]:
    return list(separate(Telegram(text=text, is_plain=True)))


@pytest.mark.parametrize("between", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("second", [RIGA, EXTRACT], ids=["whole", "without header"])
def test_telegrams_are_separate_whatever_is_between(
    second: str, between: str, tmp_path: Path
) -> None:
    (tmp_path / "both.txt").write_text(OSLO.format("") + between + second, encoding="utf-8")
    one, other = cableconv.read(tmp_path / "both.txt")
    assert (one.id, one.signed_by, other.subject) == ("08OSLO123", ("PELL",), "BUOYS")
    assert other.number is not None
    assert other.number.text == "RIGA 000045"
    assert [each.source.row for each in (one, other)] == [1, 2]
    assert "second-cable" not in [found.code for found in one.diagnostics]


def unnumbered(header: str) -> str:
    """Return a telegram whose class line has no number."""
    return f"{header}\n\nUNCLAS\n{EXTRACT.partition(chr(10))[2]}"


OF_OSLO = "R 131205Z MAY 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 0101"
OF_OSLO_LATER = OF_OSLO.replace("131205Z", "140900Z")
OF_RIGA = OF_OSLO_LATER.replace("OSLO", "RIGA")


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (unnumbered(OF_OSLO), unnumbered(OF_OSLO_LATER), 2),
        (unnumbered(OF_OSLO), unnumbered(OF_OSLO), 1),
        (unnumbered(OF_OSLO), EXTRACT, 2),
        (unnumbered(OF_OSLO), EXTRACT.replace("RIGA", "OSLO"), 1),
        (EXTRACT.replace("RIGA", "OSLO"), unnumbered(OF_RIGA), 2),
        (EXTRACT.replace("RIGA", "OSLO"), unnumbered(OF_OSLO), 1),
        (OSLO.format(""), OSLO.format("").replace("MAY 08", "MAY 09"), 2),
    ],
    ids=[
        "two dates",
        "one date",
        "a date, then a number of another post",
        "a date, then a number of its own post",
        "a number, then another sender",
        "a number, then its own sender",
        "one number in two years",
    ],
)
def test_telegrams_are_separate_if_their_headings_contradict(
    first: str, second: str, number: int
) -> None:
    assert len(telegrams(first + second)) == number


def test_a_file_without_its_last_line_end_may_be_above() -> None:
    text = OSLO.format("").rstrip() + "VZCZCXRA0045\nPP RUEHC\n" + RIGA
    assert [each.text[-5:] for each in telegrams(text)] == ["\nPELL", "VARD\n"]


def test_a_header_whose_line_ends_were_lost_begins_a_telegram() -> None:
    lines = RIGA.split("\n")
    text = OSLO.format("") + "VZCZCXYZ0001PP RUEHC" + "".join(lines[:3]) + "\n".join(lines[3:])
    _, second = telegrams(text)
    assert second.text.startswith("VZCZCXYZ0001")


def test_lines_and_columns_are_those_of_the_file() -> None:
    above = OSLO.format("")
    first, second = telegrams(above + "\n" + RIGA)
    assert (first.first_line, second.first_line) == (1, above.count("\n") + 2)
    assert second.position(second.text.index("FM")) == (above.count("\n") + 3, 1)


def test_offsets_lead_to_the_same_places_of_a_container() -> None:
    above = OSLO.format("")
    whole = Telegram(
        text=above + RIGA, file_text="# " + above + RIGA, anchors=(Anchor(0, 2),), is_plain=True
    )
    _, second = separate(whole)
    at = second.text.index("TAGS")
    assert second.position(at) == whole.position(len(above) + at)


def test_rules_between_telegrams_belong_to_none() -> None:
    _, second = telegrams(OSLO.format("") + "\n*****\n" + RIGA)
    assert [(piece.kind, piece.text) for piece in second.surroundings] == [("separator", "*****")]


@pytest.mark.parametrize(
    "text",
    [
        OSLO.format(""),
        OSLO.format("") + OSLO.format(""),
        OSLO.format("") + OSLO.format("").replace("TIDE CLOCK", "TIDE CLOCK - CORRECTED COPY"),
        OSLO.format("") + OSLO.format("").replace("OSLO 000123", "SECTION 02 OF 02 OSLO 000123"),
        OSLO.format("") + EXTRACT.replace("RIGA 000045", "SECTION 02 OF 02 OSLO 000132"),
        OSLO.format(f"\nBEGIN TEXT.\n\n{RIGA}\nEND TEXT.\n"),
        OSLO.format(f"\nBEGIN TEXT OF RIGA 45\n\n{RIGA}\nEND TEXT\n"),
        OSLO.format(f"\n2. (C) Embassy Riga's telegram is repeated below.\n\n{RIGA}"),
        OSLO.format(f"\n2. (C) This retransmits the following telegram:\n\n{RIGA}"),
        OSLO.format(f"\nQUOTE\n{RIGA}\nUNQUOTE\n"),
        OSLO[: OSLO.index("E.O.")] + "\n" + RIGA,
        OSLO[: OSLO.index("\n\n1.")].replace("CLOCK", "CL...") + "\n\n" + RIGA,
    ],
    ids=[
        "one",
        "twice",
        "a corrected copy",
        "sections",
        "a section with a misprinted number",
        "BEGIN TEXT",
        "BEGIN TEXT with a title",
        "repeated below",
        "a colon",
        "QUOTE",
        "an envelope",
        "a teaser",
    ],
)
def test_a_text_with_one_cable_stays_whole(text: str) -> None:
    assert len(telegrams(text)) == 1


def test_parse_gives_one_tree_with_the_other_telegram_inside() -> None:
    cable = cableconv.parse(OSLO.format("") + "\n" + RIGA)
    assert cable.id == "08OSLO123"
    assert "second-cable" in [found.code for found in cable.diagnostics]


def test_texts_of_other_readers_stay_whole() -> None:
    assert len(list(separate(Telegram(text=OSLO.format("") + RIGA)))) == 1


@given(
    st.lists(whole_telegrams(), min_size=2, max_size=4, unique_by=lambda text: class_line(text)),
    st.sampled_from(list(SEPARATORS.values())),
)
def test_whole_telegrams_come_back_from_one_text(texts: list[str], between: str) -> None:
    parted = telegrams(between.join(texts))
    assert [class_line(each.text) for each in parted] == [class_line(text) for text in texts]
    assert "".join(each.text for each in parted) == between.join(texts)


def class_line(text: str) -> str:
    """Return the class line without its level: section, station and number."""
    levels = tuple(f"{level.printed} " for level in LEVELS)
    line = next(line for line in text.splitlines() if line.startswith(levels))
    return next(line.removeprefix(level) for level in levels if line.startswith(level))


@sample_or_all
def test_real_telegrams_come_back_from_one_text(step: int, tmp_path: Path) -> None:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in real_texts(step)]
    lost = 0
    for between in SEPARATORS.values():
        some, texts = texts[-5:], texts[:-5]
        file = tmp_path / "some.txt"
        file.write_text(between.join(some), encoding="utf-8")
        found = [damage.identity(cable.to_dict()) for cable in cableconv.read(file)]
        alone = (damage.identity(cableconv.parse(text).to_dict()) for text in some)
        lost += sum(each not in found for each in alone)
    assert lost <= 1


@sample_or_all
def test_a_real_telegram_stays_whole(step: int) -> None:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in real_texts(step)]
    assert sum(len(telegrams(text)) > 1 for text in texts) <= len(texts) / 500
