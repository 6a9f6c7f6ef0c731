"""What has to wait until a run has seen all: bytes in a file that has no name."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cableconv.output.failures import unwritable

_LENGTH = struct.Struct("<Q")


class Spool:
    """Pieces in a file that goes by itself, however the run ends.

    It lies on the disk of ``place``, or where the system has temporary files.
    """

    def __init__(self, place: Path | None = None) -> None:
        self._place = place or Path(tempfile.gettempdir())
        with self._writing():
            folder = place.parent if place else None
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - outlives the call

    def add(self, data: bytes) -> int:
        """Keep one more piece; by what ``at`` gives it. OutputError if it cannot be written."""
        with self._writing():
            offset = self._file.tell()
            self._file.write(_LENGTH.pack(len(data)))
            self._file.write(data)
        return offset

    def at(self, offset: int) -> bytes:
        """The piece that is kept there; nothing is added after that."""
        with self._writing():  # what is still held goes to the file first
            self._file.seek(offset)
        return self._piece()

    def __iter__(self) -> Iterator[bytes]:
        """All pieces, in order; nothing is added after that."""
        with self._writing():
            self._file.seek(0)
        while piece := self._piece():
            yield piece

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _piece(self) -> bytes:
        length = self._file.read(_LENGTH.size)
        return self._file.read(*_LENGTH.unpack(length)) if length else b""

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise unwritable(self._place, error) from error
