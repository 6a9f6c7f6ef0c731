"""The body of a page for people: numbers in the margin, text indented."""

from __future__ import annotations

from collections.abc import Iterable

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
from cableconv.exporters.text.body import CableLines, marked, separated
from cableconv.exporters.text.wrapping import ANYWHERE, wrap
from cableconv.rendering.blocks import BlockWriter

MARGIN = "    "


class PageBody(BlockWriter[list[str]]):
    """Writes blocks in lines of at most ``width`` characters, with their text indented."""

    def __init__(self, width: int, cable_lines: CableLines, indent: str = MARGIN) -> None:
        self._width = width
        self._cable_lines = cable_lines
        self._indent = indent

    def blocks(self, blocks: Iterable[AnyBlock]) -> list[str]:
        """Return all blocks, separated by empty lines."""
        return separated(map(self.write, blocks))

    def heading(self, block: Heading) -> list[str]:
        before = self._indent.removesuffix(MARGIN)
        lines = self._wrapped(marked(block.marking, block.text), before, before)
        return [*lines, before + "-" * (max(map(len, lines)) - len(before))]

    def paragraph(self, block: Paragraph) -> list[str]:
        if block.number is None:
            return self._labelled("", self._indent, block)
        return self._labelled(f"{block.number}.", self._indent.removesuffix(MARGIN), block)

    def item(self, block: Item) -> list[str]:
        return self._within()._labelled(block.label, self._indent, block)

    def table(self, block: Table) -> list[str]:
        return self._as_printed(block.text)

    def preformatted(self, block: Preformatted) -> list[str]:
        return self._as_printed(block.text)

    def quote(self, block: Quote) -> list[str]:
        return self._enclosed(block, self._within().blocks(block.blocks))

    def embedded(self, block: EmbeddedCable) -> list[str]:
        lines = self._cable_lines(block, self._width - len(self._indent))
        return self._enclosed(block, [self._indent + line for line in lines])

    def _within(self) -> PageBody:
        return PageBody(self._width, self._cable_lines, self._indent + MARGIN)

    def _as_printed(self, text: str) -> list[str]:
        return [self._indent + line for line in text.splitlines()]

    def _labelled(self, label: str, before: str, block: Paragraph | Item) -> list[str]:
        """Return a label after ``before``, then its text and nested blocks, indented."""
        lead = f"{before}{label} ".ljust(len(self._indent)) if label else self._indent
        text = marked(block.marking, block.text)
        own = self._wrapped(text, lead, self._indent) if text or label else []
        return separated([own, self.blocks(block.blocks)])

    def _enclosed(self, block: Quote | EmbeddedCable, inner: list[str]) -> list[str]:
        opening, closing = (
            self._wrapped(line, self._indent, self._indent) if line else []
            for line in (block.opening, block.closing)
        )
        return separated([opening, inner, closing])

    def _wrapped(self, text: str, lead: str, hang: str) -> list[str]:
        return wrap(text, self._width, lead, hang, ANYWHERE)
