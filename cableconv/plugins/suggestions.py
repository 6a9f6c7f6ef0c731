"""Answers to a request for a name that no plugin has."""

from __future__ import annotations

from collections.abc import Collection

OWN: dict[str, tuple[str, ...]] = {
    "cableconv-citations": ("ris", "csl-json", "csl", "bibtex", "bib", "citation"),
    "cableconv-eml": ("eml", "mail"),
    "cableconv-graph": ("gexf", "graphml"),
    "cableconv-html": ("html", "htm", "html-site", "site", "proof"),
    "cableconv-markdown": ("markdown", "md", "commonmark"),
    "cableconv-pdf": ("pdf",),
    "cableconv-sqlite": ("sqlite", "db"),
    "cableconv-tables": ("csv", "parquet", "xlsx", "excel"),
    "cableconv-tei": ("tei", "frus"),
}
"""The project's other distributions, with the names that they add."""

_BY_OFFICE = "write docx, then: soffice --headless --convert-to {name} FILE.docx"

_DETOURS = {
    "pdf": _BY_OFFICE,
    "doc": _BY_OFFICE,
    "odt": _BY_OFFICE,
    "rtf": _BY_OFFICE,
    "yaml": "write json, which YAML tools read",
}
"""Popular formats that nothing here writes, with alternatives."""


def unknown_message(noun: str, name: str, names: Collection[str]) -> str:
    """Explain why ``name`` is unknown, with a remedy, else the nearest names, else all."""
    detour = _DETOURS.get(name) if noun == "format" else None
    home = next((each for each, added in OWN.items() if name in added), None)
    if detour:
        return f"{name} is not supported; {detour.format(name=name)}."
    if home:
        return (
            f"{noun} {name!r} is in {home}, which is not installed or is disabled; pip install "
            f"{home}, in a checkout: pip install ./plugins/{home}."
        )
    from difflib import get_close_matches

    nearest = get_close_matches(name, names, 2, cutoff=0.5)
    if nearest:
        return f"unknown {noun} {name!r}; did you mean {' or '.join(nearest)}?"
    return f"unknown {noun} {name!r}. Known: {', '.join(sorted(names))}."
