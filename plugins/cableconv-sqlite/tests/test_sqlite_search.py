"""The index of words: the same however the rows came, and complete."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cableconv import Cable
from cableconv.cable import Paragraph
from cableconv.plugins import IsReplaced

from cableconv_sqlite import prepare_rows, search
from cableconv_sqlite.database import Database

CABLES = [
    Cable(
        id=f"08OSLO{number}",
        subject=f"LIGHTHOUSE {number}",
        body=tuple(Paragraph(text=f"Tide {number} clock {n}.") for n in range(number % 4)),
    )
    for number in range(1, 12)
]


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Index three rows at a time, so that a dozen rows are several steps."""
    monkeypatch.setattr(search, "_STEP", 3)


def written(target: Path, cables: list[Cable], kept: tuple[Path, IsReplaced] | None = None) -> Path:
    database = Database(target, kept)
    for each in cables:
        database.add(prepare_rows(each))
    database.close()
    return target


@pytest.mark.parametrize("number", range(len(CABLES) + 1))
def test_adding_to_a_file_gives_the_bytes_of_one_run(tmp_path: Path, number: int) -> None:
    whole = written(tmp_path / "whole", CABLES)
    earlier = written(tmp_path / "earlier", CABLES[:number])
    added_to = written(tmp_path / "new", CABLES[number:], (earlier, lambda _: False))
    assert added_to.read_bytes() == whole.read_bytes()


def test_every_row_is_indexed_once(tmp_path: Path) -> None:
    with closing(sqlite3.connect(written(tmp_path / "whole", CABLES))) as connection:
        for table in ("paragraphs", "cables"):
            name = f"{table}_search"
            connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        for words, table, found in (("tide", "paragraphs", 18), ("lighthouse", "cables", 11)):
            asked = f"SELECT count(*) FROM {table}_search WHERE {table}_search MATCH ?"
            assert connection.execute(asked, (words,)).fetchone() == (found,)


def test_a_finished_file_has_the_usual_settings(tmp_path: Path) -> None:
    with closing(sqlite3.connect(written(tmp_path / "whole", CABLES))) as connection:
        settings = dict(connection.execute("SELECT k, v FROM paragraphs_search_config"))
    assert (settings["automerge"], settings["crisismerge"]) == (4, 16)
