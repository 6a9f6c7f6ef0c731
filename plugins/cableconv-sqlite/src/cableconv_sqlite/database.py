"""The database under construction: rows and words are added with each cable, indexes at the end."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from cableconv.plugins import IsReplaced

from cableconv_sqlite.cable_rows import CableRows
from cableconv_sqlite.disk import disk_failures
from cableconv_sqlite.kept_rows import keep_rows
from cableconv_sqlite.search import Search
from cableconv_sqlite.values import Row

VERSION = 1
"""The version of the tables, stored as SQLite's ``user_version``."""

# Nobody else sees the file before it is finished, so it needs no journal.
_SETTINGS = "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
_COUNTED = {"paragraphs": (None,)}
"""Tables whose rows SQLite counts itself, in their first column."""

_SEARCHED = (
    ("paragraphs", "paragraph", ("text",)),
    ("cables", "cable", ("subject", "summary")),
)
"""Tables with full-text search: their key, and the columns with words."""

Kept = tuple[Path, IsReplaced]
"""An earlier file, and which of its cables come again."""


class Database:
    """A collection of cables in tables; none of them is kept in memory.

    With ``kept`` it begins with the others of an earlier file; errors as ``keep_rows``.
    """

    def __init__(self, target: Path, kept: Kept | None = None) -> None:
        self._is_attached = kept is not None
        self._last = 0
        place = target.absolute().as_uri()
        self._connection = sqlite3.connect(place, isolation_level=None, uri=True)
        try:
            with disk_failures():
                self._connection.executescript(_SETTINGS + _script("tables.sql"))
                if kept:
                    self._last = keep_rows(self._connection, VERSION, *kept)
                else:
                    self._connection.execute("BEGIN")
                self._searches = self._begun_searches()
        except BaseException:
            self._connection.close()
            raise

    def add(self, rows: CableRows) -> None:
        """Store one cable's rows; a second cable with the same id has its own rows.

        Raises:
            OSError: the disk is full.
        """
        self._last += 1
        with disk_failures():
            for table, each in rows.items():
                first = (*_COUNTED.get(table, ()), self._last)
                self._insert(table, [first + row for row in each])
            for search in self._searches:
                search.follow()

    def close(self) -> None:
        """Add what is faster to create at the end, and make the file as small as possible.

        Raises:
            OSError: the disk is full.
        """
        with closing(self._connection), disk_failures():
            for search in self._searches:
                search.finish()
            self._connection.execute("COMMIT")
            if self._is_attached:
                self._connection.execute("DETACH earlier")
            self._connection.executescript(_script("indexes.sql") + _script("views.sql"))
            self._connection.execute(f"PRAGMA user_version = {VERSION}")
            self._connection.execute("ANALYZE")
            self._connection.execute("VACUUM")

    def _begun_searches(self) -> tuple[Search, ...]:
        """Begin the indexes of words; rows that are kept are the first."""
        searches = tuple(Search(self._connection, *each) for each in _SEARCHED)
        for search in searches:
            search.follow()
        return searches

    def _insert(self, table: str, rows: list[Row]) -> None:
        places = ", ".join("?" * len(rows[0]))
        self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def _script(name: str) -> str:
    return files("cableconv_sqlite").joinpath(name).read_text(encoding="utf-8")
