"""Parses a document and checks its namespace."""

from __future__ import annotations

from typing import Any

from lxml.etree import _Element

from cableconv.cable import Cable
from cableconv.errors import InputError
from cableconv.exporters.xml.characters import count_surrogates
from cableconv.input.safe_xml import well_formed
from cableconv.input.surrogates import replaced
from cableconv.patterns import pattern
from cableconv.readers.trees import too_deep, tree_of
from cableconv.readers.xml.elements import Elements
from cableconv.refusal.kinds import CHECK
from cableconv.schema import FAMILY, MAJOR, NAMESPACE
from cableconv.schema.xml_layout import ROOT

_WAYS = {
    "Workbook": "it is a workbook of Excel; save its table as CSV in UTF-8 and give that",
    "rss": "it is a feed without the texts of cables; give the pages that it links to",
    "feed": "it is a feed without the texts of cables; give the pages that it links to",
}
"""Advice by the name of the root."""
_TYPES = {
    "plist": "a property list; write it as JSON (plutil -convert json), and give that",
    "DjVuXML": "the recognised text of a scan, word by word; give its plain text",
}
"""What other documents with a document type are, with advice, by the name of their root."""
_VERSION = pattern(r"\d{1,9}")  # longer numbers are too long for ``int``
_TYPE = pattern(r"\s*+(?:<\?[^>]*+>\s*+)?<!DOCTYPE\s+(?P<root>[\w:.-]++)")
_OTHER_WAY = f"{CHECK}; if it has the texts of cables, save them as plain text, or as rows (CSV)"


def cable_of(text: str, where: str) -> Cable:
    """Return the tree of a document, called ``where`` in messages; InputError if it is not one."""
    typed = _TYPE.match(text)
    if typed and typed["root"] in _TYPES:
        what, _, advice = _TYPES[typed["root"]].partition("; ")
        raise InputError(f"not a cable's XML, but {what}", path=where, hint=f"{advice}.")
    root = well_formed(text, where)
    _hold_to_namespace(root, where)
    document = _document(root, where)
    cable = tree_of(document, document.pop("version", None), where)
    lone = count_surrogates(text)
    return cable.replace(diagnostics=(*cable.diagnostics, replaced(lone))) if lone else cable


def _document(root: _Element, where: str) -> dict[str, Any]:
    try:
        return Elements(where).struct(root, Cable)
    except RecursionError as error:  # only a large document may be so deep
        raise too_deep(where) from error


def _hold_to_namespace(root: _Element, where: str) -> None:
    if root.tag == f"{{{NAMESPACE}}}{ROOT}":
        return
    namespace = root.tag.rpartition("}")[0].lstrip("{")
    family, _, major = namespace.rpartition(":")
    if family == FAMILY and _VERSION.fullmatch(major) and int(major) != MAJOR:
        advice = "a later cableconv reads it" if int(major) > MAJOR else "write it again"
        raise InputError(
            f"a tree of version {major}, but only {MAJOR}.x can be read",
            path=where,
            hint=f"{advice}.",
        )
    raise InputError(
        f"XML, but not a cable's tree: its root is {root.tag}, not {{{NAMESPACE}}}{ROOT}",
        path=where,
        hint=f"{_WAYS.get(root.tag.rpartition('}')[2], _OTHER_WAY)}.",
    )
