"""A clean telegram is read as the tree that it was written from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cable_texts import cable_texts
from hypothesis import given, settings
from real_cables import real, real_texts, sample_or_all

import cableconv
from cableconv.cable import Cable, EmbeddedCable, Number, Paragraph
from cableconv.exporters.text import encode

HOUSE = Path(__file__).parents[3]
EXAMPLES = sorted((HOUSE / "examples" / "cables").iterdir())
ABOUT_THE_SOURCE = {"span", "parts", "source", "furniture", "diagnostics"}


def told(value: Any) -> Any:
    """Return a tree without the fields that describe only the source."""
    if isinstance(value, Cable):
        return told(value.to_dict())
    if isinstance(value, dict):
        return {name: told(part) for name, part in value.items() if name not in ABOUT_THE_SOURCE}
    return [told(part) for part in value] if isinstance(value, list) else value


def comes_back(cable: Cable, **options: Any) -> bool:
    text = encode(cable, **options)
    again = cableconv.parse(text)
    return told(again) == told(cable) and encode(again, **options) == text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("options", [{}, {"width": 40}, {"width": 100}, {"wrap": False}], ids=str)
def test_an_example_survives_the_round_trip(
    path: Path, options: dict[str, int] | dict[str, bool]
) -> None:
    assert comes_back(cableconv.parse(path), **options)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    ("transform", "options"),
    [
        ("title-case", {}),
        ("repair-quotes", {}),
        ("redact", {"above": "unclassified"}),
        ("redact", {"above": "confidential"}),
    ],
    ids=str,
)
def test_the_text_of_a_transformed_example_does_not_change(
    path: Path, transform: str, options: dict[str, Any]
) -> None:
    text = encode(cableconv.transform(cableconv.parse(path), transform, **options))
    assert encode(cableconv.parse(text)) == text


@pytest.mark.parametrize(
    "body",
    [
        "2. (C) The clock is late, and it rings.\n\nfenwick\n",
        "2. (C) The keepers said:\n\n-- The clock is late.\n\n-- It rang.\n\nEND TEXT\n\nWRAY\n",
        "2. (C) The clock is late.\n\n(SBU) The lamp is lit, and it is late.\n\nWRAY\n",
    ],
)
def test_the_text_of_a_redacted_body_does_not_change(body: str) -> None:
    cable = cableconv.parse(
        f"C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: THE CLOCK\n\n1. (U) It is late.\n\n{body}"
    )
    text = encode(cableconv.transform(cable, "redact", above="unclassified"))
    assert encode(cableconv.parse(text)) == text


@given(cable_texts())
@settings(max_examples=2 * settings().max_examples)
def test_invented_telegrams_survive_the_round_trip(text: str) -> None:
    cable = cableconv.parse(text)
    again = cableconv.parse(encode(cable))
    assert told(again) == told(cable)
    assert encode(again) == encode(cable)


@sample_or_all
def test_real_cables_survive_the_round_trip(step: int) -> None:
    paths = real_texts(step)
    changed, lost = [], []
    for path in paths:
        cable = cableconv.parse(path)
        text = encode(cable)
        again = cableconv.parse(text)
        changed += [path.name] if encode(again) != text else []
        lost += [path.name] if told(again) != told(cable) else []
    assert not changed
    assert not lost


def test_the_scraped_cable_survives_the_round_trip() -> None:
    assert comes_back(cableconv.parse(real("markdown/000_897496727ed1b78a.txt")))


@pytest.mark.parametrize(
    "body",
    [
        "Dear Ms. Wray, THE KEEPERS OF THE CLOCK\n\n\u00b61. It was late.\n\n\u00b62. It rang.",
        "---- The first.\n\n----QQ the second, which is longer than the first.",
        "2. (C) Begin unofficial translation of the board's rationale for changes and of the text "
        "of the\nrequested changes:\n\nThe clock is late.\n\nEnd translation.",
        "-- Wind the clock. -- Count the keepers, and pay them what they were promised in May.",
        "Name: Anna Wray\nShip: The Last Ferry of the Harbor Board Start Date: 9/26/2009 End "
        "Date:10/10/2009\n\nName: Ida Fenwick\nShip: The First Ferry of the Harbor Board",
        'Begin transcript of the edition of March 15 of "The Tide Clock." Names other\nthan '
        "Pell's refer to keepers who were with him on the lamp:\n\nThe clock is late.\n\n"
        "End transcript.",
        "Begin Clock Guidance:\n\nOslo Keepers' Clock Guidance January 12, 2009\n\nA.B. Pell "
        "Clock: Lamps\n\nThe clock is late.\n\nEnd Clock Guidance.",
        "The keepers rang. -- The clock is late; -- it rang twice; -- The lamp is lit; -- The end",
        "- The clock.\n\n(1) It rang.)\n\n(2) It is late\n\n(1) It is wound.",
        "Participants:\n\nOslo\n\nAnna Wray, the First Keeper of the Clock Mrs. Ida Fenwick, "
        "Bells - Commissioner Jonas Pell, Ropes - Harbor Board Committee Tom Quay, Lamps - Horn "
        "and Lamp Committee Marguerite Holt, Rope Committee, Lamps - Horn",
        "A clock, of course. a)\nThe lamp b) SUBJECT: Comment: 2007. 50% Subject b)\nThe / 2007.",
    ],
)
def test_a_body_survives_the_round_trip(body: str) -> None:
    cable = cableconv.parse(
        "C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: THE CLOCK\n\n"
        f"1. (U) The keepers met.\n\n{body}\n\n2. (C) It is late.\n"
    )
    assert comes_back(cable)


@pytest.mark.parametrize(
    "passing",
    [
        ("DEPT FOR EUR/NB WRAY AND EEB/TIDES MORSBY; PASS TO DOL", "PELL; PASS TO NSC KEY"),
        ("STATE FOR THE KEEPERS OF THE CLOCK AND OF THE BELL", "AND PASS TO NSC FOR WRAY"),
        ("STATE FOR PELL; ENERGY", "FOR FENWICK FROM WRAY"),
        ("STATE FOR PELL", "(OSLO FOR WRAY)"),
    ],
)
def test_passing_lines_stay_apart(passing: tuple[str, str]) -> None:
    cable = cableconv.parse(
        "C O N F I D E N T I A L OSLO 000123\n\nSIPDIS\n\n"
        f"{passing[0]}\n\n{passing[1]}\n\nSUBJECT: THE CLOCK\n\n1. (U) It is late.\n"
    )
    assert cable.passing == passing
    assert comes_back(cable)


def test_an_empty_tree_survives_the_round_trip() -> None:
    assert comes_back(cableconv.parse(""))


def test_a_classifier_named_in_the_body_is_not_repeated() -> None:
    cable = cableconv.parse(
        "C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: THE CLOCK\n\n"
        "1. (U) Classified by DCM Ida Fenwick, reason 1.4 (d).\n\n2. (C) It is late.\n"
    )
    assert cable.classified_by is not None
    assert encode(cable).count("Fenwick") == 1
    assert comes_back(cable)


def test_capitals_at_the_end_of_a_paragraph_are_read_as_its_text() -> None:
    cable = cableconv.parse(
        "C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: THE CLOCK\n\n"
        "1. (U) The last visit to the two keepers of the clock took place on Tuesday. BELL 194\n\n"
        "2. (C) It is late.\n"
    )
    assert comes_back(cable)


@pytest.mark.parametrize(
    "title", ["FENWICK", "- The bell of the harbor", "* THE ROPES:", "o Lamps"]
)
def test_a_heading_like_a_name_or_an_item_is_put_between_rules(title: str) -> None:
    rule = "-" * len(title)
    cable = cableconv.parse(
        "C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: THE CLOCK\n\n1. (U) It is late.\n\n"
        f"{rule}\n{title}\n{rule}\n"
    )
    assert f"{rule}\n{title}\n{rule}\n" in encode(cable)
    assert comes_back(cable)


def test_a_number_that_begins_no_paragraph_is_distinguished() -> None:
    cable = cableconv.parse(
        "C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: THE CLOCK\n\n1. It is late.\n\n"
        "2. It rang under Rule No.\n\n2.Lamps are needed for it.\n\n\u00b63. It is on time.\n"
    )
    assert "\n\u00b62. It rang" in encode(cable)
    assert comes_back(cable)


def test_a_notice_at_the_end_of_a_subject_stays_there() -> None:
    subject = "THE TIDE CLOCK OF THE HARBOR AND ITS KEEPERS RANG ON TUESDAY (CORRECTED COPY)"
    cable = cableconv.parse(
        f"C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: {subject}\n\n1. (U) It is late.\n"
    )
    assert cable.subject == subject
    assert comes_back(cable)


def test_a_signature_is_printed_above_a_cable_that_nothing_closes() -> None:
    inner = Cable(
        number=Number(station="RIGA", serial="000045", text="RIGA 000045"),
        subject="THE BELL",
        body=(Paragraph(number=1, text="It rang."),),
        signed_by=("WRAY",),
    )
    cable = Cable(body=(EmbeddedCable(cable=inner),), signed_by=("FENWICK",))
    text = encode(cable)
    assert 0 <= text.find("FENWICK") < text.find("RIGA") < text.find("WRAY")
