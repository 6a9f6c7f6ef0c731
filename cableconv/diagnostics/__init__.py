"""All diagnostics of cableconv, one module per topic.

    from cableconv.diagnostics import codes

    codes()["paragraph-gap"].meaning

``docs/diagnostics.md`` is generated from here (``python docs/refresh_diagnostics.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from cableconv.diagnostics.code import Code as Code

TOPICS: Mapping[str, str] = {
    "telegram": "The cable as a whole",
    "container": "The file it came in",
    "heading": "The heading",
    "preface": "Captions, TAGS, subject, references",
    "body": "The body",
    "transforms": "Titles and redaction",
    "formats": "Formats",
}
"""The modules of this package, each with the heading of its table in the documentation."""


def codes() -> dict[str, Code]:
    """Return every code by its name, in the order of the documentation."""
    return {code.name: code for topic in TOPICS for code in codes_of(topic)}


def codes_of(topic: str) -> list[Code]:
    """Return the codes of one module of this package."""
    module = import_module(f"{__name__}.{topic}")
    return [value for value in vars(module).values() if isinstance(value, Code)]
