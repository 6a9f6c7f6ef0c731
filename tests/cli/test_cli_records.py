"""Rows with columns on the command line: ``--column`` names their contents."""

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
    """Create a table with unusual column names."""
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


def test_columns_are_named_by_their_contents(call: Call, table: str) -> None:
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


def test_an_unknown_column_is_an_error_that_names_the_columns(call: Call, table: str) -> None:
    ended = call(table, "--column", "text=body", "-t", "json")
    assert ended.code == ExitCode.INPUT
    assert "no column 'body'" in ended.err
    assert "shelf mark, what it says, remarks, kept since" in ended.err


def test_an_unknown_column_role_is_a_usage_error(call: Call, table: str) -> None:
    ended = call(table, "--column", "shade=remarks", "-t", "json")
    assert ended.code == ExitCode.USAGE
    assert "text, header, id, date, office, classification" in ended.err


def test_a_column_named_twice_or_without_a_name_is_a_usage_error(call: Call, table: str) -> None:
    assert call(table, "--column", "text", "-t", "json").code == ExitCode.USAGE
