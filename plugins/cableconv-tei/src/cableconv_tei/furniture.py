"""Page marks and other furniture, placed between the blocks by their position in the telegram."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cableconv.cable import Furniture, Span

from cableconv_tei.elements import Lines, Markup, element, text

_PAGE = re.compile(r"\b0*(\d+)(?:\.\d+)? +OF +\d+")
_MARK = "page-mark"


class Trail:
    """The furniture of one cable, returned in order between the blocks.

    A page mark is the beginning of a page, ``<pb/>``; with ``everything`` each piece is also a
    ``<fw>`` with its words.  Furniture inside the text of a block follows the block,
    because the tree has rejoined the text; furniture without a position comes last.
    """

    def __init__(self, pieces: Iterable[Furniture], everything: bool) -> None:
        self._pieces = sorted(pieces, key=_place)
        self._everything = everything
        self._next = 0

    def before(self, span: Span | None) -> Lines:
        """Return the furniture before a block that was not yet returned."""
        return list(self._until(span.start)) if span else []

    def rest(self) -> Lines:
        """Return the remaining furniture."""
        return list(self._until(None))

    def _until(self, end: int | None) -> Iterator[Markup]:
        while self._next < len(self._pieces):
            piece = self._pieces[self._next]
            if end is not None and (piece.span is None or piece.span.start >= end):
                return
            self._next += 1
            yield from self._written(piece)

    def _written(self, piece: Furniture) -> Iterator[Markup]:
        page = _PAGE.search(piece.text)
        if piece.kind == _MARK and page:
            yield element("pb", n=page[1])
        if self._everything:
            yield element("fw", text(piece.text), n=piece.kind)


def _place(piece: Furniture) -> tuple[bool, int]:
    return piece.span is None, piece.span.start if piece.span else 0
