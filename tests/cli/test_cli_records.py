"""Rows with columns from the command line: ``--column`` says which holds what."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from calling import EXAMPLES, Call

from cableconv.cli.exit_codes import ExitCode

PLAIN = (EXAMPLES / "plain.txt").read_text(encoding="utf-8")


@pytest.fixture
def table(here: Path) -> str:
    """A table whose columns have names that nobody else uses."""
    with (here / "clock.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["shelf mark", "what it says", "remarks", "kept since"])
        writer.writerow(["A7", PLAIN, "SUBJECT: a copy of TAGS: PREL", "2008-05-13 12:05:00"])
    return "clock.csv"


def converted(call: Call, *arguments: str) -> dict[str, object]:
    ended = call(*arguments, "-t", "json", "-o", "-")
    assert ended.code == ExitCode.OK, ended.err
    tree: dict[str, object] = json.loads(ended.out)
    return tree


def test_columns_are_named_by_what_they_say(call: Call, table: str) -> None:
    tree = converted(
        call, table, "--column", "text=what it says", "--column", "id=shelf mark",
        "--column", "date=kept since",
    )  # fmt: skip
    source = tree["source"]
    assert isinstance(source, dict)
    assert tree["id"] == "08REYKJAVIK41"
    assert (source["id"], source["date"][:10], source["row"]) == ("A7", "2008-05-13", 1)


def test_the_column_of_texts_is_found_without_being_named(call: Call, table: str) -> None:
    assert converted(call, table)["id"] == "08REYKJAVIK41"


def test_a_column_that_is_not_there_is_an_error_that_names_those_that_are(
    call: Call, table: str
) -> None:
    ended = call(table, "--column", "text=body", "-t", "json")
    assert ended.code == ExitCode.INPUT
    assert "no column 'body'" in ended.err
    assert "shelf mark, what it says, remarks, kept since" in ended.err


def test_what_no_column_says_is_a_fault_of_the_call(call: Call, table: str) -> None:
    ended = call(table, "--column", "shade=remarks", "-t", "json")
    assert ended.code == ExitCode.USAGE
    assert "text, header, id, date, office, classification" in ended.err


def test_a_column_named_twice_or_without_a_name_is_a_fault_of_the_call(
    call: Call, table: str
) -> None:
    assert call(table, "--column", "text", "-t", "json").code == ExitCode.USAGE
