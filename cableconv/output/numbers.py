"""A set for millions of numbers: thousands in memory, the rest in a temporary file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

_HELD = 10_000
_SIGN = 1 << 63
"""SQLite's 64-bit numbers are signed."""


class Numbers:
    """A set of numbers below 2**64."""

    def __init__(self) -> None:
        self._held: set[int] = set()
        self._stored: Connection | None = None

    def add(self, number: int) -> None:
        """Add a number."""
        self._held.add(number)
        if len(self._held) >= _HELD:
            self._store()

    def __contains__(self, number: int) -> bool:
        if number in self._held:
            return True
        if self._stored is None:
            return False
        found = self._stored.execute("SELECT 1 FROM numbers WHERE n = ?", (number - _SIGN,))
        return found.fetchone() is not None

    def _store(self) -> None:
        """Move the numbers in memory to an unnamed SQLite file, which is deleted automatically."""
        if self._stored is None:
            from sqlite3 import connect

            self._stored = connect("", check_same_thread=False)
            self._stored.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY)")
        rows = ((number - _SIGN,) for number in sorted(self._held))
        self._stored.executemany("INSERT OR IGNORE INTO numbers VALUES (?)", rows)
        self._stored.commit()
        self._held.clear()
