"""Tests of the marks at a paragraph's beginning, one form of print a row."""

from __future__ import annotations

from typing import Any

import pytest

from cableconv.parser.lexer.paragraph_marks import ParagraphMark, read_paragraph_mark


def mark(digits: str, marking: str | None = None, **more: Any) -> ParagraphMark:
    """Return a mark with a full stop; ``end`` is left out."""
    return ParagraphMark(digits, **{
        "pilcrow": False, "dotted": True, "marking": marking, "repaired": False, "end": 0, **more,
    })  # fmt: skip


PLAIN = {"dotted": False}
LIKE_ITEM = {"dotted": False, "bracketed": True}
IN_BRACKETS = {"dotted": False, "enclosed": True}
MARKS = {
    "4. (C) |": mark("4", "C"),
    "4.. (C) |": mark("4", "C"),
    "4.: |": mark("4"),
    "4.- |": mark("4"),
    "4 (C) |": mark("4", "C", **PLAIN),
    "4 - (C) |": mark("4", "C", **PLAIN),
    "4) (C) |": mark("4", "C", **LIKE_ITEM),
    "(4) (C) |": mark("4", "C", **IN_BRACKETS),
    "(4) [C] |": mark("4", "C", **IN_BRACKETS),
    "(4) C) |": mark("4", "C", repaired=True, **IN_BRACKETS),
    "#4. (C) |": mark("4", "C"),
    "PARA 4. (C) |": mark("4", "C"),
    "¶14. |": mark("14", pilcrow=True),
    "¶4 |": mark("4", pilcrow=True, dotted=False),
    "¶ 4 (C) |": mark("4", "C", pilcrow=True, dotted=False),
    "(C) 4. |": mark("4", "C"),
    "(C) ¶4. |": mark("4", "C", pilcrow=True),
    "(C) ¶4 |": mark("4", "C", pilcrow=True, dotted=False),
    "(C) ¶4 |(S) ": mark("4", "C", pilcrow=True, dotted=False),
    "(C) 4 |(S) ": mark("4", "C", **PLAIN),
    "(C) (4) |S) ": mark("4", "C", **IN_BRACKETS),
    "1O. (C) |": mark("10", "C", repaired=True),
    "¶1O. |": mark("10", pilcrow=True, repaired=True),
    "4. (c) |": mark("4", "c"),
    "4. [C] |": mark("4", "C"),
    "4. (C |": mark("4", "C", repaired=True),
    "4. C) |": mark("4", "C", repaired=True),
}
"""A line's beginning, with a bar where the text begins, and its mark."""


@pytest.mark.parametrize("beginning", MARKS)
def test_a_mark_is_read(beginning: str) -> None:
    found = read_paragraph_mark(beginning.replace("|", "") + "The clock was late.")
    expected = {name: getattr(MARKS[beginning], name) for name in ParagraphMark.__struct_fields__}
    assert found == ParagraphMark(**{**expected, "end": beginning.index("|")})


@pytest.mark.parametrize(
    "beginning",
    ["4 ", "4) ", "(4) ", "(C) 4 ", "¶(4) ", "¶ ", "PARA 4. ", "49.3", "¶49.3"],
)
def test_other_numbers_are_not_marks(beginning: str) -> None:
    assert read_paragraph_mark(f"{beginning}The clock was late.") is None
