"""The body of a clean telegram: each block as lines, separated by empty lines."""

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
from cableconv.exporters.text.doubts import (
    follow_people,
    goes_on,
    is_doubtful,
    looks_announced,
    looks_like_list,
    may_have_pilcrow,
)
from cableconv.exporters.text.endings import ended, may_be_name, no_name, no_title
from cableconv.exporters.text.labels import (
    PILCROW,
    begins_with_bullet,
    is_rule_before,
    printed_labels,
)
from cableconv.exporters.text.quote_marks import no_mark, opening_lines
from cableconv.exporters.text.wrapping import UNWRAPPED, WIDTH, evenly_spaced, wrap, wrap_even
from cableconv.rendering.blocks import BlockWriter

CableLines = Callable[[EmbeddedCable, int], list[str]]
"""Returns the lines of an embedded cable; passed in by the module that writes whole cables."""

INDENT = "  "
SHORTEST_RULE = 3
MOST_LINES = 3
"""A text with more lines above a rule is not read as a heading."""

_KEPT_LINES = (Table, Preformatted)  # a union would be built again for every block


class BodyWriter(BlockWriter[list[str]]):
    """Writes the blocks of one sequence in lines of at most ``width`` characters.

    ``mark`` precedes the number of each paragraph, the indent every line.  How a
    text may begin and end depends on the blocks that are read ``before`` and ``after`` it, and on
    the line above it.
    """

    def __init__(
        self,
        width: int,
        cable_lines: CableLines,
        mark: str = "",
        indent: str = "",
        before: AnyBlock | None = None,
        after: AnyBlock | None = None,
        line_above: str = "",
    ) -> None:
        self._width = width
        self._cable_lines = cable_lines
        self._mark = mark
        self._indent = indent
        self._before = before
        self._after = after
        self._line_above = line_above
        self._blocks: Sequence[AnyBlock] = ()
        self._labels: Sequence[str] = ()
        self._index = 0

    def blocks(self, blocks: Sequence[AnyBlock]) -> list[str]:
        """Return all blocks, separated by one empty line, or two where one is ambiguous."""
        lines: list[str] = []
        self._blocks = blocks = [*map(_as_read, blocks)]
        self._labels = printed_labels(blocks)
        for self._index, block in enumerate(blocks):
            if self._index:
                lines += _apart(blocks[self._index - 1], block)
            lines += self.write(block)
            self._line_above = lines[-1].strip() if lines else ""
        return lines

    def heading(self, block: Heading) -> list[str]:
        """Underline a heading; between rules it cannot be sentences, a signature or an item."""
        text = marked(block.marking, block.text)
        lines = wrap(text, min(self._width, WIDTH))
        if len(lines) > MOST_LINES:
            lines = wrap(text, WIDTH)
        rule = "-" * max(SHORTEST_RULE, *map(len, lines))
        boxed = len(lines) > 1 and any(line.endswith((".", "!", "?")) for line in lines)
        boxed = boxed or (self._following() is None and may_be_name(lines[-1]))
        boxed = boxed or begins_with_bullet(text)
        return [rule, *lines, rule] if boxed else [*lines, rule]

    def paragraph(self, block: Paragraph) -> list[str]:
        number = "" if block.number is None else f"{self._mark}{block.number}. "
        text = number + marked(block.marking, block.text)
        following = self._next(block)
        own = self._running(text, self._indent, self._indent, following) if text.strip() else []
        if own and not number:
            own = self._without_doubt(text, own, following)
        return own + self._inner(block, own, self._indent)

    def _without_doubt(self, text: str, own: list[str], following: AnyBlock | None) -> list[str]:
        """Return the lines of an unnumbered paragraph, with a pilcrow if it needs one."""
        before, above = self._preceding(), self._above()
        is_list = (
            looks_like_list(own, above, self._width)
            or looks_announced(own, above)
            or follow_people(own, self._blocks[: self._index], self._before)
        )
        is_rest = isinstance(before, Paragraph | Item) and goes_on(self._line_above, text)
        if not (is_list or is_rest or is_doubtful(own, before, following)):
            return own
        if may_have_pilcrow(text):
            return self._running(text, f"{self._indent}{PILCROW} ", self._indent, following)
        return [self._indent + text] if is_list else own

    def item(self, block: Item) -> list[str]:
        text = marked(block.marking, block.text)
        label = self._labels[self._index]
        lead = f"{self._indent}{label}{'' if is_rule_before(label, text) else ' '}"
        own = self._running(text, lead, " " * len(lead), self._next(block))
        return own + self._inner(block, own, self._indent + INDENT)

    def table(self, block: Table) -> list[str]:
        return self._as_printed(block.text)

    def preformatted(self, block: Preformatted) -> list[str]:
        return self._as_printed(block.text)

    def quote(self, block: Quote) -> list[str]:
        return _enclosed(
            block, self._within("", line_above=block.opening or "").blocks(block.blocks)
        )

    def embedded(self, block: EmbeddedCable) -> list[str]:
        return _enclosed(block, self._cable_lines(block, self._width))

    def _within(
        self,
        indent: str,
        before: AnyBlock | None = None,
        after: AnyBlock | None = None,
        line_above: str = "",
    ) -> BodyWriter:
        return BodyWriter(
            self._width, self._cable_lines, self._mark, indent, before, after, line_above
        )

    def _as_printed(self, text: str) -> list[str]:
        return [f"{self._indent}{line}" for line in text.splitlines()]

    def _preceding(self) -> AnyBlock | None:
        return self._blocks[self._index - 1] if self._index else self._before

    def _above(self) -> str:
        """Return the text right above the current block, perhaps the one that contains it."""
        match self._preceding():
            case None:
                return self._line_above
            case Quote(closing=closing) | EmbeddedCable(closing=closing):
                return closing or ""
            case block:
                return block.text

    def _following(self) -> AnyBlock | None:
        behind = self._index + 1
        return self._blocks[behind] if behind < len(self._blocks) else self._after

    def _next(self, block: Paragraph | Item) -> AnyBlock | None:
        """Return the block read right after a block's own text."""
        return _as_read(block.blocks[0]) if block.blocks else self._following()

    def _inner(self, block: Paragraph | Item, own: list[str], indent: str) -> list[str]:
        if not block.blocks:
            return []
        gap = _apart(block, _as_read(block.blocks[0])) if own else []
        line_above = own[-1].strip() if own else ""
        writer = self._within(indent, block, self._following(), line_above)
        return [*gap, *writer.blocks(block.blocks)]

    def _running(self, text: str, lead: str, hang: str, after: AnyBlock | None) -> list[str]:
        text = evenly_spaced(text)
        lines = wrap_even(text, self._width, lead, hang)
        if self._width == UNWRAPPED:
            return lines
        lines = no_mark(lines, hang)
        if after is None:
            return no_name(lines, hang)
        if _is_plain(after):
            return ended(lines, hang, len(lead if len(lines) == 1 else hang))
        return no_title(lines, hang) if isinstance(after, Paragraph) else lines


