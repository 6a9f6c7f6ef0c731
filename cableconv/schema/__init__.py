"""The schemas included in the package: a cable's tree in JSON and in XML.

Both are generated from the structs of ``cable.py`` by ``python -m cableconv.schema.generate``.
A new field of the tree raises the minor version.  Removing a field or changing its meaning
raises the major one, and with it the namespace and the JSON Schema's ``$id``.
"""

from __future__ import annotations

MAJOR = 1
MINOR = 1
VERSION = f"{MAJOR}.{MINOR}"
"""The version of the tree's schema, included in every JSON and XML document."""

FAMILY = "urn:cableconv:cable"
NAMESPACE = f"{FAMILY}:{MAJOR}"
"""The namespace of every XML element."""

VERSION_KEY = "cableconv"
"""The first key in a JSON document, in addition to those of the tree; its value is the version."""

PROVENANCE_KEY = "provenance"
"""The key of a document's provenance, which is not part of the tree."""

JSON_SCHEMA = "cable.schema.json"
RELAX_NG = "cable.rng"


def json_schema() -> str:
    """Return the JSON Schema (2020-12) of ``Cable.to_dict()`` and of the JSON exporter."""
    return _shipped(JSON_SCHEMA)


def relax_ng() -> str:
    """Return the RELAX NG schema (XML syntax) of the XML exporter's documents."""
    return _shipped(RELAX_NG)


def _shipped(name: str) -> str:
    from importlib.resources import files

    return files(__name__).joinpath(name).read_text(encoding="utf-8")
