"""How a text ends above plain text: with a full stop, a closing mark, or a short last line."""

from __future__ import annotations

import pytest

from cableconv.exporters.text.endings import ended, no_name, no_title

LAST = "the lamps of the harbor burned"  # 30 characters


@pytest.mark.parametrize("end", [".", "!", "?", ":", ";", '."', ".')", '"', "”", ")", "?”"])
def test_a_text_with_a_full_stop_or_closing_mark_is_unchanged(end: str) -> None:
    assert ended([f"{LAST}{end}"], "", 0) == [f"{LAST}{end}"]


@pytest.mark.parametrize("end", ["", ",", ".x", ". 5", "']", '" 5'])
def test_a_text_without_a_mark_is_broken_before_its_last_words(end: str) -> None:
    first, last = ended([f"{LAST}{end}"], "", 0)
    assert f"{first} {last}" == f"{LAST}{end}"
    assert len(last) <= 28


def test_a_last_line_of_28_characters_is_short() -> None:
    assert ended([LAST[:28]], "", 0) == [LAST[:28]]
    assert len(ended([LAST[:29]], "", 0)) == 2


def test_only_the_last_line_is_broken_and_has_the_indent_of_the_others() -> None:
    lines = ["-- first", "   second", f"   {LAST}"]
    assert ended(lines, "   ", 3) == [*lines[:2], "   the lamps of the", "   harbor burned"]


def test_no_line_is_broken_before_the_start_of_the_text() -> None:
    line = "word word word word word word-word-word-word"
    assert ended([line], "", 25) == [line]


def test_a_line_whose_last_words_are_kept_together_is_unchanged() -> None:
    for line in ("w" * 40, "lamp " + "w" * 22 + " lamps"):
        assert ended([line], "", 0) == [line]
    fits = "lamp " + "w" * 21 + " lamps"
    assert ended([fits], "", 0) == ["lamp", fits[5:]]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["Sent to the keeper in", "  OSLO HARBOUR"], ["Sent to the", "  keeper in OSLO HARBOUR"]),
        (["SENT TO", "  OSLO HARBOUR"], ["SENT TO OSLO HARBOUR"]),
        (
            ["  THE KEEPER OF THE CLOCK SENT ALL OF THE LAMPS TO", "  OSLO HARBOUR"],
            ["  THE KEEPER OF", "  THE CLOCK SENT ALL OF THE LAMPS TO OSLO HARBOUR"],
        ),
        (["Sent to the keeper in", "  Oslo Harbour"], None),
        (["OSLO HARBOUR"], None),
    ],
)
def test_the_last_line_does_not_look_like_a_name(lines: list[str], left: list[str] | None) -> None:
    assert no_name(lines, "  ") == (left or lines)


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["The keeper was told of it.", "BELL 7"], ["The keeper was told", "of it. BELL 7"]),
        (["The keeper came (see B).", "BELL 7"], ["The keeper came", "(see B). BELL 7"]),
        (["The keeper was told of", "BELL 7"], None),
        (["The keeper was told of it.", "BELL 7."], None),
        (["The keeper was told of it.", "END SUMMARY"], None),
    ],
)
def test_a_last_line_above_a_number_does_not_look_like_a_title(
    lines: list[str], left: list[str] | None
) -> None:
    assert no_title(lines, "") == (left or lines)
