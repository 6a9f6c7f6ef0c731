"""Wrapped lines are not wider than requested, and do not begin like another kind of line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cableconv.exporters.text.wrapping import (
    ANYWHERE,
    BETWEEN_NAMES,
    OUTSIDE_BRACKETS,
    UNWRAPPED,
    wrap,
)


@pytest.mark.parametrize(
    "text",
    [
        "The harbors of the north were counted in a year that nobody knew: 2007. It was",
        "It was said that they found the lights, all of them, in the lists of - as it were -",
        "The keeper asked us to read what follows, and it was a text in two: A. the lamp B. oil",
        "The list of what every harbor in the north has asked for by now DEPT FOR EUR was lost",
        "The keeper of the northern lights read what the paper said END TEXT and nothing else",
        "The keeper of the north read it. (SBU) (Begin text of letter) It rang. (End text) It",
    ],
)
def test_no_line_begins_like_a_paragraph_mark(text: str) -> None:
    for width in range(30, 69):
        lines = wrap(text, width)
        marks = ("2007.", "-", "A.", "B.", "DEPT FOR", "END TEXT", "(SBU)", "(Begin", "(End")
        assert " ".join(lines) == text
        assert not any(line.startswith(marks) for line in lines[1:])


@given(st.text("ab-:. \t", min_size=1, max_size=200), st.integers(1, 69))
@example("a " * 20 + "well- and truly", 41)
def test_wrapping_changes_only_spaces_and_never_breaks_after_a_hyphen_or_colon(
    text: str, width: int
) -> None:
    lines = wrap(text, width)
    assert " ".join(" ".join(lines).split()) == " ".join(text.split())
    assert not any(line.endswith(("-", ":")) for line in lines[:-1])


@given(st.text("ab ", min_size=1, max_size=200), st.integers(15, 69))
def test_a_line_is_too_wide_only_for_a_long_word(text: str, width: int) -> None:
    longest = max(map(len, text.split()), default=0)
    assert all(len(line) <= max(width, longest) for line in wrap(text, width, fit=ANYWHERE))


def test_the_first_line_has_the_lead_and_the_others_are_indented() -> None:
    assert wrap("one two three four five six", 21, "REF: ", "     ", ANYWHERE) == [
        "REF: one two three",
        "     four five six",
    ]


def test_a_lead_wider_than_the_line_keeps_its_text_beside_it() -> None:
    assert wrap("one two three", 15, "A" * 20 + " ", "", ANYWHERE)[0] == "A" * 20 + " one"


def test_a_word_longer_than_the_line_is_not_broken() -> None:
    assert wrap("a " + "x" * 80 + " and so on", 30) == ["a", "x" * 80, "and so on"]


def test_no_word_is_alone_on_the_last_line() -> None:
    assert wrap("the keeper lit the lamps of Reykjavik", 30) == [
        "the keeper lit the lamps",
        "of Reykjavik",
    ]


def test_names_are_broken_only_before_capitals_and_after_commas() -> None:
    text = "Consul General Ida van der Pell of the office of harbors, reasons 1.4 b and d."
    for width in range(20, 69):
        for line in wrap(text, width, fit=BETWEEN_NAMES)[:-1]:
            following = text[text.index(line) + len(line) + 1 :]
            assert line.endswith(",") or following[0].isupper()


def test_names_in_brackets_are_kept_together() -> None:
    tags = "PREL, PGOV, (PELL, JONAS HARALD), (FENWICK, IDA), NO"
    for width in range(20, 60):
        for line in wrap(tags, width, fit=OUTSIDE_BRACKETS):
            assert line.count("(") == line.count(")")


def test_without_a_width_there_is_one_line() -> None:
    assert len(wrap("lamp " * 5000, UNWRAPPED)) == 1


@pytest.mark.parametrize("text", ["a\x0b\x1cb", "a\u2028b", "a\tb", "a\u00a0b", "a  b"])
def test_white_space_of_any_kind_is_a_space(text: str) -> None:
    assert wrap(text, 69) == ["a b"]
