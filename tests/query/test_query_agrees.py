"""``find``, SQLite's full-text search and grep agree on ten queries."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from calling import EXAMPLES
from real_cables import real_texts

import cableconv
from cableconv import Cable
from cableconv.query import Hit, parse_query
from cableconv.tree_texts import texts

QUESTIONS = [
    "fisheries", "ambassador", "trade", "economic", "minist*", "inform*", '"embassy suva"',
    '"prime minister"', '"the government"', '"on the margins of"',
]  # fmt: skip
"""Words, prefixes and phrases that are spelt alike in both languages."""


@pytest.fixture(scope="module", params=["examples", "real cables"])
def files(request: pytest.FixtureRequest) -> Sequence[Path]:
    """Return the examples, or every 25th real cable if there are any."""
    return sorted(EXAMPLES.rglob("*.txt")) if request.param == "examples" else real_texts(25)


@pytest.fixture(scope="module")
def cables(files: Iterable[Path]) -> Sequence[Cable]:
    return [cableconv.parse(file) for file in files]


@pytest.fixture(scope="module")
def database(cables: Sequence[Cable], tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("cableconv_sqlite")
    target = tmp_path_factory.mktemp("search") / "all.sqlite"
    cableconv.collect(cables, target, to="sqlite")
    return target


def hits(cable: Cable, words: str) -> list[Hit]:
    """Return the paragraphs that ``find`` shows."""
    return [hit for hit in parse_query(f"body:{words}").hits(cable) if hit.text]


@pytest.mark.parametrize("words", QUESTIONS)
def test_full_text_search_finds_the_same_paragraphs(
    cables: Sequence[Cable], database: Path, words: str
) -> None:
    found = {
        (number, hit.path) for number, each in enumerate(cables, 1) for hit in hits(each, words)
    }
    sql = """SELECT cable, path FROM paragraphs_search JOIN paragraphs
             ON paragraphs.paragraph = paragraphs_search.rowid WHERE paragraphs_search MATCH ?"""
    with closing(sqlite3.connect(database)) as connection:
        assert found == set(connection.execute(sql, [words]).fetchall())


@pytest.mark.parametrize("words", QUESTIONS)
def test_grep_finds_the_same_cables(
    files: Sequence[Path], cables: Sequence[Cable], words: str
) -> None:
    inner = r"[\W_]+".join(words.strip('"').split()).replace("*", r"\w*")
    expression = re.compile(rf"\b{inner}\b", re.IGNORECASE)
    for file, cable in zip(files, cables, strict=True):
        in_file = expression.search(file.read_text(encoding="utf-8", errors="replace"))
        in_body = any(expression.search(text) for _, text in texts(cable.body))
        assert bool(hits(cable, words)) == bool(in_file and in_body), file
