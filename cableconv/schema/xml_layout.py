"""The layout of the tree in XML: which fields are attributes, and the names of list members.

A struct is an element with its field's name, a list is an element with one child per member, and
a value equal to the field's default is omitted; so a document holds the whole tree.
Numbers, codes, labels and portion markings are attributes; text for people is in elements.
In running text, a mention of one of the cable's references is an element too:
``as <ref target="B">Ref B</ref> says``.  Exporter and schema both use this module.
"""

from __future__ import annotations

from cableconv.cable import Heading, Item, Paragraph

ROOT = "cable"

TEXTS = frozenset(
    (
        *("text", "name", "title", "office", "subject", "summary", "remarks", "message", "hint"),
        *("opening", "closing", "distribution", "drafted_by", "approved_by", "cleared_by"),
        *("declassify_event", "url"),
    )
)
"""Fields of plain text that are elements."""

MEMBERS = {
    "to": "addressee",
    "info": "addressee",
    "exempted": "name",
    "transmissions": "transmission",
    "routing": "route",
    "signals": "signal",
    "caveats": "caveat",
    "captions": "caption",
    "passing": "line",
    "notices": "notice",
    "tags": "tag",
    "references": "reference",
    "notes": "note",
    "people": "person",
    "reasons": "reason",
    "signed_by": "name",
    "furniture": "piece",
    "parts": "part",
    "diagnostics": "diagnostic",
    "rows": "row",
    "row": "cell",
}
"""The names of list members.  Members of ``body`` and ``blocks`` are named after their type."""

RUNNING = frozenset((Heading, Paragraph, Item))
"""Blocks whose ``text`` is running text, in which mentions of references are elements."""

RUNNING_TEXT = "text"
MENTION = "ref"
TARGET = "target"
"""The attribute of a mention: the label of the reference."""
