"""What a container costs grows with its length: shapes that once took the square of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

import cableconv
from cableconv.errors import InputError

FORM = "| **MRN:** | 08 OSLO 12 |\n| **From:** | AMEMBASSY OSLO |\n"
SHAPES: dict[str, Callable[[int], str]] = {
    "an element of many attributes": lambda number: (
        '<cable xmlns="urn:cableconv:cable:1" '
        + " ".join(f'a{each}="1"' for each in range(2 * number))
        + "/>"
    ),
    "a form's field of many lines": lambda number: FORM + "| a | b |\n" * number,
    "a form of many fields": lambda number: FORM + "| **TAGS:** | PREL |\n" * number,
}
MANY = 16_000
SECONDS = 1.5
"""Some times what it takes, and less than the square of it took."""


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_container_takes_a_moment(shape: str) -> None:
    text = SHAPES[shape](MANY)
    begin = time.process_time()
    with suppress(InputError):  # of the attributes
        cableconv.parse(text)
    assert time.process_time() - begin < SECONDS
