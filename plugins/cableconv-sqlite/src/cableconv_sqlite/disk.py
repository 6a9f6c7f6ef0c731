"""Errors of a full disk, as reported by SQLite and by the system."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_MEANINGS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_IOERR: errno.EIO,
}
_PRIMARY = 0xFF  # of a result code (https://sqlite.org/rescode.html)


@contextmanager
def disk_failures() -> Iterator[None]:
    """Raise OSError for errors of the disk; other errors pass through."""
    try:
        yield
    except sqlite3.OperationalError as error:
        number = _MEANINGS.get(error.sqlite_errorcode & _PRIMARY)
        if number is None:
            raise
        raise OSError(number, os.strerror(number)) from error
