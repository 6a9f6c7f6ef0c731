"""Several telegrams in one text: each line belongs to one of them, even if clean-up moved it."""

from __future__ import annotations

import pytest

from cableconv.parser.cleanup.copies.duplicate_telegrams import split_telegrams
from cableconv.parser.lexer.lines import split_lines

TELEGRAM = "UNCLAS OSLO 00012{}\n\nSUBJECT: GEESE\n\n1. They came.\n\n"
TEXT = "".join(map(TELEGRAM.format, (3, 3, 4, 5, 3)))


@pytest.mark.parametrize("moved", range(3, 15))
@pytest.mark.parametrize("to", [0, 1, 3])
def test_each_line_belongs_to_one_telegram(moved: int, to: int) -> None:
    lines = split_lines(TEXT)
    lines.insert(to, lines.pop(moved))
    copies = split_telegrams(lines)
    parts = [copies.lines, *copies.repeated, *copies.others]
    assert all(parts)
    starts = [line.start for part in parts for line in part]
    assert sorted(starts) == sorted(line.start for line in lines)
