"""Names of TEI elements in lxml."""

from __future__ import annotations

from lxml.etree import _Element

TEI = "http://www.tei-c.org/ns/1.0"
FRUS = "http://history.state.gov/frus/ns/1.0"
DIV = "{*}div"
"""In any namespace or none: some copies of volumes have lost it."""
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NAMESPACES = {"t": TEI}


def name(element: _Element) -> str:
    """Return an element's name without its namespace; empty for other nodes (an entity)."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def in_namespace(element: _Element) -> _Element:
    """Return the element after moving all of it into TEI's namespace, if it is in none."""
    if not element.tag.startswith("{"):
        for each in element.iter("*"):
            each.tag = f"{{{TEI}}}{each.tag}" if not each.tag.startswith("{") else each.tag
    return element
