"""The shipped schemas, the structs and the result of ``to_dict`` agree."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import jsonschema
import pytest
import trees
from hypothesis import given
from lxml import etree

from cableconv import schema
from cableconv.cable import Cable, Heading, Paragraph
from cableconv.exporters.json import encode
from cableconv.schema.generate import generated
from cableconv.tree_docs import fields_about

SHAPES = {
    "1.0": ("6c4521968d08bdab", "7eb9b7e018307dea"),
    "1.1": ("3c668907dc562b7e", "d723ba3d19a74a2d"),
}
"""The digests of each version's JSON Schema and RELAX NG schema, without descriptions.

A digest never changes, as other programs rely on it.  If the structure changes, raise ``MINOR``
(or ``MAJOR``) of ``cableconv.schema`` and add a line for the new version.
"""

GENERATED = generated()
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema.json_schema()))


@pytest.mark.skipif(
    tuple(map(int, version("msgspec").split(".")[:2])) < (0, 22),
    reason="it lists the same alternatives in another order",
)
def test_the_shipped_json_schema_is_up_to_date() -> None:
    assert schema.json_schema() == GENERATED[schema.JSON_SCHEMA], (
        "cable.py changed: python -m cableconv.schema.generate"
    )


def test_the_shipped_relax_ng_schema_is_up_to_date() -> None:
    assert schema.relax_ng() == GENERATED[schema.RELAX_NG], (
        "cable.py or the XML's layout changed: python -m cableconv.schema.generate"
    )


def test_the_json_schema_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema.json_schema()))


def test_the_relax_ng_schema_is_valid() -> None:
    etree.RelaxNG(etree.fromstring(schema.relax_ng().encode()))


@given(trees.cables())
def test_every_tree_is_valid_as_a_dict(cable: Cable) -> None:
    VALIDATOR.validate(cable.to_dict())


def test_a_document_has_a_version_whose_major_must_match() -> None:
    document = json.loads(encode(Cable()))
    VALIDATOR.validate(document)
    assert not VALIDATOR.is_valid({**document, schema.VERSION_KEY: f"{schema.MAJOR + 1}.0"})


def undescribed(node: Any, place: str = "$") -> Iterator[str]:
    """Yield the place of each definition or field without a description."""
    if isinstance(node, dict):
        fields = {**node.get("properties", {}), **node.get("$defs", {})}
        fields |= dict(enumerate(node.get("prefixItems", ())))
        yield from (f"{place}.{name}" for name, each in fields.items() if not told(each))
        for name, member in node.items():
            yield from undescribed(member, f"{place}.{name}")


def told(node: dict[str, Any]) -> bool:
    return len(node.get("description", "")) > len("a name")


def test_every_struct_and_every_field_is_described() -> None:
    assert list(undescribed(json.loads(schema.json_schema()))) == []


def test_every_element_and_attribute_of_the_xml_is_described() -> None:
    root = etree.fromstring(schema.relax_ng().encode())
    names = root.xpath(
        "//*[self::r:element or self::r:attribute or self::r:define][not(a:documentation)]/@name",
        namespaces={
            "r": "http://relaxng.org/ns/structure/1.0",
            "a": "http://relaxng.org/ns/compatibility/annotations/1.0",
        },
    )
    assert names == []


def test_a_description_is_the_fields_comment() -> None:
    assert (
        fields_about(Paragraph)["number"]
        == "number of the paragraph; None if it continues the one before"
    )
    assert fields_about(Paragraph)["span"] == fields_about(Cable)["span"]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def shapes() -> tuple[str, str]:
    """Return the digests of both schemas, without descriptions."""
    tree = json.loads(schema.json_schema(), object_hook=without_description)
    relax_ng = re.sub(
        r"\s*<a:documentation>.*?</a:documentation>", "", schema.relax_ng(), flags=re.S
    )
    return digest(json.dumps(tree)), digest(relax_ng)


def without_description(node: dict[str, Any]) -> dict[str, Any]:
    if isinstance(node.get("description"), str):
        del node["description"]
    return node


def test_a_changed_schema_has_a_new_version() -> None:
    assert shapes() == SHAPES.get(schema.VERSION), (
        "the schemas are not those of this version: raise MINOR in cableconv/schema and add "
        f"its line to SHAPES: {schema.VERSION!r}: {shapes()}"
    )


def test_changed_descriptions_do_not_change_the_digest() -> None:
    described = {"description": "x", "properties": {"description": {"type": "string"}}}
    other = {**described, "description": "y"}
    one, two = (
        json.loads(json.dumps(each), object_hook=without_description) for each in (described, other)
    )
    assert one == two == {"properties": {"description": {"type": "string"}}}


@pytest.mark.parametrize("name", ["id", "body", "parts", "source"])
def test_every_name_is_required(name: str) -> None:
    tree = Cable().to_dict()
    del tree[name]
    assert not VALIDATOR.is_valid(tree)


def test_a_block_of_an_unknown_type_is_refused() -> None:
    tree = Cable(body=(Heading(text="Views"),)).to_dict()
    tree["body"][0]["type"] = "footnote"
    assert not VALIDATOR.is_valid(tree)


def test_names_of_a_later_version_are_allowed() -> None:
    tree = Cable(body=(Paragraph(text="Text."),)).to_dict()
    tree["annex"] = None
    assert VALIDATOR.is_valid(tree)
