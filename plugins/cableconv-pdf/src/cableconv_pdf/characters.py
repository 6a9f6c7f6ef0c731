"""The characters of a page with their positions as displayed."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_HYPHEN = "\x02"
"""PDFium's character for a hyphen at a line's end."""

_LIGATURES = range(0xFB00, 0xFB07)
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_UPRIGHT = 0.35
"""Radians by which letters of a crooked scan may lean; a stamp across the page leans more."""


class Character(NamedTuple):
    """A character from ``left`` to ``right`` on the base line ``y``; ``y`` grows upwards."""

    text: str
    left: float
    right: float
    y: float
    size: float
    is_turned: bool = False


def characters(page: pypdfium2.PdfPage) -> Iterator[Character]:
    """Yield the characters of the page, including spaces and invisible letters of a text layer."""
    turn = page.get_rotation()
    width, height = page.get_size()
    if turn in (90, 270):
        width, height = height, width
    text = page.get_textpage()
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, index) != 1:
            letter = _letter(pdfium.FPDFText_GetUnicode(text, index))
            placed = _placed(text, index, letter, turn, width, height) if letter else None
            if placed and math.isfinite(placed.left + placed.right + placed.y + placed.size):
                yield placed
    text.close()


def _letter(code: int) -> str:
    if code in _LIGATURES:
        return unicodedata.normalize("NFKC", chr(code))
    letter = chr(code)
    if letter == _HYPHEN:
        return "-"
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in ("Cc", "Cf"):
        return ""
    return _UNKNOWN if unicodedata.category(letter) in ("Cn", "Cs", "Co") else letter


def _placed(
    text: pypdfium2.PdfTextPage, index: int, letter: str, turn: int, width: float, height: float
) -> Character:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    left, bottom, right, top = text.get_charbox(index, loose=True)
    corners = [_shown(*corner, turn, width, height) for corner in ((left, bottom), (right, top))]
    base = _shown(x.value, y.value, turn, width, height)
    angle = pdfium.FPDFText_GetCharAngle(text, index) + math.radians(turn)
    lean = abs(math.remainder(angle, math.tau))
    first, last = corners[0][0], corners[1][0]
    size = _size(text, index)
    return Character(letter, min(first, last), max(first, last), base[1], size, lean > _UPRIGHT)


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """Return the height of the font as displayed; boxes of letters differ between versions."""
    matrix = pdfium.FS_MATRIX()
    scale = 1.0
    if pdfium.FPDFText_GetMatrix(text, index, matrix):
        scale = math.hypot(matrix.c, matrix.d) or 1.0
    return pdfium.FPDFText_GetFontSize(text, index) * scale or 1.0


def _shown(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """Return a point of the page as displayed, as viewers rotate pages clockwise."""
    match turn:
        case 90:
            return y, width - x
        case 180:
            return width - x, height - y
        case 270:
            return height - y, x
        case _:
            return x, y
