"""Parses a document and checks its namespace."""

from __future__ import annotations

from lxml.etree import _Element

from cableconv.cable import Cable
from cableconv.errors import InputError
from cableconv.exporters.xml.characters import count_surrogates
from cableconv.input.safe_xml import well_formed
from cableconv.input.surrogates import replaced
from cableconv.readers.trees import tree_of
from cableconv.readers.xml.elements import Elements
from cableconv.schema import FAMILY, MAJOR, NAMESPACE
from cableconv.schema.xml_layout import ROOT


def cable_of(text: str, where: str) -> Cable:
    """Return the tree of a document, called ``where`` in messages; InputError if it is not one."""
    root = well_formed(text, where)
    _hold_to_namespace(root, where)
    document = Elements(where).struct(root, Cable)
    cable = tree_of(document, document.pop("version", None), where)
    lone = count_surrogates(text)
    return cable.replace(diagnostics=(*cable.diagnostics, replaced(lone))) if lone else cable


def _hold_to_namespace(root: _Element, where: str) -> None:
    if root.tag == f"{{{NAMESPACE}}}{ROOT}":
        return
    namespace = root.tag.rpartition("}")[0].lstrip("{")
    family, _, major = namespace.rpartition(":")
    if family == FAMILY and major.isdecimal() and int(major) != MAJOR:
        advice = "a later cableconv reads it" if int(major) > MAJOR else "write it again"
        raise InputError(
            f"a tree of version {major}, but only {MAJOR}.x can be read",
            path=where,
            hint=f"{advice}.",
        )
    raise InputError(
        f"XML, but not a cable's tree: its root is {root.tag}, not {{{NAMESPACE}}}{ROOT}",
        path=where,
        hint="name another reader (--from).",
    )
