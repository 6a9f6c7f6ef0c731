"""The parts of a Word document by their names (ECMA-376 part 2), and what is added to one."""

from __future__ import annotations

MAIN = "word/document.xml"
MAIN_RELATIONS = "word/_rels/document.xml.rels"
HEADER = "word/header1.xml"
FOOTER = "word/footer1.xml"
PROPERTIES = "docProps/core.xml"
CONTENT_TYPES = "[Content_Types].xml"
OF_THE_CABLE = {MAIN, MAIN_RELATIONS, HEADER, FOOTER, PROPERTIES}
"""The parts that every cable rewrites."""


def with_more(part: str, more: str) -> str:
    """An XML part with further elements at the end of its root."""
    inside, closing, rest = part.rpartition("</")
    return f"{inside}{more}{closing}{rest}"
