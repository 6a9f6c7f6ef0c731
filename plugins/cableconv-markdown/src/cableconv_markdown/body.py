"""The text of a cable, block by block, as chunks of Markdown separated by empty lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cableconv import Cable
from cableconv.cable import (
    AnyBlock,
    EmbeddedCable,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from cableconv.rendering.blocks import BlockWriter

from cableconv_markdown.escaping import bold, escape, fenced
from cableconv_markdown.references import References
from cableconv_markdown.tables import table

# Labels that only mark an item.
_BULLETS = {"-", "--", "---", "*", "o", "\u2022"}


class Body(BlockWriter[list[str]]):
    """Writes the blocks of one cable; ``embedded`` writes an embedded cable."""

    def __init__(
        self, references: References, tables: str, embedded: Callable[[Cable], list[str]]
    ) -> None:
        self._references = references
        self._tables = tables
        self._embedded = embedded

    def chunks(self, blocks: Iterable[AnyBlock]) -> list[str]:
        """Return the blocks as chunks."""
        return [chunk for block in blocks for chunk in self.write(block)]

    def heading(self, block: Heading) -> list[str]:
        """Return a heading of the second level; the first is the subject's."""
        return [f"## {_marked(block.marking)}{escape(block.text)}"]

    def paragraph(self, block: Paragraph) -> list[str]:
        """Return a paragraph with the cable's own number, as a Markdown list would renumber it."""
        number = "" if block.number is None else f"**{block.number}.** "
        words = self._references.words(block.text)
        text = f"{number}{_marked(block.marking)}{words}".rstrip()
        return [chunk for chunk in (text, *self.chunks(block.blocks)) if chunk]

    def item(self, block: Item) -> list[str]:
        """Return an item of a bullet list, after its original label."""
        label = "" if block.label in _BULLETS else f"{escape(block.label)} "
        words = self._references.words(block.text)
        text = f"{label}{_marked(block.marking)}{words}".rstrip()
        return [_prefixed("- ", "  ", [text, *self.chunks(block.blocks)])]

    def table(self, block: Table) -> list[str]:
        """Return a table in the form chosen by the option."""
        return [table(block, self._tables)]

    def preformatted(self, block: Preformatted) -> list[str]:
        """Return a fenced block."""
        return [fenced(block.text)]

    def quote(self, block: Quote) -> list[str]:
        """Return a quotation, with its opening and closing lines in bold."""
        return [_quoted(block.opening, self.chunks(block.blocks), block.closing)]

    def embedded(self, block: EmbeddedCable) -> list[str]:
        """Return an embedded cable as a quotation."""
        return [_quoted(block.opening, self._embedded(block.cable), block.closing)]


def _quoted(opening: str | None, inside: list[str], closing: str | None) -> str:
    first, last = (bold(line or "") for line in (opening, closing))
    return _prefixed("> ", "> ", [first, *inside, last])


def _marked(marking: str | None) -> str:
    return f"({escape(marking)}) " if marking else ""


def _prefixed(first: str, rest: str, inside: list[str]) -> str:
    """Join chunks to one whose lines belong to a list item or a quotation."""
    lines = "\n\n".join(chunk for chunk in inside if chunk).split("\n")
    return "\n".join(f"{rest if at else first}{line}".rstrip() for at, line in enumerate(lines))
