"""A disk that takes no more, as SQLite tells of it and as the system does."""

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
    """Raise OSError for what is the disk's fault; whatever else goes wrong is the caller's."""
    try:
        yield
    except sqlite3.OperationalError as error:
        number = _MEANINGS.get(error.sqlite_errorcode & _PRIMARY)
        if number is None:
            raise
        raise OSError(number, os.strerror(number)) from error
