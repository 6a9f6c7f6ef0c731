"""Paragraphs that a scrape joined to the line before: their number stands inside a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from cableconv.parser.lines import Line

_INNER = re.compile(
    r"(?<=\S)\s+(?=¶\s?\d{1,3}\.)"
    r"|(?<=[.!?\"”)\w-])\s+(?=\d{1,3}\.\s{0,2}\((?:TS|SBU|S|C|U)[)/ ])"
)


def split_at_inner_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines, cut where a number with a pilcrow or a portion marking stands inside one.

    A cut costs nothing: what turns out to be no paragraph is running text again.
    """
    found: list[Line] = []
    for line in lines:
        text = line.text
        if ". (" not in text and ".(" not in text and ".  (" not in text and "¶" not in text[1:]:
            found.append(line)
            continue
        cuts = [mark.end() for mark in _INNER.finditer(text)]
        bounds = [0, *cuts, len(text)]
        for start, end in itertools.pairwise(bounds):
            piece = Line(line.start + start, text[start:end].rstrip(), line.indent)
            if start == 0:
                piece.gap, piece.cut = line.gap, line.cut
            found.append(piece)
    return found
