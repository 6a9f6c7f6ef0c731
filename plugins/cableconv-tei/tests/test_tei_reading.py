"""The document is read as the same cable, except for the losses listed in the README."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cableconv
import pytest
from cableconv import Cable
from cableconv.cable import Source
from cableconv.testing import sample_trees

from cableconv_tei.document import encode

TELEGRAM = """\
VZCZCXRO4024
OO RUEHC
DE RUEHNY #0123/01 1341205
ZNY CCCCC ZZH
O R 131205Z MAY 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0101
INFO RUEHSM/AMEMBASSY STOCKHOLM
XMT AMEMBASSY RIGA

C O N F I D E N T I A L OSLO 000123

NOFORN
SIPDIS

STATE FOR EUR/NB

E.O. 12958: DECL: 05/13/2018
TAGS: PREL, OVIP (PELL, JONAS), NO
SUBJECT: THE TIDE CLOCK
REF: A. STATE 4711
     B. 07 OSLO 98

Classified By: DCM Ida Fenwick for reasons 1.4 (b) and (d).

1. (C) SUMMARY: The tide clock was late, as Ref A foresaw. END SUMMARY.

WHY TALLINN
-----------

2. (U) Nobody in the Caf\u00e9 knows why:

  - the keeper left;
  - the oil went.

3. (U) Minimize considered.

WRAY
"""
NOT_HELD = {"parts", "furniture", "diagnostics", "source", "transmissions"}


def without_spans(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_spans(each) for name, each in value.items() if name != "span"}
    return [without_spans(each) for each in value] if isinstance(value, list) else value


def test_a_cable_is_read_back() -> None:
    cable = cableconv.parse(TELEGRAM)
    again = cableconv.parse(encode(cable))
    wanted, found = (without_spans(each.to_dict()) for each in (cable, again))
    for field in set(wanted) - NOT_HELD:
        assert found[field] == wanted[field], field
    assert again.source.reader == "tei"
    (sent,) = again.transmissions
    assert (sent.identifier, sent.serial, sent.dtg) == ("VZCZCXRO4024", "0123", "131205Z MAY 08")


def test_headings_and_references_of_a_cable_without_a_date_are_read_back() -> None:
    cable = cableconv.parse(
        "C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: THE CLOCK\n\nREF: RIGA 77 (THE BELL)\n\n"
        "The Clock of the Harbor\n-----------------------\n\n1. (C) It is late.\n\n"
        "Good for the U.S.\n-----------------\n\n2. (C) It rang.\n"
    ).replace(source=Source(id="08OSLO123"))
    cable = cable.replace(references=(cable.references[0].replace(id="08RIGA77"),))
    again = cableconv.parse(encode(cable))
    assert again.references[0].id == "08RIGA77"
    assert [type(block).__name__ for block in again.body] == [
        type(block).__name__ for block in cable.body
    ]


def test_references_of_a_cable_without_a_date_have_their_year_in_a_file_too(tmp_path: Path) -> None:
    cable = cableconv.parse(
        "C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: THE CLOCK\n\nREF: RIGA 77 AND PREVIOUS\n\n"
        "1. (C) It is late.\n"
    ).replace(source=Source(id="08OSLO123"))
    path = tmp_path / "bells.xml"
    path.write_text(encode(cable), encoding="utf-8")
    again = cableconv.parse(path)
    assert again.source.id == "08OSLO123"
    (reference,) = again.references
    assert (reference.id, reference.text) == ("08RIGA77", "RIGA 77 AND PREVIOUS")
    assert reference.notes == ("AND PREVIOUS",)


def test_line_breaks_and_spaced_caveats_are_read_back() -> None:
    cable = cableconv.parse(
        "ORIGIN OES-10\nINFO OCT-01 EUR-12 ISO-00 /023 R\nR 131205Z MAY 78\nFM SECSTATE WASHDC\n"
        "TO AMEMBASSY OSLO\nUNCLAS E F T O STATE 050317\nSUBJECT: THE CLOCK\n\n1. It is late.\n"
    )
    again = cableconv.parse(encode(cable))
    assert again.distribution == "ORIGIN OES-10\nINFO OCT-01 EUR-12 ISO-00 /023 R"
    assert again.classification
    assert again.classification.caveats == ("EFTO",)
    assert again.captions == ()


@pytest.mark.parametrize("cable", sample_trees().values(), ids=list(sample_trees()))
def test_the_header_fields_of_any_tree_are_read_back(cable: Cable) -> None:
    again = cableconv.parse(encode(cable))
    assert len(again.to) == len(cable.to)
    assert len(again.info) == len(cable.info)
    assert len(again.tags) == len(cable.tags)
