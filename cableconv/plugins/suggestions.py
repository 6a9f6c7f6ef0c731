"""What to answer if a name is asked for that no plugin has."""

from __future__ import annotations

import difflib
from collections.abc import Collection

_BY_OFFICE = "write docx, then: soffice --headless --convert-to {name} FILE.docx"

_DETOURS = {
    "pdf": _BY_OFFICE,
    "doc": _BY_OFFICE,
    "odt": _BY_OFFICE,
    "rtf": _BY_OFFICE,
    "html": _BY_OFFICE + "; a plugin can offer it directly",
    "htm": _BY_OFFICE,
    "markdown": "install the plugin cableconv-markdown",
    "md": "install the plugin cableconv-markdown",
    "yaml": "write json, which YAML tools read",
    "csv": "write json, one tree a cable",
    "tei": "write xml, or add a plugin that offers it",
}
"""Formats that people ask for and that are not built in: the way to them."""


def unknown_message(noun: str, name: str, names: Collection[str]) -> str:
    """Why ``name`` cannot be had, the nearest names, and the way there if one is known."""
    detour = _DETOURS.get(name) if noun == "format" else None
    if detour:
        says = f"{name} is not written here; {detour.format(name=name)}."
    else:
        nearest = difflib.get_close_matches(name, names, 2, cutoff=0.5)
        hint = f"; did you mean {' or '.join(nearest)}?" if nearest else "."
        says = f"unknown {noun} {name!r}{hint}"
    return f"{says} Known: {', '.join(sorted(names))}."
