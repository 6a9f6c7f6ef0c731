"""References: their list, and links to the cables from it and from mentions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cableconv.cable import Reference
from cableconv.rendering.links import address_of
from cableconv.rendering.mentions import Piece, notes_of, pieces

from cableconv_markdown.escaping import at_start, inline, link, one_line, wiki_link

MakeLink = Callable[[str, str], str]
"""Returns words as a Markdown link to the cable with an id."""


def linking(base: str | None, wiki: bool) -> MakeLink | None:
    """Return the function that writes links: for a wiki, to a web site, or None."""
    if wiki:
        return wiki_link
    if base is None:
        return None
    return lambda words, id: link(words, address_of(id, base))


class References:
    """The references of one cable."""

    def __init__(self, references: Sequence[Reference], make_link: MakeLink | None) -> None:
        self._references = references
        self._make_link = make_link

    def as_list(self) -> str:
        """Return the REF field, one entry per line below its name; empty without references."""
        if not self._references:
            return ""
        entries = map(self._entry, self._references)
        return "\n".join(["**References**", "", *(f"- {at_start(entry)}" for entry in entries)])

    def words(self, running: str) -> str:
        """Return running text on one line, with mentions of cables linked."""
        return at_start("".join(map(self._written, pieces(one_line(running), self._references))))

    def _written(self, piece: Piece) -> str:
        number = piece.mention.reference if piece.mention else None
        return self._linked(piece.text, None if number is None else self._references[number])

    def _entry(self, reference: Reference) -> str:
        label = f"{one_line(reference.label)}. " if reference.label else ""
        behind = "".join(f" ({inline(one_line(note))})" for note in notes_of(reference))
        return inline(label) + self._linked(one_line(reference.text), reference) + behind

    def _linked(self, words: str, reference: Reference | None) -> str:
        if self._make_link is None or reference is None or not reference.id or not words:
            return inline(words)
        return self._make_link(words, reference.id)
