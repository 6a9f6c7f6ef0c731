"""What an earlier file holds, put into a new one: all but the cables that come again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cableconv.errors import OutputError
from cableconv.plugins import IsReplaced
from cableconv.rendering.identity import identity

from cableconv_sqlite.disk import disk_failures

_KEPT = "CREATE TEMP TABLE kept (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)"
_HELD = "SELECT cable, id, section, source, source_row FROM earlier.cables ORDER BY cable"
_OTHER_VALUES = {"cable": "new", "paragraph": "NULL"}
"""Of columns that are counted from 1 again."""


def keep_rows(
    connection: sqlite3.Connection, version: int, earlier: Path, is_replaced: IsReplaced
) -> int:
    """Copy them, in their order and counted from 1, in a transaction that stays open.

    It gives how many cables there are.

    Raises:
        OutputError: ``earlier`` is no undamaged file of this version of the tables.
        OSError: the disk is full.
    """
    place = f"{earlier.absolute().as_uri()}?mode=ro&immutable=1"
    with _refused_if_unreadable(earlier), disk_failures():
        connection.execute("ATTACH ? AS earlier", (place,))
        (found,) = connection.execute("PRAGMA earlier.user_version").fetchone()
        if found != version:
            raise _not_ours(earlier)
        connection.execute("BEGIN")  # and not ended: the new rows come in the same transaction
        connection.execute(_KEPT)
        connection.executemany("INSERT INTO kept VALUES (?, ?)", _kept(connection, is_replaced))
        for table in _tables(connection):
            _copy(connection, table)
        (cables,) = connection.execute("SELECT count(*) FROM kept").fetchone()
        connection.execute("DROP TABLE kept")
    return int(cables)


@contextmanager
def _refused_if_unreadable(earlier: Path) -> Iterator[None]:
    """Raise OutputError for what SQLite reports of the file: no database, other tables, damage."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _not_ours(earlier) from error


def _not_ours(earlier: Path) -> OutputError:
    return OutputError(
        "nothing can be added to it, for it is no database of this version of cableconv",
        path=earlier,
        hint="name another file with -o, or write it again without --append.",
    )


def _kept(connection: sqlite3.Connection, is_replaced: IsReplaced) -> Iterator[tuple[int, int]]:
    """The old and new number of each cable that stays."""
    number = 0
    for cable, key, section, source, row in connection.execute(_HELD):
        if not is_replaced(identity(key, section, [source], row)):
            number += 1
            yield cable, number


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY rowid"
    return [name for (name,) in connection.execute(found)]


def _copy(connection: sqlite3.Connection, table: str) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
    values = ", ".join(_OTHER_VALUES.get(name, f'held."{name}"') for name in columns)
    order = "old, position" if "position" in columns else "old"
    connection.execute(
        f"INSERT INTO main.{table} SELECT {values} "
        f"FROM kept CROSS JOIN earlier.{table} AS held ON held.cable = old ORDER BY {order}"
    )
