"""The text of a telegram: paragraphs with the cable's own numbers, lists, tables, quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from cableconv.cable import (
    AnyBlock,
    Block,
    EmbeddedCable,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from cableconv.rendering.blocks import BlockWriter

from cableconv_tei.elements import Lines, Markup, element, joined, known, text
from cableconv_tei.elements import block as nested
from cableconv_tei.furniture import Trail
from cableconv_tei.links import References

Embed = Callable[[EmbeddedCable], Lines]
"""Writes an embedded cable."""


class Body(BlockWriter[Lines]):
    """Writes the blocks of one cable."""

    def __init__(self, references: References, trail: Trail, embed: Embed) -> None:
        self._references = references
        self._trail = trail
        self._embed = embed

    def blocks(self, blocks: Iterable[AnyBlock]) -> Lines:
        """Return the blocks in order; consecutive items form one list."""
        lines: Lines = []
        for are_items, members in groupby(blocks, lambda each: isinstance(each, Item)):
            group = list(members)
            lines += self._trail.before(group[0].span)
            lines += self._list(group) if are_items else self._each(group)
        return lines

    def _each(self, blocks: Sequence[AnyBlock]) -> Lines:
        return [
            line for each in blocks for line in (*self._trail.before(each.span), *self.write(each))
        ]

    def _list(self, items: Sequence[AnyBlock]) -> Lines:
        return nested("list", self._each(items))

    def heading(self, block: Heading) -> Lines:
        """Return a section's title in italics, as *Foreign Relations* prints it."""
        words = self._words(block.marking, block.text)
        return [element("p", words, rend="sectiontitleital", ana=_role(block))]

    def paragraph(self, block: Paragraph) -> Lines:
        """Return the paragraph with its printed number, which ``n`` repeats.

        *Foreign Relations* prints the number, too.  No paragraph is empty; blocks in it follow
        it, as TEI does not nest paragraphs.
        """
        number = None if block.number is None else str(block.number)
        printed = text(f"{number}. " if number else "")
        words = joined((printed, self._words(block.marking, block.text)))
        own = [element("p", words, n=number, ana=_role(block))] if words else []
        return [*own, *self.blocks(block.blocks)]

    def item(self, block: Item) -> Lines:
        label = element("label", text(block.label))
        words = self._words(block.marking, block.text)
        inside = self.blocks(block.blocks)
        if not inside:
            return [label, element("item", words, ana=_role(block))]
        return [label, *nested("item", [*([words] if words else []), *inside], ana=_role(block))]

    def table(self, block: Table) -> Lines:
        """Return rows and cells; lines as printed if no cells are known."""
        if not any(block.rows):
            return [_lines(block, block.text)]
        cells = ([element("cell", text(cell)) for cell in row] for row in block.rows if row)
        lines = [element("row", *row) for row in cells]
        columns = max(len(row) for row in block.rows)
        size = {"rows": str(len(lines)), "cols": str(columns)}
        return nested("table", lines, **size, ana=_role(block))

    def preformatted(self, block: Preformatted) -> Lines:
        """Return lines as printed."""
        return [_lines(block, block.text)]

    def quote(self, block: Quote) -> Lines:
        """Return a quotation with its opening and closing lines."""
        return quoted(block, self.blocks(block.blocks))

    def embedded(self, block: EmbeddedCable) -> Lines:
        """Return an embedded cable as a quotation."""
        return quoted(block, self._embed(block))

    def _words(self, marking: str | None, running: str) -> Markup:
        if marking is None:
            return self._references.words(running)
        shown = element("seg", text(f"({marking})"), type="portion-marking")
        return joined((shown, text(" "), self._references.words(running)))


def quoted(each: Quote | EmbeddedCable, inside: Lines) -> Lines:
    """Return the content between an opening and a closing line."""
    opening = known("label", each.opening, type="opening")
    closing = known("label", each.closing, type="closing")
    return nested("quote", [*opening, *inside, *closing], ana=_role(each))


def _lines(each: AnyBlock, printed: str) -> Markup:
    """Return lines as printed, preserved by ``xml:space``."""
    return element("ab", text(printed), type="preformatted", xml_space="preserve", ana=_role(each))


def _role(each: Block) -> str | None:
    """Return the block's role, as a pointer to the header's taxonomy."""
    return f"#{each.role}" if each.role else None
