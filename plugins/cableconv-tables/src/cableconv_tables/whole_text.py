"""A cable's body as one text, and how long it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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


def whole_text(cable: Cable) -> str | None:
    """Every block in reading order, with numbers, labels and markings; None of an empty body."""
    return "\n\n".join(filter(None, _TEXTS.all(cable.body))) or None


def number_of_paragraphs(cable: Cable) -> int:
    """Paragraphs, numbered or not, those in quotations and enclosed cables too."""
    return sum(isinstance(block, Paragraph) for _, block in cable.walk())


def number_of_words(cable: Cable) -> int:
    """What spaces part in the whole text."""
    return len((whole_text(cable) or "").split())


class _Texts(BlockWriter[Iterator[str]]):
    """The texts of a block and of those in it, each as it is printed."""

    def all(self, blocks: Iterable[AnyBlock]) -> Iterator[str]:
        for block in blocks:
            yield from self.write(block)

    def heading(self, block: Heading) -> Iterator[str]:
        yield _line(_marked(block.marking), block.text)

    def paragraph(self, block: Paragraph) -> Iterator[str]:
        number = None if block.number is None else f"{block.number}."
        yield _line(number, _marked(block.marking), block.text)
        yield from self.all(block.blocks)

    def item(self, block: Item) -> Iterator[str]:
        yield _line(block.label, _marked(block.marking), block.text)
        yield from self.all(block.blocks)

    def table(self, block: Table) -> Iterator[str]:
        yield block.text

    def preformatted(self, block: Preformatted) -> Iterator[str]:
        yield block.text

    def quote(self, block: Quote) -> Iterator[str]:
        yield block.opening or ""
        yield from self.all(block.blocks)
        yield block.closing or ""

    def embedded(self, block: EmbeddedCable) -> Iterator[str]:
        yield block.opening or ""
        yield block.cable.subject or ""
        yield from self.all(block.cable.body)
        yield block.closing or ""


def _marked(marking: str | None) -> str | None:
    return f"({marking})" if marking else None


def _line(*parts: str | None) -> str:
    return " ".join(filter(None, parts))


_TEXTS = _Texts()
