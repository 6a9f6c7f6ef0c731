"""The body of a clean telegram: each block as lines, an empty line between two blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

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
from cableconv.exporters.text.labels import printed_label
from cableconv.exporters.text.wrapping import (
    LONG,
    WIDTH,
    halves,
    measured,
    stops,
    wrap,
    wrap_running,
)

CableLines = Callable[[EmbeddedCable, int], list[str]]
"""How a cable within the cable is written: by whoever writes the whole one."""

INDENT = "  "
SHORTEST_RULE = 3
MOST_LINES = 3
"""What is longer above a rule is read as text."""


class BodyWriter:
    """Writes blocks in lines of at most ``width`` characters."""

    def __init__(self, width: int, embedded: CableLines) -> None:
        self.width = width
        self.embedded = embedded

    def blocks(self, blocks: Sequence[AnyBlock], indent: str = "") -> list[str]:
        """All blocks, each but the first below an empty line, or two where one says too little."""
        lines: list[str] = []
        for index, block in enumerate(blocks):
            if index:
                lines += _apart(blocks[index - 1], block)
            label = printed_label(blocks, index) if isinstance(block, Item) else ""
            lines += self.block(block, indent, label)
        return lines

    def block(self, block: AnyBlock, indent: str, label: str) -> list[str]:
        """One block with everything in it; ``label`` is what an item prints."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block, indent)
            case Item():
                return self._item(block, indent, label)
            case Table() | Preformatted():
                return [f"{indent}{line}" for line in block.text.splitlines()]
            case Quote():
                return self._enclosed(block.opening, self.blocks(block.blocks), block.closing)
            case EmbeddedCable():
                inner = self.embedded(block, self.width)
                return self._enclosed(block.opening, inner, block.closing)

    def _heading(self, heading: Heading) -> list[str]:
        text = _marked(heading.marking, heading.text)
        lines = wrap(text, min(self.width, WIDTH))
        if len(lines) > MOST_LINES:
            lines = wrap(text, WIDTH)
        return [*lines, "-" * max(SHORTEST_RULE, *map(len, lines))]

    def _paragraph(self, paragraph: Paragraph, indent: str) -> list[str]:
        number = "" if paragraph.number is None else f"{paragraph.number}. "
        text = number + _marked(paragraph.marking, paragraph.text)
        own = wrap_running(text, self.width, indent, indent) if text else []
        if not number and len(own) > 1:
            own = self._unmistakable(own, indent)
        return self._with_children(own, paragraph.blocks, indent)

    def _unmistakable(self, own: list[str], indent: str) -> list[str]:
        """Short lines would be a list, their breaks a part of it; two without a stop a title."""
        if len(own) == 2 and not stops(own[1]):
            own = [own[0], *halves(own[1], indent)]
        if max(map(len, own)) < measured(self.width) * LONG:
            return [" ".join([own[0], *map(str.strip, own[1:])])]
        return own

    def _item(self, item: Item, indent: str, label: str) -> list[str]:
        lead = f"{indent}{label} "
        text = _marked(item.marking, item.text)
        own = wrap_running(text, self.width, lead, " " * len(lead))
        return self._with_children(own, item.blocks, indent + INDENT)

    def _with_children(
        self, own: list[str], blocks: tuple[AnyBlock, ...], indent: str
    ) -> list[str]:
        if not blocks:
            return own
        return [*own, *([""] if own else []), *self.blocks(blocks, indent)]

    def _enclosed(self, opening: str | None, inner: list[str], closing: str | None) -> list[str]:
        groups = ([opening] if opening else [], inner, [closing] if closing else [])
        return separated(groups)


def separated(groups: Iterable[list[str]]) -> list[str]:
    """All lines, an empty one between two groups; empty groups are left out."""
    lines: list[str] = []
    for group in groups:
        if any(group):
            lines += ["", *group] if lines else group
    return lines


def _apart(before: AnyBlock, block: AnyBlock) -> list[str]:
    """The empty lines between two blocks.

    With one, tables would run together and a line above a rule would be a heading; short lines
    stand right below the colon that announces them, where no title would.
    """
    if not isinstance(block, Table | Preformatted):
        return [""]
    first_line = block.text.partition("\n")[0]
    if isinstance(before, Table) or not any(map(str.isalnum, first_line)):
        return ["", ""]
    announced = isinstance(before, Paragraph) and before.text.endswith(":") and not before.blocks
    return [] if announced and isinstance(block, Preformatted) and "\n" in block.text else [""]


def _marked(marking: str | None, text: str) -> str:
    return f"({marking}) {text}" if marking else text
