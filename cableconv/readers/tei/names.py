"""Names of TEI elements in lxml."""

from __future__ import annotations

from lxml.etree import _Element

TEI = "http://www.tei-c.org/ns/1.0"
FRUS = "http://history.state.gov/frus/ns/1.0"
DIV = f"{{{TEI}}}div"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NAMESPACES = {"t": TEI}


def name(element: _Element) -> str:
    """Return an element's name without its namespace; empty for other nodes (an entity)."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
