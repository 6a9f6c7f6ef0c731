"""One method per type of block, so that no exporter can forget one.

    class Lines(BlockWriter[str]):
        def heading(self, block: Heading) -> str: ...

A new type of block is then a type error here and in every writer.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Generic, TypeVar, assert_never

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

Written = TypeVar("Written")


class BlockWriter(ABC, Generic[Written]):
    """Writes a block by the method for its type."""

    def write(self, block: AnyBlock) -> Written:
        """Return the written block; its method is responsible for nested blocks."""
        match block:
            case Paragraph():
                return self.paragraph(block)
            case Item():
                return self.item(block)
            case Heading():
                return self.heading(block)
            case Table():
                return self.table(block)
            case Preformatted():
                return self.preformatted(block)
            case Quote():
                return self.quote(block)
            case EmbeddedCable():
                return self.embedded(block)
        assert_never(block)

    @abstractmethod
    def heading(self, block: Heading) -> Written:
        """Write a heading."""

    @abstractmethod
    def paragraph(self, block: Paragraph) -> Written:
        """Write a paragraph with the blocks in it."""

    @abstractmethod
    def item(self, block: Item) -> Written:
        """Write an item of a list with the blocks in it."""

    @abstractmethod
    def table(self, block: Table) -> Written:
        """Write a table."""

    @abstractmethod
    def preformatted(self, block: Preformatted) -> Written:
        """Write lines as printed."""

    @abstractmethod
    def quote(self, block: Quote) -> Written:
        """Write a quoted text with its opening and closing lines."""

    @abstractmethod
    def embedded(self, block: EmbeddedCable) -> Written:
        """Write a whole cable embedded in this one."""


def own_words(block: AnyBlock) -> tuple[str, ...]:
    """Return a block's own texts, without those of nested blocks; empty if it has none.

    A quote has its opening and closing lines, an embedded cable its subject.
    """
    match block:
        case Quote():
            return _known(block.opening, block.closing)
        case EmbeddedCable():
            return _known(block.opening, block.cable.subject, block.closing)
    return _known(block.text)


def marks_before(block: AnyBlock) -> tuple[int | None, str | None, str | None]:
    """Return what precedes a block's text, if present: number, label, portion marking."""
    match block:
        case Paragraph():
            return block.number, None, block.marking
        case Item():
            return None, block.label, block.marking
        case Heading():
            return None, None, block.marking
    return None, None, None


def _known(*words: str | None) -> tuple[str, ...]:
    return tuple(filter(None, words))
