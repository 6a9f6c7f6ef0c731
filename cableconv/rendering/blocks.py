"""One method per type of block, so that no exporter can forget one.

    class Lines(BlockWriter[str]):
        def heading(self, block: Heading) -> str: ...

An eighth type of block is a type error here and in every writer.
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
    """Writes a block by the method of its type."""

    def write(self, block: AnyBlock) -> Written:
        """The block in the writer's form; what a block holds is its method's responsibility."""
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
        """A heading."""

    @abstractmethod
    def paragraph(self, block: Paragraph) -> Written:
        """A paragraph, with the blocks in it."""

    @abstractmethod
    def item(self, block: Item) -> Written:
        """An item of a list, with the blocks in it."""

    @abstractmethod
    def table(self, block: Table) -> Written:
        """A table."""

    @abstractmethod
    def preformatted(self, block: Preformatted) -> Written:
        """Lines as printed."""

    @abstractmethod
    def quote(self, block: Quote) -> Written:
        """A quoted text between the lines that open and close it."""

    @abstractmethod
    def embedded(self, block: EmbeddedCable) -> Written:
        """A whole cable that this one repeats."""


def own_words(block: AnyBlock) -> tuple[str, ...]:
    """A block's words without those of the blocks in it, as far as it has some.

    What encloses others has the lines that open and close it, an enclosed cable its subject.
    """
    match block:
        case Quote():
            return _known(block.opening, block.closing)
        case EmbeddedCable():
            return _known(block.opening, block.cable.subject, block.closing)
    return _known(block.text)


def marks_before(block: AnyBlock) -> tuple[int | None, str | None, str | None]:
    """What stands before a block's words, as far as it has some: number, label, portion marking."""
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
