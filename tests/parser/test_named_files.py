"""Files named by the message number of the class line, in the forms that archives use."""

from __future__ import annotations

from pathlib import Path

import pytest

import cableconv

TEXT = """C O N F I D E N T I A L BERN 000112

E.O. 12958: DECL: 03/11/2018
TAGS: PREL, SZ
SUBJECT: LAMPS

1. (C) The lamp is lit.

HOLM
"""


@pytest.mark.parametrize("name", ["08BERN112", "08bern112", "2008BERN00112", "08BERN112_a"])
def test_every_form_of_the_number_gives_the_id(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert next(cableconv.read(path)).key == "08BERN112"


@pytest.mark.parametrize("name", ["08BERN113", "08BONN112", "notes-112"])
def test_a_name_that_contradicts_the_class_line_is_ignored(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert next(cableconv.read(path)).source.id is None
