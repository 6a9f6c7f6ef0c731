"""Tables: not part of CommonMark, but of its most common extension."""

from __future__ import annotations

from cableconv.cable import Table
from cableconv.rendering.tables import columns_of

from cableconv_markdown.escaping import fenced, inline, one_line

FENCED, GFM = KINDS = ("fenced", "gfm")


def table(block: Table, kind: str) -> str:
    """Return the table as printed, in a fence, or as cells with the first row as heading."""
    columns = columns_of(block)
    if kind == FENCED or not columns:
        return fenced(block.text)
    first, *others = zip(*columns, strict=True)
    return "\n".join([_row(first), _row(["---"] * len(columns), raw=True), *map(_row, others)])


def _row(cells: tuple[str, ...] | list[str], raw: bool = False) -> str:
    written = cells if raw else [inline(one_line(cell)) for cell in cells]
    return f"| {' | '.join(written)} |"
