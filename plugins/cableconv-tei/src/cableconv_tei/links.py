"""References: their names in the document, and the targets of their mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cableconv.cable import Reference
from cableconv.rendering.links import address_of
from cableconv.rendering.mentions import Piece, notes_of, pieces

from cableconv_tei.elements import Lines, Markup, block, element, joined, text


class References:
    """The references of one cable, in the document with the identifier ``within``.

    ``base`` is the address of a web site to which a cable's id is appended, or ``None``.
    """

    def __init__(self, references: Sequence[Reference], within: str, base: str | None) -> None:
        self._references = references
        self._within = within
        self._base = base

    def as_list(self) -> Lines:
        """Return the REF field, with an item for each reference, as the target of its mentions."""
        if not self._references:
            return []
        lines = [element("head", text("REF")), *self._entries()]
        return block("list", lines, type="references", xml_id=self._name(None))

    def words(self, running: str) -> Markup:
        """Return running text with a ``<ref>`` to its entry for every mention of a reference."""
        return joined(map(self._written, pieces(running, self._references)))

    def _written(self, piece: Piece) -> Markup:
        if piece.mention is None:
            return text(piece.text)
        return element("ref", text(piece.text), target=f"#{self._name(piece.mention.reference)}")

    def _entries(self) -> Iterator[Markup]:
        """Yield each entry with its label; in TEI either all items of a list have one or none."""
        labelled = any(reference.label for reference in self._references)
        for number, reference in enumerate(self._references):
            if labelled:
                label = f"{reference.label}." if reference.label else ""
                yield element("label", text(label))
            yield element("item", *self._entry(reference), xml_id=self._name(number))

    def _entry(self, reference: Reference) -> Iterator[Markup]:
        """Yield a link if the cable's address is known, or else a name with the id as its key."""
        words, kind, key = text(reference.text), reference.kind, reference.id
        if self._base is not None and key:
            yield element("ref", words, type=kind, target=address_of(key, self._base))
        else:
            yield element("rs", words, type=kind, key=key)
        yield from (text(f" ({note})") for note in notes_of(reference))

    def _name(self, number: int | None) -> str:
        """Return the identifier of an entry, or of the whole list."""
        return f"{self._within}refs" if number is None else f"{self._within}ref{number + 1}"
