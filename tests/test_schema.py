"""The shipped schemas, the structs and what ``to_dict`` gives are held together here."""

import json

import jsonschema
import pytest
import trees
from hypothesis import given
from lxml import etree

from cableconv import schema
from cableconv.cable import Cable, Heading, Paragraph
from cableconv.exporters.json import encode
from cableconv.schema.generate import generated

GENERATED = generated()
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema.json_schema()))


def test_the_shipped_json_schema_is_what_the_structs_say():
    assert schema.json_schema() == GENERATED[schema.JSON_SCHEMA], (
        "cable.py changed: python -m cableconv.schema.generate"
    )


def test_the_shipped_relax_ng_schema_is_what_the_structs_say():
    assert schema.relax_ng() == GENERATED[schema.RELAX_NG], (
        "cable.py or the XML's layout changed: python -m cableconv.schema.generate"
    )


def test_the_json_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(json.loads(schema.json_schema()))


def test_the_relax_ng_schema_is_one():
    etree.RelaxNG(etree.fromstring(schema.relax_ng().encode()))


@given(trees.cables())
def test_every_tree_is_valid_as_a_dict(cable):
    VALIDATOR.validate(cable.to_dict())


def test_a_document_says_its_version_and_one_of_another_major_is_not_valid():
    document = json.loads(encode(Cable()))
    VALIDATOR.validate(document)
    assert not VALIDATOR.is_valid({**document, schema.VERSION_KEY: f"{schema.MAJOR + 1}.0"})


def test_every_struct_is_described():
    definitions = json.loads(schema.json_schema())["$defs"]
    assert all(definition["description"] for definition in definitions.values())


@pytest.mark.parametrize("name", ["id", "body", "parts", "source"])
def test_every_name_is_asked_for(name):
    tree = Cable().to_dict()
    del tree[name]
    assert not VALIDATOR.is_valid(tree)


def test_a_block_of_no_known_type_is_refused():
    tree = Cable(body=(Heading(text="Views"),)).to_dict()
    tree["body"][0]["type"] = "footnote"
    assert not VALIDATOR.is_valid(tree)


def test_names_of_a_later_version_are_allowed():
    tree = Cable(body=(Paragraph(text="Text."),)).to_dict()
    tree["annex"] = None
    assert VALIDATOR.is_valid(tree)
