"""The schemas that ship with the package: what a cable's tree looks like in JSON and in XML.

Both are made from the structs of ``cable.py`` by ``python -m cableconv.schema.generate``.
A new field of the tree raises the minor version; a field that goes or changes its meaning
raises the major one, and with it the namespace and the JSON Schema's ``$id``.
"""

from __future__ import annotations

from importlib.resources import files

MAJOR = 1
MINOR = 1
VERSION = f"{MAJOR}.{MINOR}"
"""The version of the tree as other programs see it; it stands in every JSON and XML document."""

FAMILY = "urn:cableconv:cable"
NAMESPACE = f"{FAMILY}:{MAJOR}"
"""The namespace of every XML element."""

VERSION_KEY = "cableconv"
"""The first name in a JSON document, beside those of the tree; its value is the version."""

PROVENANCE_KEY = "provenance"
"""The name of what a document says of its own making; no part of the tree."""

JSON_SCHEMA = "cable.schema.json"
RELAX_NG = "cable.rng"


def json_schema() -> str:
    """The JSON Schema (2020-12) of ``Cable.to_dict()`` and of the JSON exporter."""
    return _shipped(JSON_SCHEMA)


def relax_ng() -> str:
    """The RELAX NG schema (XML syntax) of what the XML exporter writes."""
    return _shipped(RELAX_NG)


def _shipped(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
