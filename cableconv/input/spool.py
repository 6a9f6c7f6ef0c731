"""Keeps standard input or a pipe, which can be read only once, so that it can be read again.

Small inputs are kept in memory, others in an unnamed temporary file, which disappears
with its last reader: a dump of any size may come through a pipe.
"""

from __future__ import annotations

import io
import weakref
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LARGEST_HELD = 8 * 1024 * 1024
"""Bytes kept in memory, more than any cable or page has."""

_PIECE = 256 * 1024


def spooled(stream: BinaryIO) -> bytes | Callable[[], BinaryIO]:
    """Read ``stream`` to its end; return its bytes, or a function that opens them repeatedly.

    Raises:
        OSError: it cannot be read, or there is no room for a temporary file.
    """
    data = stream.read(LARGEST_HELD + 1)
    if len(data) <= LARGEST_HELD:
        return data
    from shutil import copyfileobj

    spool = _Spool()
    spool.file.write(data)
    copyfileobj(stream, spool.file, _PIECE)
    return spool.open


class _Spool:
    def __init__(self) -> None:
        import tempfile

        with ExitStack() as stack:
            self.file = stack.enter_context(tempfile.TemporaryFile())
            weakref.finalize(self, stack.pop_all().close)

    def open(self) -> BinaryIO:
        return io.BufferedReader(_View(self), _PIECE)


class _View(io.RawIOBase):
    """A stream over the spool with its own position."""

    def __init__(self, spool: _Spool) -> None:
        self._spool = spool
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        self._spool.file.seek(self._at)
        data = self._spool.file.read(len(memoryview(buffer)))
        memoryview(buffer)[: len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        if whence == io.SEEK_CUR:
            offset, whence = offset + self._at, io.SEEK_SET
        self._at = self._spool.file.seek(offset, whence)
        return self._at
