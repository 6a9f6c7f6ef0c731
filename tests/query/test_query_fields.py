"""Each field of the query language selects what its help describes."""

from __future__ import annotations

from pathlib import Path

import pytest

import cableconv
from cableconv.query import FIELDS, parse_query

PAGE = (Path(__file__).parents[2] / "docs" / "query.md").read_text(encoding="utf-8")
CABLE = cableconv.parse("""\
R 271442Z MAR 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 1234
INFO RUEHRK/AMEMBASSY REYKJAVIK

C O N F I D E N T I A L OSLO 000077 NOFORN

SIPDIS

E.O. 12958: DECL: 03/27/2018
TAGS: PREL, EFIS, NO
SUBJECT: ICE IN THE HARBOUR
REF: A. 07ASTANA48

Classified By: DCM Ida Fenwick for reasons 1.4 (b) and (d)

1. (C) Summary: Captain Jens Kjaer saw it. End summary.

2. (U) The herring did not.

HOLM
""")
MET = {
    "text": "text:harbour",
    "body": "body:herring -body:harbour",
    "subject": "subject:harbour -subject:herring",
    "summary": "summary:captain -summary:herring",
    "person": 'person:"Kjær" person:Holm person:Fenwick',
    "signed": "signed:Holm -signed:Kjaer",
    "classifier": "classifier:FENWICK",
    "id": "id:08oslo77",
    "date": "date:2008-03",
    "post": "post:oslo",
    "country": "country:NO",
    "from": "from:amembassy",
    "to": "to:RUEHC -to:reykjavik",
    "info": "info:reykjavik -info:secstate",
    "level": "level:confidential",
    "caption": "caption:sipdis caption:NOFORN",
    "tag": "tag:EFIS",
    "ref": "ref:07ASTANA48",
    "words": "words:12",
    "paragraphs": "paragraphs:2",
    "code": "-code:no-cable",
    "file": "file:none",
}


def test_every_field_has_its_case() -> None:
    assert set(MET) == set(FIELDS)


@pytest.mark.parametrize("words", MET.values(), ids=MET.keys())
def test_each_field_selects_its_cables(words: str) -> None:
    assert parse_query(words).matches(CABLE)


def test_docs_have_every_field_with_its_help() -> None:
    for field in FIELDS.values():
        assert f"| `{field.name}` | {field.help} |" in PAGE
