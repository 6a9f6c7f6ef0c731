"""The body of a page for people: numbers in the margin, everything below them indented."""

from __future__ import annotations

from collections.abc import Sequence

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
from cableconv.exporters.text.body import CableLines, separated
from cableconv.exporters.text.wrapping import ANYWHERE, wrap


class PageBody:
    """Writes blocks in lines of at most ``width`` characters; text begins at the margin."""

    margin = "    "

    def __init__(self, width: int, embedded: CableLines) -> None:
        self.width = width
        self.embedded = embedded

    def blocks(self, blocks: Sequence[AnyBlock], indent: str = margin) -> list[str]:
        """All blocks, an empty line between two."""
        return separated(self.block(block, indent) for block in blocks)

    def block(self, block: AnyBlock, indent: str) -> list[str]:
        """One block with everything in it."""
        match block:
            case Heading():
                return self._heading(block, indent)
            case Paragraph():
                label = "" if block.number is None else f"{block.number}."
                before = indent.removesuffix(self.margin) if label else indent
                return self._labelled(label, before, block, indent)
            case Item():
                return self._labelled(block.label, indent, block, indent + self.margin)
            case Table() | Preformatted():
                return [indent + line for line in block.text.splitlines()]
            case Quote():
                inner = self.blocks(block.blocks, indent + self.margin)
                return self._enclosed(block, inner, indent)
            case EmbeddedCable():
                lines = self.embedded(block, self.width - len(indent))
                return self._enclosed(block, [indent + line for line in lines], indent)

    def _heading(self, heading: Heading, indent: str) -> list[str]:
        before = indent.removesuffix(self.margin)
        text = _marked(heading.marking, heading.text)
        lines = wrap(text, self.width, before, before, ANYWHERE)
        return [*lines, before + "-" * (max(map(len, lines)) - len(before))]

    def _labelled(self, label: str, before: str, block: Paragraph | Item, indent: str) -> list[str]:
        """A label in front of ``indent``, where text and blocks of its own stand."""
        lead = f"{before}{label} ".ljust(len(indent)) if label else indent
        text = _marked(block.marking, block.text)
        own = wrap(text, self.width, lead, indent, ANYWHERE) if text or label else []
        return separated([own, self.blocks(block.blocks, indent)])

    def _enclosed(self, block: Quote | EmbeddedCable, inner: list[str], indent: str) -> list[str]:
        opening = wrap(block.opening, self.width, indent, indent, ANYWHERE) if block.opening else []
        closing = wrap(block.closing, self.width, indent, indent, ANYWHERE) if block.closing else []
        return separated([opening, inner, closing])


def _marked(marking: str | None, text: str) -> str:
    return f"({marking}) {text}" if marking else text
