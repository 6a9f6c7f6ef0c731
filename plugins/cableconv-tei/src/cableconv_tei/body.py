"""The text of a telegram: paragraphs under the cable's own numbers, lists, tables, quotations."""

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

from cableconv_tei.elements import Lines, Markup, block, element, joined, known, text
from cableconv_tei.furniture import Trail
from cableconv_tei.links import References

Embed = Callable[[EmbeddedCable], Lines]
"""Writes the cable in a cable."""


class Body:
    """Writes the blocks of one cable."""

    def __init__(self, references: References, trail: Trail, embed: Embed) -> None:
        self._references = references
        self._trail = trail
        self._embed = embed

    def blocks(self, blocks: Iterable[AnyBlock]) -> Lines:
        """The blocks in order; items that follow each other are one list."""
        lines: Lines = []
        for are_items, members in groupby(blocks, lambda each: isinstance(each, Item)):
            group = list(members)
            lines += self._trail.before(group[0].span)
            lines += self._list(group) if are_items else self._each(group)
        return lines

    def _each(self, blocks: Sequence[AnyBlock]) -> Lines:
        return [
            line
            for each in blocks
            for line in (*self._trail.before(each.span), *self._written(each))
        ]

    def _list(self, items: Sequence[AnyBlock]) -> Lines:
        return block("list", self._each(items))

    def _written(self, each: AnyBlock) -> Lines:
        match each:
            case Heading():
                words = self._words(each.marking, each.text)
                return [element("p", words, rend="sectiontitleital", ana=_role(each))]
            case Paragraph():
                return self._paragraph(each)
            case Item():
                return self._item(each)
            case Table():
                return _table(each)
            case Preformatted():
                return [_lines(each, each.text)]
            case Quote():
                inside = self.blocks(each.blocks)
                return quoted(each, inside)
            case EmbeddedCable():
                return quoted(each, self._embed(each))

    def _paragraph(self, paragraph: Paragraph) -> Lines:
        """*Foreign Relations* prints the number; ``n`` has it once more, and no paragraph is
        empty.  TEI has no paragraph in a paragraph: what belongs to it follows."""
        number = None if paragraph.number is None else str(paragraph.number)
        printed = text(f"{number}. " if number else "")
        words = joined((printed, self._words(paragraph.marking, paragraph.text)))
        own = [element("p", words, n=number, ana=_role(paragraph))] if words else []
        return [*own, *self.blocks(paragraph.blocks)]

    def _item(self, item: Item) -> Lines:
        label = element("label", text(item.label))
        words = self._words(item.marking, item.text)
        inside = self.blocks(item.blocks)
        if not inside:
            return [label, element("item", words, ana=_role(item))]
        return [label, *block("item", [*([words] if words else []), *inside], ana=_role(item))]

    def _words(self, marking: str | None, running: str) -> Markup:
        if marking is None:
            return self._references.words(running)
        shown = element("seg", text(f"({marking})"), type="portion-marking")
        return joined((shown, text(" "), self._references.words(running)))


def quoted(each: Quote | EmbeddedCable, inside: Lines) -> Lines:
    """What stands between two lines that open and close it."""
    opening = known("label", each.opening, type="opening")
    closing = known("label", each.closing, type="closing")
    return block("quote", [*opening, *inside, *closing], ana=_role(each))


def _table(table: Table) -> Lines:
    if not any(table.rows):
        return [_lines(table, table.text)]
    cells = ([element("cell", text(cell)) for cell in row] for row in table.rows if row)
    lines = [element("row", *row) for row in cells]
    columns = max(len(row) for row in table.rows)
    return block("table", lines, rows=str(len(lines)), cols=str(columns), ana=_role(table))


def _lines(each: AnyBlock, printed: str) -> Markup:
    """Lines as printed, kept so by ``xml:space``."""
    return element("ab", text(printed), type="preformatted", xml_space="preserve", ana=_role(each))


def _role(each: Block) -> str | None:
    """What it is for, as a pointer to the header's taxonomy."""
    return f"#{each.role}" if each.role else None
