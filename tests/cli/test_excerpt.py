"""Tests of the quoted source line and its caret."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cableconv.cli import findings
from cableconv.corpus.questions import line_of


def excerpt(text: str, line: int, column: int, width: int) -> list[str]:
    """Return the excerpt of a place in a text; nothing if it has no such line."""
    source = line_of(text, line, column + width)
    return [] if source is None else list(findings.excerpt(source, line, column, width))


def test_the_caret_is_below_the_column() -> None:
    assert excerpt("one\r\ntwo three\r\n", 2, 5, 80) == [
        "     2 | two three",
        "       |     ^",
    ]


def test_a_long_line_is_cut_around_the_column() -> None:
    shown, caret = excerpt("-" * 5000 + "X" + "-" * 5000, 1, 5001, 60)
    assert len(shown) <= 60
    assert shown[caret.index("^")] == "X"


def test_codes_of_control_characters_shift_the_caret() -> None:
    shown, caret = excerpt("\x1b[2J\tX", 1, 6, 60)
    assert shown.endswith("\\x1b[2J X")
    assert shown[caret.index("^")] == "X"


def test_a_missing_line_has_no_excerpt() -> None:
    assert excerpt("one", 2, 1, 80) == []


@given(st.text(), st.integers(1, 9), st.integers(1, 200), st.integers(40, 120))
def test_any_place_of_any_text_gives_printable_lines(
    text: str, line: int, column: int, width: int
) -> None:
    for shown in excerpt(text, line, column, width):
        assert shown.isprintable() or "\u00a0" not in shown
        assert "\n" not in shown
