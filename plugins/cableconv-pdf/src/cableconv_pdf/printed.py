"""The lines of a document as printed, page by page, each with its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cableconv_pdf.edges import Edges, edges
from cableconv_pdf.pages import Page, leading
from cableconv_pdf.rows import Row
from cableconv_pdf.setting import grid_of, set_row, text_area, without_margin
from cableconv_pdf.spacing import Spacing, begins_anew

TURNED = "turned-text"
STAMP = "release-stamp"
"""The parser's name for it; beside the text only the position shows what it is."""


class Line(NamedTuple):
    """A line of a page's text, below ``gap`` blank lines.

    ``start`` is its offset in the document's text; ``kind`` is that of its furniture, ``None`` for
    the telegram's lines and those left to the parser; ``row`` is its origin.
    """

    text: str
    gap: int
    page: int
    kind: str | None
    row: Row | None
    start: int = 0


def printed(pages: Sequence[Page]) -> list[Line]:
    """Return every line of the document, in order."""
    usual = leading(pages)
    found: list[Line] = []
    above: list[Row] = []
    offset = 0
    for page, kinds in zip(pages, edges(pages), strict=True):
        body = [row for index, row in enumerate(page.rows) if index not in kinds]
        first_gap = int(bool(above and body) and begins_anew(above, body[0]))
        for line in _lines(page, kinds, usual, first_gap):
            start = offset + line.gap
            found.append(line._replace(start=start))
            offset = start + len(line.text) + 1
        above = body or above
    return found


def document_text(lines: Sequence[Line]) -> str:
    """Return the text to which the lines' offsets refer."""
    return "".join("\n" * line.gap + line.text + "\n" for line in lines)


def _lines(page: Page, kinds: Edges, usual: float, first_gap: int) -> Iterator[Line]:
    """Yield the lines of a page; its first line of text has ``first_gap`` blank lines above."""
    body = [row for index, row in enumerate(page.rows) if index not in kinds]
    spacing, grid, area = Spacing(body, usual), grid_of(body, page.pitch), text_area(body)
    gap = first_gap
    for index, row in enumerate(page.rows):
        if kind := kinds.get(index):
            yield Line(row.text, 0, page.number, kind, row)
            continue
        gap += spacing.above(row)
        kept, beside = without_margin(row, *area)
        if kept:
            yield Line(set_row(kept, grid), gap, page.number, None, kept)
        for stamp in beside:
            yield Line(stamp.text, 0, page.number, STAMP, stamp)
        gap = 0
    if page.turned:
        yield Line(page.turned, 0, page.number, TURNED, None)
