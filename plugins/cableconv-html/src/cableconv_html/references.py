"""The references of a cable: their list, and links from mentions in the text to it."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.cable import Reference
from cableconv.rendering.mentions import Piece, notes_of, pieces

from cableconv_html.anchors import Anchors
from cableconv_html.links import Links
from cableconv_html.markup import NOTHING, Markup, element, joined, some, text


class References:
    """The references of one cable on a page."""

    def __init__(self, references: Sequence[Reference], anchors: Anchors, links: Links) -> None:
        self._references = references
        self._links = links
        self._names = [anchors.new(f"ref-{n}") for n in range(1, len(references) + 1)]

    def as_list(self) -> Markup:
        """Return an item for each reference, as the target of its mentions."""
        entries = (
            element("li", *self._entry(reference), id=name)
            for reference, name in zip(self._references, self._names, strict=True)
        )
        return some("ul", joined(entries, "\n"))

    def run_in(self) -> Markup:
        """The references behind each other; nothing where there are none."""
        entries = [
            element("span", *self._entry(reference), id=name)
            for reference, name in zip(self._references, self._names, strict=True)
        ]
        return joined(("Ref: ", joined(entries, "; "), ".")) if entries else NOTHING

    def words(self, running: str) -> Markup:
        """Return running text, with a link to the entry for every mention of a reference."""
        return joined(map(self._written, pieces(running, self._references)))

    def _entry(self, reference: Reference) -> tuple[str, ...]:
        """What an entry says, in pieces."""
        cited = element("cite", reference.text, data_kind=reference.kind, data_id=reference.id)
        linked = self._links.cable(reference.id, cited) if reference.id else cited
        label = some("b", f"{reference.label}." if reference.label else "")
        notes = (f" ({note})" for note in notes_of(reference))
        return label, " " if label else "", linked, *notes

    def _written(self, piece: Piece) -> Markup:
        if piece.mention is None:
            return text(piece.text)
        target = self._names[piece.mention.reference or 0]  # if unspecific: the start of the list
        return element("a", piece.text, href=f"#{target}")