def _as_read(block: AnyBlock) -> AnyBlock:
    """Return a table or a list of one line, such as a placeholder, as the text it is read as."""
    match block:
        case Table(text=text) | Preformatted(text=text) if "\n" not in text:
            return Paragraph(text=text)
    return block


def _is_plain(block: AnyBlock | None) -> bool:
    """Whether nothing at its beginning marks the start of a block."""
    return isinstance(block, Preformatted) or (
        isinstance(block, Paragraph) and block.number is None
    )


def _enclosed(block: Quote | EmbeddedCable, inner: list[str]) -> list[str]:
    opening = opening_lines(block.opening) if block.opening else []
    return separated((opening, inner, [block.closing] if block.closing else []))


def separated(groups: Iterable[list[str]]) -> list[str]:
    """Join groups of lines with an empty line between them; skip empty groups."""
    lines: list[str] = []
    for group in groups:
        if any(group):
            lines += ["", *group] if lines else group
    return lines


def _apart(before: AnyBlock, block: AnyBlock) -> list[str]:
    """Return the empty lines between two blocks, or between a block's own text and nested ones.

    With just one, tables would be joined and a line above a rule would be a heading; short lines
    follow directly after the colon that introduces them, where no title would.
    """
    if not isinstance(block, _KEPT_LINES):
        return [""]
    first_line = block.text.partition("\n")[0]
    if isinstance(before, Table) or not any(map(str.isalnum, first_line)):
        return ["", ""]
    if isinstance(block, Preformatted) and "\n" in block.text and _announces(before, block):
        return []
    return [""]


def _announces(before: AnyBlock, block: AnyBlock) -> bool:
    """Whether the text right above the block ends with a colon."""
    if not isinstance(before, Paragraph | Item):
        return False
    is_right_above = not before.blocks or before.blocks[0] is block
    return is_right_above and before.text.endswith(":")


def marked(marking: str | None, text: str) -> str:
    """Return the text behind its portion marking, if it has one."""
    return f"({marking}) {text}" if marking else text
