"""The JSON Schema of the tree, generated from its structs."""

from __future__ import annotations

from typing import Any

import msgspec

from cableconv.cable import Block, Cable
from cableconv.schema import MAJOR, PROVENANCE_KEY, VERSION_KEY
from cableconv.schema.provenance import Provenance
from cableconv.schema.structs import structs_of
from cableconv.tree_docs import about, fields_about

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build() -> dict[str, Any]:
    """Return a schema that requires every key, since ``to_dict`` gives every one.

    Unknown keys are allowed, as a later minor version may add some.  Version and
    provenance are in documents only, not in the result of ``to_dict``.
    """
    roots, definitions = msgspec.json.schema_components(
        (Cable, Provenance), ref_template="#/$defs/{name}"
    )
    structs = (struct.cls for root in (Cable, Provenance) for struct in _structs(root))
    return {
        "$schema": DIALECT,
        "$id": f"urn:cableconv:schema:cable:{MAJOR}",
        "title": "A diplomatic cable as a tree",
        "$ref": roots[0]["$ref"],
        "properties": {VERSION_KEY: _version(), PROVENANCE_KEY: _provenance(roots[1])},
        "$defs": {cls.__name__: _definition(cls, definitions[cls.__name__]) for cls in structs},
    }


def _structs(root: type) -> list[msgspec.inspect.StructType]:
    return structs_of(msgspec.inspect.type_info(root))


def _version() -> dict[str, str]:
    return {
        "description": "the version of the tree, major and minor; in every document",
        "type": "string",
        "pattern": f"^{MAJOR}[.][0-9]+$",
    }


def _provenance(definition: dict[str, Any]) -> dict[str, Any]:
    return {"description": "what wrote the document, on request; no part of the tree", **definition}


def _definition(cls: type, part: dict[str, Any]) -> dict[str, Any]:
    """Return a struct's definition, with its docstring and the comments on its fields."""
    descriptions = fields_about(cls)
    if issubclass(cls, Block):
        descriptions["type"] = "the kind of block"
    definition = {**part, "description": about(cls)}
    if "properties" in part:
        definition["properties"] = {
            name: {"description": descriptions[name], **_property(value)}
            for name, value in part["properties"].items()
        }
        definition["required"] = list(part["properties"])
    else:
        described = zip(descriptions.values(), part["prefixItems"], strict=True)
        definition["prefixItems"] = [{"description": text, **item} for text, item in described]
    return definition


def _property(value: dict[str, Any]) -> dict[str, Any]:
    """Return a property without ``default`` (all keys are required) and ``discriminator``."""
    left_out = ("default", "discriminator")
    kept = {key: part for key, part in value.items() if key not in left_out}
    if "items" in kept:
        kept["items"] = _property(kept["items"])
    return kept
