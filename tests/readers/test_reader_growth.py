"""Reading time grows linearly with a container's length, also for formerly quadratic kinds."""

from __future__ import annotations

import gc
import json
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
    "columns of many values": lambda number: json.dumps(
        {"id": ["7"] * number, "body": ["FM AMEMBASSY OSLO\nTAGS: PREL"] * number}
    ),
    "texts joined many times": lambda number: (
        "INSERT INTO c (id, body) VALUES (1, " + "'TAGS: PREL' || chr(10) || " * number + "'');"
    ),
    "quotations between dollars": lambda number: "INSERT INTO c VALUES (1, $a" * number,
    "comments without a statement": lambda number: (
        "INSERT INTO c (id, body) VALUES (1, 'TAGS: PREL');\n" + "-- x\n" * 10 * number
    ),
    "a row of quotes": lambda number: "INSERT INTO c VALUES (1, '" + "'" * 8 * number,
    "a row of backslashes": lambda number: '[{"id": "' + "\\" * 16 * number,
    "a row of quotes in a table": lambda number: 'id,body\n1,"' + '"' * 16 * number,
    "a table's field of many lines": lambda number: 'id,body\n1,"' + 'he said ""yes""\n' * number,
    "a form of many fields": lambda number: FORM + "| **TAGS:** | PREL |\n" * number,
}
MANY = 16_000
MOST = 8
"""How many times as long as for a quarter: linear time is 4, quadratic 16."""
SLACK = 0.5
"""Seconds by which short runs may differ."""


@pytest.mark.parametrize("shape", SHAPES)
def test_the_time_grows_with_the_length(shape: str) -> None:
    assert seconds(SHAPES[shape](MANY)) < MOST * seconds(SHAPES[shape](MANY // 4)) + SLACK


def seconds(text: str) -> float:
    """Return the processor time of reading a text, without collections of other tests' garbage."""
    gc.disable()
    begin = time.process_time()
    try:
        with suppress(InputError):  # from attributes
            cableconv.parse(text)
        return time.process_time() - begin
    finally:
        gc.enable()
