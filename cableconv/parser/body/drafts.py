"""Blocks under construction, and their conversion to the tree's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from cableconv.cable import (
    AnyBlock,
    Cable,
    EmbeddedCable,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Quote,
    Span,
    Table,
)
from cableconv.parser.account.account import Account, ReadEnclosed
from cableconv.parser.account.passage import joined
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.roles import BlockRole

Kind = Literal["heading", "paragraph", "item", "table", "preformatted", "quote", "cable"]


class Draft(msgspec.Struct, eq=False):
    """A block under construction: its lines, and the start of their text.

    ``is_running``: a pilcrow marks it as running text, though its lines are short.
    """

    kind: Kind
    lines: list[Line]
    skip: int = 0
    number: int | None = None
    label: str = ""
    style: str = ""
    marking: str | None = None
    role: BlockRole | None = None
    is_running: bool = False
    rules: list[Line] = []
    closing: list[Line] = []
    inner: list[Line] = []
    blocks: list[Draft] = []
    _joined: tuple[int, str] = (0, "")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing after the skipped part: no continuing line, and no text."""
        return len(self.lines) == 1 and not self.lines[0].text[self.skip :].strip()

    @property
    def text(self) -> str:
        """Return the running text of the lines read so far."""
        if self._joined[0] != len(self.lines):
            self._joined = (len(self.lines), joined(self.lines, self.skip))
        return self._joined[1]

    def take_marking(self) -> None:
        """Take a marking that is not on one line with both the number and the text.

        It is alone on the first line, begins the one below the number, or is over two.
        """
        if self.marking or len(self.lines) == 1:
            return
        first, second = self.lines[0].text, self.lines[1].text
        begins = first[self.skip : self.skip + 1] or second[0]
        if begins != "(" or ")" in first[self.skip : -1]:
            return
        start = self.skip if self.skip < len(first) else len(first) + 1
        marking, end = read_marking(f"{first} {second}", start)
        if marking:
            self.marking, self.skip = marking, end


def freeze_all(
    drafts: Sequence[Draft], path: str, read_enclosed: ReadEnclosed, account: Account
) -> tuple[AnyBlock, ...]:
    """Return the finished blocks; each claims its lines."""
    return tuple(
        _freeze(draft, f"{path}[{index}]", read_enclosed, account)
        for index, draft in enumerate(drafts)
    )


def _freeze(draft: Draft, path: str, read_enclosed: ReadEnclosed, account: Account) -> AnyBlock:
    """Return one finished block with its children."""
    own = draft.lines
    if draft.rules or draft.closing:
        own = sorted([*draft.rules, *own, *draft.closing], key=lambda line: line.start)
    span = account.claim_lines(own, path, "block")
    if draft.kind == "cable":
        cable = read_enclosed(draft.inner, f"{path}.cable", account)
        return _cable(draft, cable, span)
    blocks: tuple[AnyBlock, ...] = ()
    if draft.blocks:
        blocks = freeze_all(draft.blocks, f"{path}.blocks", read_enclosed, account)
        spans = [block.span for block in (blocks[0], blocks[-1]) if block.span]
        span = Span(
            min(span.start, *(each.start for each in spans)),
            max(span.end, *(each.end for each in spans)),
        )
    return _BUILDERS[draft.kind](draft, blocks, span)


def _cable(draft: Draft, cable: Cable, span: Span) -> AnyBlock:
    return EmbeddedCable(
        opening=joined(draft.lines),
        cable=cable,
        closing=joined(draft.closing) if draft.closing else None,
        role=draft.role,
        span=span,
    )


def _heading(draft: Draft, _blocks: tuple[AnyBlock, ...], span: Span) -> AnyBlock:
    text = (draft.label or draft.text).lstrip("¶ ")
    return Heading(text=text, marking=draft.marking, role=draft.role, span=span)


def _paragraph(draft: Draft, blocks: tuple[AnyBlock, ...], span: Span) -> AnyBlock:
    return Paragraph(
        number=draft.number, marking=draft.marking, text=draft.text, blocks=blocks, role=draft.role,
        span=span,
    )  # fmt: skip


def _item(draft: Draft, blocks: tuple[AnyBlock, ...], span: Span) -> AnyBlock:
    return Item(
        label=draft.label, marking=draft.marking, text=draft.text, blocks=blocks, role=draft.role,
        span=span,
    )  # fmt: skip


def _table(draft: Draft, _blocks: tuple[AnyBlock, ...], span: Span) -> AnyBlock:
    from cableconv.parser.body.tables.table_rows import rows_of  # few telegrams have tables

    return Table(rows=rows_of(draft.lines), text=_printed(draft.lines), role=draft.role, span=span)


def _preformatted(draft: Draft, _blocks: tuple[AnyBlock, ...], span: Span) -> AnyBlock:
    return Preformatted(text=_printed(draft.lines), role=draft.role, span=span)


def _quote(draft: Draft, blocks: tuple[AnyBlock, ...], span: Span) -> AnyBlock:
    return Quote(
        opening=joined(draft.lines) if draft.lines else None,
        blocks=blocks,
        closing=joined(draft.closing) if draft.closing else None,
        role=draft.role,
        span=span,
    )


_BUILDERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "item": _item,
    "table": _table,
    "preformatted": _preformatted,
    "quote": _quote,
}


def _printed(lines: Sequence[Line]) -> str:
    """Return the lines as printed, without their common indentation."""
    margin = min(line.indent for line in lines)
    return "\n".join(" " * (line.indent - margin) + line.text for line in lines)
