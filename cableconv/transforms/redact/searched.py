"""A text in the form in which names are searched for, with its own offsets.

Ligatures, full-width and mathematical letters are the letters they stand for; invisible
characters and accents that are characters of their own are left out.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_LEFT_OUT = ("Cf", "Mn")  # format characters, accents and variation selectors


class Searched(NamedTuple):
    """The normalised text; ``offsets`` has the place of each character and of the end, if it is
    another one.
    """

    text: str
    offsets: list[int] | None = None

    @classmethod
    def of(cls, text: str) -> Searched:
        """Normalise a text."""
        if text.isascii():
            return cls(text)
        pieces = [(letter, at) for at, sign in enumerate(text) for letter in _letters(sign)]
        offsets = [*(at for _, at in pieces), len(text)]
        return cls("".join(letter for letter, _ in pieces), offsets)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the start and end, in the text itself, of a stretch that is not empty.

        It includes the accents that follow it.
        """
        if self.offsets is None:
            return start, end
        return self.offsets[start], max(self.offsets[end - 1] + 1, self.offsets[end])


def _letters(sign: str) -> str:
    """Return what stands for a character: itself, the letters of a ligature, or nothing."""
    if sign.isascii():
        return sign
    if unicodedata.category(sign) in _LEFT_OUT:
        return ""
    whole = unicodedata.normalize("NFKC", sign)
    return whole if whole.isalnum() else sign
