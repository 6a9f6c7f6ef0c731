"""Tests of the errors: their hierarchy, their data, and the messages made from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableconv import errors
from cableconv.errors import CableconvError, InputError

ALL = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and kind.__module__ == errors.__name__
]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_error_is_a_cableconv_error_and_named_error(kind: type) -> None:
    assert issubclass(kind, CableconvError)
    assert kind.__name__.endswith("Error")
    assert kind.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (InputError("no such file"), "no such file"),
        (InputError("no such file", path=Path("a.txt")), "a.txt: no such file"),
        (InputError("not JSON", path="a.json", line=3, column=7), "a.json:3:7: not JSON"),
        (InputError("not JSON", path="a.json", line=3, hint="correct it there."),
         "a.json:3: not JSON; correct it there."),
    ],
)  # fmt: skip
def test_the_message_is_made_of_place_problem_and_hint(error: InputError, says: str) -> None:
    assert str(error) == says


def test_the_parts_of_a_message_are_attributes() -> None:
    error = InputError("not JSON", path="a.json", line=3, column=7, hint="correct it there.")
    assert (error.message, error.path, error.line) == ("not JSON", "a.json", 3)
    assert (error.column, error.hint) == (7, "correct it there.")
