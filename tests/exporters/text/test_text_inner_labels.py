"""Several labels of one sentence are put on separate lines."""

from __future__ import annotations

import pytest

from cableconv.exporters.text.inner_labels import labels_apart


def test_each_further_label_is_on_its_own_line() -> None:
    line = "-- Ways: (1) the choir of port; (2) the big program; and (3) the moon."
    parts = ["-- Ways: (1) the choir of", "   port; (2) the big program;", "   and (3) the moon."]
    assert labels_apart(["-- Ahoy", line], "   ") == ["-- Ahoy", *parts]


@pytest.mark.parametrize(
    "line",
    [
        "Ways: (2) the choir of port; (3) the program.",
        "Ways: (1) the choir of port.",
        "Ways (1) the choir of port; (2) the program.",
    ],
)
def test_a_line_that_does_not_begin_a_list_is_unchanged(line: str) -> None:
    assert labels_apart([line], "") == [line]


def test_bullets_and_letters_are_labels() -> None:
    assert labels_apart(["So: -- the big choir; -- the moon"], "") == [
        "So: -- the big",
        "choir; -- the moon",
    ]
    assert labels_apart(["So: A. the big choir; B. the moon"], "") == [
        "So: A. the big",
        "choir; B. the moon",
    ]
