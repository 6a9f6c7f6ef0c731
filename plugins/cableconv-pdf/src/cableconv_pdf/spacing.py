"""The number of blank lines above a row, derived from the distances on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv_pdf.rows import Row
from cableconv_pdf.setting import is_mark

_PARTED = 1.3  # of the usual distance: more separates paragraphs
_PERHAPS = 1.1  # enough below a line that ends early
_ROWS = 1.9  # rows of a table are spaced, without blank lines
_MOST_BLANK = 3
_FULL = 0.75  # of the text's width: a shorter line was the last of its paragraph
_SAME_PLACE = 0.5  # in heights of a letter
_ENDED = re.compile(r"[.!?:;][\"')\]”’]*$|[A-Z]{2}[\"')]?$")


class Spacing:
    """Walks down a page's rows; ``usual`` is the distance of a paragraph's lines in heights."""

    def __init__(self, rows: Sequence[Row], usual: float) -> None:
        self._left = min((row.left for row in rows), default=0.0)
        self._width = max((row.right for row in rows), default=0.0) - self._left
        self._usual = usual
        self._above: Row | None = None
        self._hang: float | None = None

    def above(self, row: Row) -> int:
        """Return the blank lines above the next row of the page; none above the first."""
        blank = self._blank(self._above, row) if self._above else 0
        if is_mark(row):
            self._hang = row.pieces[1].left
        elif blank:
            self._hang = None
        self._above = row
        return blank

    def is_full(self, row: Row) -> bool:
        """Whether the row fills its line, so that the paragraph may continue below."""
        return row.right - self._left > _FULL * self._width

    def _blank(self, above: Row, row: Row) -> int:
        step = (above.y - row.y) / max(above.size, row.size) / self._usual
        if len(above.pieces) > 1 and len(row.pieces) > 1 and step < _ROWS and not is_mark(row):
            return 0
        if step > _PARTED:
            return max(1, min(round(step) - 1, _MOST_BLANK))
        return int(not self.is_full(above) and (step > _PERHAPS or self._is_below_item(row)))

    def _is_below_item(self, row: Row) -> bool:
        """Whether an item, whose lines are indented after its mark, ends above the row."""
        if self._hang is None or is_mark(row):
            return False
        return row.left < self._hang - _SAME_PLACE * row.size


def begins_anew(above: Sequence[Row], first: Row) -> bool:
    """Whether a paragraph begins with the first row of a page, by the end of the previous page."""
    if first.text[:1].islower():
        return False
    last = above[-1]
    return not Spacing(above, 1.0).is_full(last) or _ENDED.search(last.text) is not None
