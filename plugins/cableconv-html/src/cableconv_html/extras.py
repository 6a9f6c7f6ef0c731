"""Optional parts of a page: furniture, diagnostics, provenance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cableconv import Cable
from cableconv.cable import Diagnostic, Source
from cableconv.rendering.closing import SOURCE, source_in_words
from cableconv.rendering.furniture import Around, around
from cableconv.rendering.layouts import LAYOUTS, OFFICE, Layout
from cableconv.rendering.provenance import provenance
from cableconv.rendering.remarks import Remarks

from cableconv_html.edition import closing
from cableconv_html.markup import NOTHING, Markup, element, some, text
from cableconv_html.message_data import Named, definitions

_IN_PROVENANCE = {"name", "member", "row", "sha256"}


class Extras(NamedTuple):
    """The optional parts of a page."""

    editorial: bool = True
    notes: str = "none"
    furniture: bool = False
    diagnostics: bool = False
    provenance: bool = False
    layout: str = OFFICE.name

    @property
    def arrangement(self) -> Layout:
        """What is said where."""
        return LAYOUTS[self.layout]

    def source(self, cable: Cable) -> str:
        """What a source note says of where the cable is from."""
        return source_in_words(cable) if self.editorial else ""

    def remarks(self, cable: Cable) -> Remarks:
        """Return the notes on the cable, between its lines and in the margin."""
        return Remarks(cable, self.editorial, self.notes == "margin")

    def of(self, cable: Cable) -> Markup:
        """Return the requested sections that are not empty."""
        return Markup(
            "".join(
                (
                    closing(cable, self._said) if self.editorial else NOTHING,
                    _furniture(cable) if self.furniture else NOTHING,
                    _diagnostics(cable) if self.diagnostics else NOTHING,
                    _provenance(cable) if self.provenance else NOTHING,
                )
            )
        )

    @property
    def _said(self) -> tuple[str, ...]:
        """The closing lines that the layout says elsewhere."""
        return (SOURCE,) if self.arrangement.footnotes else ()


def _furniture(cable: Cable) -> Markup:
    """Return headers as sent and marks between the lines, of the cable and embedded ones."""
    return _section("Transmission and furniture", *map(_named_texts, around(cable)))


def _named_texts(part: Around) -> Markup:
    return definitions(((name, text(words)) for name, words in part.texts), "verbatim")


def _diagnostics(cable: Cable) -> Markup:
    items = map(_diagnostic, cable.diagnostics)
    return _section("Repairs and doubts", some("ul", *items, class_="diagnostics"))


def _diagnostic(found: Diagnostic) -> Markup:
    line = f"line {found.line}" if found.line is not None else ""
    column = f"column {found.column}" if found.column is not None else ""
    place = ", ".join(filter(None, (line, column, found.path)))
    return element(
        "li",
        element("b", found.severity, class_=found.severity),
        " ",
        element("code", found.code),
        " ",
        found.message,
        some("span", f" ({place})" if place else "", class_="place"),
        some("span", f" {found.hint}" if found.hint else "", class_="hint"),
    )


def _provenance(cable: Cable) -> Markup:
    return _section(
        "Provenance",
        element("p", f"Written by {provenance(cable)}."),
        definitions(_source(cable.source), "verbatim"),
    )


def _source(source: Source) -> Iterator[Named]:
    """Yield the container's own metadata, without what the provenance names."""
    for name in source.__struct_fields__:
        value = getattr(source, name)
        if value is not None and name not in _IN_PROVENANCE:
            yield _name(name), text(str(value))


def _section(title: str, *content: Markup) -> Markup:
    inside = "".join(content)
    return element("section", element("h2", title), Markup(inside)) if inside else NOTHING


def _name(field: str) -> str:
    return "Address" if field == "url" else field.capitalize()
