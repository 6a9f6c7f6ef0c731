"""Files to which nothing can be added, and errors of the disk."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cableconv import OutputError

import cableconv_sqlite
from cableconv_sqlite.disk import disk_failures


def other_tables(folder: Path, version: int) -> bytes:
    """Return a database with tables of another program."""
    file = folder / f"other-{version}.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE boats (name)")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    return file.read_bytes()


@pytest.mark.parametrize(
    "form",
    ["nothing", "text", "other tables", "other tables, same version", "half a file", "a lost page"],
)
def test_only_an_undamaged_database_of_its_own_is_added_to(
    tmp_path: Path, database: Path, form: str
) -> None:
    whole = database.read_bytes()
    earlier = tmp_path / "earlier.sqlite"
    earlier.write_bytes(
        {
            "nothing": b"",
            "text": b"The tide clock was late.\n" * 100,
            "other tables": other_tables(tmp_path, 77),
            "other tables, same version": other_tables(tmp_path, 1),
            "half a file": whole[: len(whole) // 2],
            "a lost page": whole[:100] + bytes(4000) + whole[4100:],
        }[form]
    )
    with pytest.raises(OutputError, match="no database of this version") as caught:
        cableconv_sqlite.append_to_database(tmp_path / "new.sqlite", earlier, lambda _: False)
    assert caught.value.path == str(earlier)


@pytest.mark.parametrize(
    ("before", "statement", "number"),
    [
        ("PRAGMA max_page_count = 2", "CREATE TABLE tides AS SELECT zeroblob(90000)", errno.ENOSPC),
        ("PRAGMA query_only = 1", "CREATE TABLE tides (hour)", errno.EROFS),
    ],
)
def test_errors_of_the_disk_are_those_of_the_system(
    tmp_path: Path, before: str, statement: str, number: int
) -> None:
    with closing(sqlite3.connect(tmp_path / "small.sqlite")) as connection:
        connection.execute(before)
        with pytest.raises(OSError, match=r"\S") as caught, disk_failures():
            connection.execute(statement)
    assert caught.value.errno == number


def test_other_errors_of_a_database_stay_what_they_are() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        with pytest.raises(sqlite3.OperationalError, match="syntax error"), disk_failures():
            connection.execute("WIND THE CLOCK")
