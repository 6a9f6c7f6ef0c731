"""Rows of the National Archives: 80 columns with the telegram in ``raw_body``, and XML."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import cableconv
from cableconv.cable import Paragraph

BODY = """\
CONFIDENTIAL

PAGE 01        SUVA 00041  141512Z

12
ACTION EA-12

INFO  OCT-01  ISO-00  /013 W
                     ---------------------     071934
R 141345Z MAY 75
FM AMEMBASSY SUVA
TO SECSTATE WASHDC 4410

C O N F I D E N T I A L SUVA 0041

E.O. 11652: GDS
TAGS: PFOR, EWWT, FJ
SUBJECT: THE TIDE CLOCK

1. THE CLOCK IS LATE. "NOBODY" WINDS IT,
SAID THE KEEPER.

Declassified/Released US Department of State EO Systematic Review 05 JUL 2006

CONFIDENTIAL

PAGE 02        SUVA 00041  141512Z

2. IT WAS ON TIME.
WRAY
"""
NAMES = ("doc_nbr", "draft_date", "from_field", "to_field", "origclass", "title")
VALUES = ("1975SUVA00041", "14 MAY 1975", "SUVA", "STATE", "CONFIDENTIAL", "THE TIDE CLOCK")


def as_csv() -> str:
    """Return 80 columns, most of them empty."""
    more = [f"attribute_{n}" for n in range(73)]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*NAMES, *more, "raw_body"])
    writer.writerow([*VALUES, *("" for _ in more), BODY])
    writer.writerow([*VALUES, *("n/a" for _ in more), BODY.replace("0041", "0042")])
    return out.getvalue()


def as_xml() -> str:
    rows = "\n".join(
        f"<CFPF.TEL><docnumber>1975SUVA000{n}</docnumber><origclass>CONFIDENTIAL</origclass>"
        f"<msgtext>{BODY.replace('0041', f'00{n}')}</msgtext></CFPF.TEL>"
        for n in (41, 42)
    )
    return f"<export>\n{rows}\n</export>\n"


@pytest.mark.parametrize(("name", "text"), [("a.csv", as_csv()), ("a.xml", as_xml())])
def test_a_row_of_the_archives_is_a_cable_with_stamps_as_furniture(
    name: str, text: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    cables = list(cableconv.read(tmp_path / name))
    assert [cable.id for cable in cables] == ["75SUVA41", "75SUVA42"]
    assert cables[0].source.id == "1975SUVA00041"
    assert "witness-differs" not in [each.code for each in cables[0].diagnostics]
    for cable in cables:
        assert cable.date == "1975-05-14T13:45:00Z"
        assert cable.tags == ("PFOR", "EWWT", "FJ")
        assert cable.source.classification == "CONFIDENTIAL"
        assert [block.text for block in cable.body if isinstance(block, Paragraph)] == [
            'THE CLOCK IS LATE. "NOBODY" WINDS IT, SAID THE KEEPER.',
            "IT WAS ON TIME.",
        ]
        assert len(cable.body) == 2
        assert "release-stamp" in [each.kind for each in cable.furniture]


def test_the_archives_own_block_below_a_telegram_is_furniture() -> None:
    """A row may contain the whole record, telegram and attributes."""
    attributes = "\n\nMessage Attributes\n\nDocument Number: 1975SUVA00041\nTAGS: PFOR\n"
    row = json.dumps({"doc_nbr": "1975SUVA00041", "raw_body": BODY + attributes})
    cable = cableconv.parse(row, reader="records")
    assert (cable.id, cable.signed_by) == ("75SUVA41", ("WRAY",))
    [found] = [each for each in cable.furniture if each.kind == "message-attributes"]
    assert found.text.endswith("TAGS: PFOR")


@pytest.mark.parametrize(
    ("number", "differs"),
    [
        ("urn:7", False),
        ("x0", False),
        ("A-17", False),
        ("75SUVA41", False),
        ("75SUVA42", True),
        ("1975SUVA00042", True),
        ("SUVA 42", True),
    ],
)
def test_only_a_cable_number_is_compared_with_the_telegram(number: str, differs: bool) -> None:
    cable = cableconv.parse(json.dumps([{"id": number, "body": BODY}]).encode())
    assert cable.id == "75SUVA41"
    assert cable.source.id == number
    assert ("witness-differs" in [each.code for each in cable.diagnostics]) is differs
