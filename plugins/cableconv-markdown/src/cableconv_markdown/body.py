"""The text of a cable, block by block, as chunks of Markdown that an empty line sets apart."""

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

from cableconv_markdown.escaping import bold, escape, fenced
from cableconv_markdown.references import References
from cableconv_markdown.tables import table

# Labels that only say that here is an item.
_BULLETS = {"-", "--", "---", "*", "o", "\u2022"}


class Body:
    """Writes the blocks of one cable; ``embedded`` writes a cable in it."""

    def __init__(
        self, references: References, tables: str, embedded: Callable[[Cable], list[str]]
    ) -> None:
        self._references = references
        self._tables = tables
        self._embedded = embedded

    def chunks(self, blocks: Iterable[AnyBlock]) -> list[str]:
        """The blocks as chunks."""
        return [chunk for block in blocks for chunk in self._block(block)]

    def _block(self, block: AnyBlock) -> list[str]:
        match block:
            case Heading():
                return [f"## {_marked(block.marking)}{escape(block.text)}"]
            case Paragraph():
                return self._paragraph(block)
            case Item():
                return [self._item(block)]
            case Table():
                return [table(block, self._tables)]
            case Preformatted():
                return [fenced(block.text)]
            case Quote():
                return [_quoted(block.opening, self.chunks(block.blocks), block.closing)]
            case EmbeddedCable():
                return [_quoted(block.opening, self._embedded(block.cable), block.closing)]

    def _paragraph(self, paragraph: Paragraph) -> list[str]:
        """The cable's own number; a Markdown list would count anew."""
        number = "" if paragraph.number is None else f"**{paragraph.number}.** "
        words = self._references.words(paragraph.text)
        text = f"{number}{_marked(paragraph.marking)}{words}".rstrip()
        return [chunk for chunk in (text, *self.chunks(paragraph.blocks)) if chunk]

    def _item(self, item: Item) -> str:
        label = "" if item.label in _BULLETS else f"{escape(item.label)} "
        words = self._references.words(item.text)
        text = f"{label}{_marked(item.marking)}{words}".rstrip()
        return _prefixed("- ", "  ", [text, *self.chunks(item.blocks)])


def _quoted(opening: str | None, inside: list[str], closing: str | None) -> str:
    first, last = (bold(line or "") for line in (opening, closing))
    return _prefixed("> ", "> ", [first, *inside, last])


def _marked(marking: str | None) -> str:
    return f"({escape(marking)}) " if marking else ""


def _prefixed(first: str, rest: str, inside: list[str]) -> str:
    """Chunks as one chunk whose lines belong to a list item or a quotation."""
    lines = "\n\n".join(chunk for chunk in inside if chunk).split("\n")
    return "\n".join(f"{rest if at else first}{line}".rstrip() for at, line in enumerate(lines))
