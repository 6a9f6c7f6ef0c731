"""Diagnostics of exporters: what a format cannot hold."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

FORMAT_OMITS = Code(
    "format-omits",
    "info",
    "{format} leaves out {what}",
    hint="{hint}",
    meaning="the format leaves out a part of the tree, with this many values "
    "(`--report-loss` lists it)",
    advice="use `json` or `xml`, or the option that keeps it",
)

LOSSES_UNDECLARED = Code(
    "losses-undeclared",
    "info",
    "{format} does not declare what it leaves out",
    meaning="a plugin's format doesn't declare what it leaves out",
    advice="compare its result with `json`",
)

DOCX_FORBIDDEN_CHARACTER = Code(
    "docx-forbidden-character",
    "warning",
    "characters that a Word document cannot hold are replaced ({number}): {characters}",
    hint="the formats xml and json keep them",
    meaning="a control character that a Word document cannot hold was replaced",
)

XML_FORBIDDEN_CHARACTER = Code(
    "xml-forbidden-character",
    "warning",
    "XML cannot hold {characters}; written as _xHHHH_",
    hint="reading the XML back restores it; to get rid of it, remove it from the source",
    meaning="a character that XML cannot hold was escaped",
    advice="reading the XML back restores it",
)
