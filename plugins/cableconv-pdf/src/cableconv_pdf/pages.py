"""Pages as rows, read with knowledge of the whole document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from cableconv_pdf.characters import Character
from cableconv_pdf.rows import Row, pitch_of, rows

_USUAL_LEADING = 1.2
_OVERPRINTED = 0.5
_ONE_LINE = 2.0  # maximum distance of a paragraph's lines, in heights of letters


class Page(NamedTuple):
    """A page, counted from 1; ``turned`` is rotated text on it."""

    number: int
    rows: tuple[Row, ...]
    turned: str
    pitch: float | None


def laid_out(characters: Iterable[Sequence[Character]]) -> list[Page]:
    """Return the pages of a document."""
    return [_page(number, page) for number, page in enumerate(characters, 1)]


def leading(found: Iterable[Page]) -> float:
    """Return the distance of a paragraph's lines, in heights of their letters."""
    steps = (
        (above.y - below.y) / max(above.size, below.size)
        for page in found
        for above, below in pairwise(page.rows)
    )
    near = [step for step in steps if _OVERPRINTED < step < _ONE_LINE]
    return median(near) if near else _USUAL_LEADING


def _page(number: int, characters: Sequence[Character]) -> Page:
    upright = [each for each in characters if not each.is_turned]
    turned = "".join(each.text for each in characters if each.is_turned)
    pitch = pitch_of(upright)
    return Page(number, tuple(rows(upright, pitch)), " ".join(turned.split()), pitch)
