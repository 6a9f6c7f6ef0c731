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
from cableconv.exporters.text.endings import ended, no_list, no_title
from cableconv.exporters.text.labels import printed_label
from cableconv.exporters.text.wrapping import UNWRAPPED, WIDTH, wrap

CableLines = Callable[[EmbeddedCable, int], list[str]]
"""How a cable within the cable is written: by the module that writes the whole one."""

INDENT = "  "
SHORTEST_RULE = 3
MOST_LINES = 3
"""What is longer above a rule is read as text."""


class BodyWriter:
    """Writes blocks in lines of at most ``width`` characters.

    ``after`` is always the block that is read next: how a text may end depends on it.
    """

    def __init__(self, width: int, embedded: CableLines) -> None:
        self.width = width
        self.embedded = embedded

    def blocks(
        self, blocks: Sequence[AnyBlock], indent: str = "", after: AnyBlock | None = None
    ) -> list[str]:
        """All blocks, each but the first below an empty line, or two where one says too little."""
        lines: list[str] = []
        following = (*blocks[1:], after)
        for index, block in enumerate(blocks):
            if index:
                lines += _apart(blocks[index - 1], block)
            label = printed_label(blocks, index) if isinstance(block, Item) else ""
            lines += self.block(block, indent, label, following[index])
        return lines

    def block(self, block: AnyBlock, indent: str, label: str, after: AnyBlock | None) -> list[str]:
        """One block with everything in it; ``label`` is what an item prints."""
        match block:
            case Paragraph():
                return self._paragraph(block, indent, after)
            case Item():
                return self._item(block, indent, label, after)
            case Heading():
                return self._heading(block)
            case Table() | Preformatted():
                return [f"{indent}{line}" for line in block.text.splitlines()]
            case Quote():
                return _enclosed(block, self.blocks(block.blocks))
            case EmbeddedCable():
                return _enclosed(block, self.embedded(block, self.width))

    def _heading(self, heading: Heading) -> list[str]:
        """Underlined; between rules where its lines would be taken for sentences."""
        text = _marked(heading.marking, heading.text)
        lines = wrap(text, min(self.width, WIDTH))
        if len(lines) > MOST_LINES:
            lines = wrap(text, WIDTH)
        rule = "-" * max(SHORTEST_RULE, *map(len, lines))
        boxed = len(lines) > 1 and any(line.endswith((".", "!", "?")) for line in lines)
        return [rule, *lines, rule] if boxed else [*lines, rule]

    def _paragraph(self, paragraph: Paragraph, indent: str, after: AnyBlock | None) -> list[str]:
        number = "" if paragraph.number is None else f"{paragraph.number}. "
        text = number + _marked(paragraph.marking, paragraph.text)
        following = _next(paragraph, after)
        own = self._running(text, indent, indent, following) if text else []
        if not number and len(own) > 1:
            own = no_list(own if _is_plain(following) else no_title(own, indent), self.width)
        return [*own, *self._inner(paragraph, own, indent, after)]

    def _item(self, item: Item, indent: str, label: str, after: AnyBlock | None) -> list[str]:
        lead = f"{indent}{label} "
        text = _marked(item.marking, item.text)
        own = self._running(text, lead, " " * len(lead), _next(item, after))
        return [*own, *self._inner(item, own, indent + INDENT, after)]

    def _inner(
        self, block: Paragraph | Item, own: list[str], indent: str, after: AnyBlock | None
    ) -> list[str]:
        if not block.blocks:
            return []
        gap = _apart(block.replace(blocks=()), block.blocks[0]) if own else []
        return [*gap, *self.blocks(block.blocks, indent, after)]

    def _running(self, text: str, lead: str, hang: str, after: AnyBlock | None) -> list[str]:
        lines = wrap(text, self.width, lead, hang)
        if self.width < UNWRAPPED and _is_plain(after):
            return ended(lines, hang, len(lead if len(lines) == 1 else hang))
        return lines


def _next(block: Paragraph | Item, after: AnyBlock | None) -> AnyBlock | None:
    """What is read right behind a block's own text."""
    return block.blocks[0] if block.blocks else after


def _is_plain(block: AnyBlock | None) -> bool:
    """Whether nothing at its beginning says that a block begins."""
    return isinstance(block, Preformatted) or (
        isinstance(block, Paragraph) and block.number is None
    )


def _enclosed(block: Quote | EmbeddedCable, inner: list[str]) -> list[str]:
    opening, closing = block.opening, block.closing
    return separated(([opening] if opening else [], inner, [closing] if closing else []))


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
    announces = (
        isinstance(before, Paragraph | Item) and not before.blocks and before.text.endswith(":")
    )
    return [] if announces and isinstance(block, Preformatted) and "\n" in block.text else [""]


def _marked(marking: str | None, text: str) -> str:
    return f"({marking}) {text}" if marking else text
