"""The content of each column, which the README describes."""

from __future__ import annotations

import re
from pathlib import Path

from cableconv import Cable
from cableconv.cable import Paragraph
from cableconv.rendering.columns import COLUMNS, Kind, Value, row

README = Path(__file__).parents[1] / "README.md"
TYPES = {
    Kind.TEXT: "text",
    Kind.LIST: "list",
    Kind.MOMENT: "date and time",
    Kind.DAY: "date",
    Kind.NUMBER: "number",
}
EXPECTED: dict[str, Value] = {
    "key": "08OSLO123",
    "id": "08OSLO123",
    "date": "2008-05-13T12:05:00Z",
    "year": 2008,
    "date_time_group": "131205Z MAY 08",
    "classification": "CONFIDENTIAL",
    "captions": ("SIPDIS",),
    "post": "OSLO",
    "country": "NO",
    "sender": "AMEMBASSY OSLO",
    "action_addressees": ("SECSTATE WASHDC",),
    "info_addressees": ("AMEMBASSY STOCKHOLM", "AMEMBASSY HELSINKI"),
    "precedence": "ROUTINE",
    "section": None,
    "executive_order": "12958",
    "declassify_on": "2018-05-13",
    "tags": ("PREL", "OVIP", "PELL, JONAS", "NO"),
    "subject": "THE TIDE CLOCK",
    "reference_texts": ("A. STATE 4711", "B. 07 OSLO 98", "C. PELL-MORSBY E-MAIL OF MAY 2"),
    "cited_ids": ("08STATE4711", "07OSLO98"),
    "classified_by": ("Ida Fenwick",),
    "classifier_titles": ("DCM",),
    "reasons": ("1.4(b)", "1.4(d)"),
    "signed_by": ("WRAY",),
    "summary": "The tide clock was late.",
    "paragraphs": 3,
    "words": 32,
    "source_row": None,
}


def values(cable: Cable) -> dict[str, Value]:
    return {column.name: value for column, value in zip(COLUMNS, row(cable), strict=True)}


def test_a_cable_is_a_row(few: list[Cable]) -> None:
    found = values(few[0])
    assert {name: found[name] for name in EXPECTED} == EXPECTED


def test_the_text_is_the_words_of_the_body(few: list[Cable]) -> None:
    assert values(few[0])["text"] == (
        "SUMMARY: The tide clock was late. END SUMMARY.\n\n"
        "WHY TALLINN\n\n"
        "Nobody in the Café knows why:\n\n"
        "it has no tides;\n\n"
        "it has no clocks.\n\n"
        "COMMENT: We trust the tide clock. END COMMENT."
    )


def test_every_word_of_every_block_is_in_the_text(samples: list[Cable]) -> None:
    for cable in samples:
        text = values(cable)["text"] or ""
        assert isinstance(text, str)
        words = set(text.split())
        for _, block in cable.walk():
            for said in (getattr(block, "text", ""), getattr(block, "opening", "") or ""):
                assert words >= set(said.split())


def test_missing_values_are_empty() -> None:
    found = values(Cable())
    assert {value for value in found.values()} <= {None, (), 0}
    assert [name for name, value in found.items() if value == 0] == ["paragraphs", "words"]


def test_a_diagnostic_is_named_once(few: list[Cable]) -> None:
    cable = few[0].replace(diagnostics=few[0].diagnostics * 2)
    named = values(cable)["diagnostics"]
    assert named == tuple(dict.fromkeys(each.code for each in few[0].diagnostics))


def test_quoted_paragraphs_count(samples: list[Cable]) -> None:
    for cable in samples:
        blocks = [block for _, block in cable.walk() if isinstance(block, Paragraph)]
        assert values(cable)["paragraphs"] == len(blocks)


def test_the_readme_has_every_column() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([\w ]+) \| (.+) \|$", README.read_text(), re.MULTILINE)
    assert rows == [(column.name, TYPES[column.kind], column.about) for column in COLUMNS]
