"""The JSON Schema of the tree, made from its structs."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import msgspec

from cableconv.cable import Cable
from cableconv.schema import MAJOR, VERSION_KEY

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build() -> dict[str, Any]:
    """A schema that asks for every name, since ``to_dict`` gives every one.

    Names that it doesn't know are allowed: a later minor version may bring them.  The version
    itself stands in documents only, not in what ``to_dict`` gives.
    """
    schema = msgspec.json.schema(Cable)
    return {
        "$schema": DIALECT,
        "$id": f"urn:cableconv:schema:cable:{MAJOR}",
        "title": "A diplomatic cable as a tree",
        "$ref": schema["$ref"],
        "properties": {VERSION_KEY: _version()},
        "$defs": {name: _definition(part) for name, part in schema["$defs"].items()},
    }


def _version() -> dict[str, str]:
    return {
        "description": "The version of the tree, major and minor; in every document.",
        "type": "string",
        "pattern": f"^{MAJOR}[.][0-9]+$",
    }


def _definition(part: dict[str, Any]) -> dict[str, Any]:
    definition = {**part, "description": cleandoc(part["description"])}
    if "properties" in part:
        definition["properties"] = {
            name: _property(value) for name, value in part["properties"].items()
        }
        definition["required"] = list(part["properties"])
    return definition


def _property(value: dict[str, Any]) -> dict[str, Any]:
    """Without ``default`` (every name is there) and OpenAPI's ``discriminator``."""
    left_out = ("default", "discriminator")
    kept = {key: part for key, part in value.items() if key not in left_out}
    if "items" in kept:
        kept["items"] = _property(kept["items"])
    return kept
