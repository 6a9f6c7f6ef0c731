"""Parses a document and holds it to its namespace.

Nothing outside the document is ever read, and one with a document type is refused: entities
that name files, or that multiply (a "billion laughs"), are declared there and nowhere else.
"""

from __future__ import annotations

import re

from lxml import etree

from cableconv.cable import Cable
from cableconv.errors import InputError
from cableconv.exporters.xml.characters import count_surrogates
from cableconv.exporters.xml.layout import ROOT
from cableconv.readers.trees import tree_of
from cableconv.readers.xml.elements import Elements
from cableconv.schema import FAMILY, MAJOR, NAMESPACE
from cableconv.surrogates import replaced

_DOCTYPE = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*(?P<doctype><!DOCTYPE)", re.DOTALL)


def cable_of(text: str, where: str) -> Cable:
    """The tree of a document; ``where`` is its name for messages. InputError if it has none."""
    root = _root(text, where)
    _hold_to_namespace(root, where)
    document = Elements(where).struct(root, Cable)
    cable = tree_of(document, document.pop("version", None), where)
    lone = count_surrogates(text)
    return cable.replace(diagnostics=(*cable.diagnostics, replaced(lone))) if lone else cable


def _root(text: str, where: str) -> etree._Element:
    if declared := _DOCTYPE.match(text):
        line = text.count("\n", 0, declared.start("doctype")) + 1
        raise InputError(
            f"{where}:{line}: a document type is declared; a cable's XML has none, and its "
            "entities are never read: take the declaration out."
        )
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        says = error.msg.partition(", line ")[0]
        raise InputError(f"{where}:{line}:{column}: not well-formed XML: {says}.") from error


def _hold_to_namespace(root: etree._Element, where: str) -> None:
    if root.tag == f"{{{NAMESPACE}}}{ROOT}":
        return
    namespace = root.tag.rpartition("}")[0].lstrip("{")
    family, _, major = namespace.rpartition(":")
    if family == FAMILY and major.isdecimal() and int(major) != MAJOR:
        advice = "a later cableconv reads it" if int(major) > MAJOR else "make it anew"
        raise InputError(
            f"{where}: a tree of version {major}, and only {MAJOR}.x is read here; {advice}."
        )
    raise InputError(
        f"{where}: XML, but no cable's tree: its root is {root.tag}, not {{{NAMESPACE}}}{ROOT}; "
        "name another reader (--from)."
    )
