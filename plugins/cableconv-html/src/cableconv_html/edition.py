"""Editorial parts of a page: notes between and beside the lines, its citation."""

from __future__ import annotations

from collections.abc import Container, Iterable

from cableconv import Cable
from cableconv.rendering.closing import closing_lines, closing_title
from cableconv.rendering.editorial import bracketed

from cableconv_html.markup import NOTHING, Markup, element, joined, some, text
from cableconv_html.message_data import definitions


def between_lines(texts: Iterable[str], name: str = "p") -> Markup:
    """Return each text in a separate element, set apart from the cable's words."""
    return joined((element(name, bracketed(each), class_="editorial") for each in texts), "\n")


def in_margin(texts: Iterable[str], name: str = "div") -> Markup:
    """Return each text beside what follows."""
    notes = (element(name, each, class_="note", role="note") for each in texts)
    return joined(notes, "\n")


def closing(cable: Cable, said: Container[str] = ()) -> Markup:
    """Return source and citation, except those already ``said``."""
    shown = {name: text(value) for name, value in closing_lines(cable) if name not in said}
    lines = definitions(shown.items())
    if not lines:
        return NOTHING
    return some("section", element("h2", closing_title(shown)), "\n", lines)
