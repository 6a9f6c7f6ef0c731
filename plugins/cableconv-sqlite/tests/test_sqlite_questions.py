"""The queries of README and metadata give the right answers."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cableconv_sqlite.command import metadata

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCK = re.search(r"<!-- questions -->\n```sql\n(.*?)```", README, re.DOTALL)
QUESTIONS = re.findall(r"SELECT.*?;", BLOCK[1] if BLOCK else "", re.DOTALL)
ANSWERS: list[list[tuple[object, ...]]] = [
    [("OSLO", 2008, 1), ("STATE", 2008, 1)],
    [("08OSLO123", "08STATE4711")],
    [("08OSLO123", 1, "SUMMARY: The [tide clock] was late. END SUMMARY."),
     ("08OSLO123", 3, "COMMENT: We trust the [tide clock]. END COMMENT.")],
    [("07OSLO98", 1), ("08STATE4711", 1)],
    [("07OSLO98", 1)],
    [("Ida Fenwick", 1, "2008-05-13T12:05:00Z", "2008-05-13T12:05:00Z")],
    [("OSLO", "SECSTATE WASHDC", 1), ("STATE", "AMEMBASSY OSLO", 1)],
    [(2008, 2)],
    [("08OSLO123", 3, "COMMENT: We trust the tide clock. END COMMENT.")],
]  # fmt: skip
ASKED = {
    "phrase": {"phrase": 'the "tide clock"'},
    "citing": {"post": "STATE"},
    "thread": {"id": "08STATE4711"},
    "tag_in_years": {"tag": "PREL"},
    "doubts": {},
}
Ask = Callable[..., list[tuple[object, ...]]]


@pytest.mark.parametrize(("question", "answer"), list(zip(QUESTIONS, ANSWERS, strict=True)))
def test_queries_of_the_readme(question: str, answer: list[tuple[object, ...]], ask: Ask) -> None:
    assert ask(question) == answer


def test_accents_do_not_matter(ask: Ask) -> None:
    sql = "SELECT count(*) FROM paragraphs_search WHERE paragraphs_search MATCH 'cafe'"
    assert ask(sql) == [(1,)]


@pytest.mark.parametrize("name", ASKED)
def test_every_query_of_the_metadata_can_be_run(name: str, database: Path) -> None:
    about = metadata("cables")["databases"]["cables"]  # type: ignore[index]
    assert set(about["queries"]) == set(ASKED)
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(about["queries"][name]["sql"], ASKED[name]).fetchall()
    assert bool(rows) is (name != "doubts")


def test_the_metadata_names_existing_tables_and_columns(ask: Ask) -> None:
    about = metadata("cables")["databases"]["cables"]  # type: ignore[index]
    for table, said in about["tables"].items():
        columns = {row[1] for row in ask(f"PRAGMA table_info({table})")}
        named = {*said.get("facets", []), *said.get("columns", {})}
        assert named and named <= columns
