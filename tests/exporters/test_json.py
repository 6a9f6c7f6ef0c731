"""Tests of JSON."""

from __future__ import annotations

import json

import pytest
import trees
from hypothesis import given

from cableconv.cable import Cable, Paragraph
from cableconv.exporters.json import encode, exporter
from cableconv.schema import VERSION, VERSION_KEY

CABLE = Cable(id="08TALLINN12", subject="BRÜCKEN UND “WEGE”", body=(Paragraph(text="A\nb"),))


@given(trees.cables())
def test_the_tree_is_read_as_an_equal_one(cable: Cable) -> None:
    assert Cable.from_dict(json.loads(encode(cable))) == cable


@given(trees.cables())
def test_every_name_is_written_in_the_order_of_the_structs(cable: Cable) -> None:
    assert list(json.loads(encode(cable))) == [VERSION_KEY, *Cable.__struct_fields__]


def test_the_version_of_the_tree_comes_first() -> None:
    assert encode(CABLE).startswith(f'{{"cableconv":"{VERSION}",')


def test_it_is_compact_by_default() -> None:
    assert encode(CABLE).count("\n") == 1


@pytest.mark.parametrize("blanks", [1, 2, 4])
def test_it_is_indented_on_request(blanks: int) -> None:
    assert encode(CABLE, indent=blanks).startswith(f'{{\n{" " * blanks}"cableconv": "')
    assert json.loads(encode(CABLE, indent=blanks)) == {VERSION_KEY: VERSION, **CABLE.to_dict()}


@pytest.mark.parametrize("blanks", [0, 2])
def test_it_ends_with_a_line_feed(blanks: int) -> None:
    assert encode(CABLE, indent=blanks).endswith("}\n")


def test_letters_are_not_escaped() -> None:
    assert "BRÜCKEN UND “WEGE”" in encode(CABLE)


def test_the_descriptor_declares_what_encode_takes() -> None:
    assert [(option.name, option.type, option.default) for option in exporter.options] == [
        ("indent", int, 0),
        ("provenance", bool, False),
    ]
    assert (exporter.ending, exporter.binary) == (".json", False)
