"""Full-text search: an index of the words of a table, which grows while rows are added."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

_STEP = 4096
"""Rows that are indexed together.

Steps end at multiples of it, so that the index depends on the rows alone, not on when they came.
"""

_BUILDING = {"automerge": 0, "crisismerge": 1000, "hashsize": 4 << 20}
"""Settings of FTS5 for many words at once: its parts are merged at the end, not again and again."""

_USUAL = {"automerge": 4, "crisismerge": 16, "hashsize": 1 << 20}
"""The defaults (https://sqlite.org/fts5.html, 6), for those who change the finished file."""


class Search:
    """The index of some columns of a table; ``key`` is the column with the numbers of its rows.

    The index has no copy of the texts.  Datasette finds it by content="...", spelt just so.
    """

    def __init__(
        self, connection: sqlite3.Connection, table: str, key: str, columns: Sequence[str]
    ) -> None:
        self._connection = connection
        self._name = f"{table}_search"
        named = ", ".join(columns)
        connection.execute(
            f'CREATE VIRTUAL TABLE {self._name} USING fts5 ({named}, content="{table}", '
            f"content_rowid=\"{key}\", tokenize = 'unicode61 remove_diacritics 2')"
        )
        self._last = f"SELECT max({key}) FROM {table}"
        self._add = (
            f"INSERT INTO {self._name} (rowid, {named}) "
            f"SELECT {key}, {named} FROM {table} WHERE {key} > ? AND {key} <= ?"
        )
        self._indexed = 0
        self._set(_BUILDING)

    def follow(self) -> None:
        """Index the rows of all steps that are full."""
        last = self._last_row()
        while self._indexed + _STEP <= last:
            self._index(self._indexed + _STEP)

    def finish(self) -> None:
        """Index the other rows, and make the index as small and fast as possible."""
        self.follow()
        self._index(self._last_row())
        self._connection.execute(f"INSERT INTO {self._name} ({self._name}) VALUES ('optimize')")
        self._set(_USUAL)

    def _last_row(self) -> int:
        (last,) = self._connection.execute(self._last).fetchone()
        return last or 0

    def _index(self, last: int) -> None:
        self._connection.execute(self._add, (self._indexed, last))
        self._indexed = last

    def _set(self, values: dict[str, int]) -> None:
        setting = f"INSERT INTO {self._name} ({self._name}, rank) VALUES (?, ?)"
        self._connection.executemany(setting, values.items())
