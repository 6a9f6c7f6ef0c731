"""How the tree lies in XML: which field is an attribute, what the members of a list are called.

A struct is an element of its field's name, a list an element with one child a member, and a
value is left out where it is the field's default; so a document holds the whole tree.
Numbers, codes, labels and portion markings are attributes, whatever people read is an
element.  In running text a mention of one of the cable's references is an element too:
``as <ref target="B">Ref B</ref> says``.  The exporter and the schema both go by this module.
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
"""What one member of a list is called.  Members of ``body`` and ``blocks`` go by their type."""

RUNNING = frozenset((Heading, Paragraph, Item))
"""Blocks whose ``text`` is running text, in which mentions of references are elements."""

RUNNING_TEXT = "text"
MENTION = "ref"
TARGET = "target"
"""A mention's attribute: the label of the reference it means."""
