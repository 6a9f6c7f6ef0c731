"""Which lines of a paragraph without a number could be read as a list or a title."""

from __future__ import annotations

import pytest

from cableconv.cable import AnyBlock, Heading, Paragraph, Preformatted
from cableconv.exporters.text.doubts import follow_people, is_doubtful, looks_like_list

NUMBERED = Paragraph(number=1, text="Ahoy.")
PLAIN = Paragraph(text="Ahoy.")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["l" * 45, "l" * 9], True),
        (["l" * 46, "l" * 9], False),
        (["l" * 45], False),
        (["Name: " + "l" * 50, "Post: Oslo"], True),
        (["Name: " + "l" * 50, "Oslo"], False),
    ],
)
def test_short_or_labelled_lines_are_a_list(lines: list[str], expected: bool) -> None:
    assert looks_like_list(lines, "", 69) is expected


@pytest.mark.parametrize("end", [".", ",", ";", '."', ".)"])
def test_a_line_that_ends_like_a_sentence_is_not_a_title(end: str) -> None:
    assert not is_doubtful([f"The Second Tide{end}"], None, NUMBERED)


def test_a_colon_ends_a_title_whose_words_have_capitals() -> None:
    assert is_doubtful(["The Second Tide of April:"], None, NUMBERED)
    assert not is_doubtful(["The Second Tide:"], None, Heading(text="Comment"))
    assert not is_doubtful(["The second tide came in April:"], None, NUMBERED)


@pytest.mark.parametrize("end", ["", "?", "...", ". . .", '"', '..."'])
def test_a_line_that_ends_like_a_title_may_be_one(end: str) -> None:
    assert is_doubtful([f"The Second Tide{end}"], None, NUMBERED)
    assert is_doubtful([f"The Second Tide{end}"], None, Heading(text="Comment"))


def test_a_title_has_three_lines_at_most() -> None:
    assert is_doubtful(["The", "Second", "Tide"], None, NUMBERED)
    assert not is_doubtful(["The", "Second", "Tide", "Came"], None, NUMBERED)


def test_a_name_at_the_end_has_forty_characters_at_most() -> None:
    assert is_doubtful(["W" + "r" * 39], None, None)
    assert not is_doubtful(["W" + "r" * 40], None, None)


def test_a_banner_may_continue_on_the_next_line() -> None:
    assert is_doubtful(["Please visit Oslo's classified", "website at noon."], PLAIN, PLAIN)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ((), True),
        ((Heading(text="Oslo"),), True),
        ((Paragraph(text="Oslo"), Preformatted(text="Pell\nWray")), True),
        ((Paragraph(text="The keepers of the clock all came from Oslo."),), False),
    ],
)
def test_people_are_announced_above_their_parties(
    above: tuple[AnyBlock, ...], expected: bool
) -> None:
    around = Paragraph(number=3, text="Participants:")
    lines = ["Ida Fenwick", "Keeper of the Clock"]
    assert follow_people(lines, above, around) is expected
    assert follow_people(lines, (Paragraph(text="PARTICIPANTS:"), *above), None) is expected
    assert not follow_people(lines, above, Paragraph(number=3, text="Reasons:"))
