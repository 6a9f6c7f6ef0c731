"""A stream out of an archive: counted, and ended at the first damage."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO, Protocol

from cableconv.cable import Diagnostic
from cableconv.diagnostics.container import ARCHIVE_DAMAGED
from cableconv.errors import InputError
from cableconv.input.limits import Budget

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_DAMAGE = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
_PIECE = 256 * 1024


class Packed(Protocol):
    """The type of streams opened by ``gzip``, ``bz2``, ``lzma`` and ``zipfile``."""

    def read1(self, size: int, /) -> bytes: ...
    def seek(self, offset: int, /) -> int: ...
    def close(self) -> None: ...


class UnpackedStream(io.RawIOBase):
    """Reads ``packed`` up to the first damage, which is added to ``findings``.

    It refers to its content's ``name`` and ``findings`` but not to the content, which knows how
    to open it: a reference cycle would keep both in memory until garbage collection.  ``source``
    is closed with it, if it is no other's.
    """

    def __init__(
        self,
        packed: Packed,
        name: str | None,
        findings: list[Diagnostic],
        budget: Budget,
        source: BinaryIO | None = None,
    ) -> None:
        self._packed = packed
        self._source = source
        self._name = name or "input"
        self._findings = findings
        self._budget = budget
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        room = memoryview(buffer)
        try:
            data = self._packed.read1(len(room))
        except _DAMAGE as error:
            self._end(error)
            return 0
        self._at += len(data)
        self._budget.spend(len(data), self._name)
        room[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Seek forward by unpacking, so that it counts; UnsupportedOperation from the end."""
        if whence == io.SEEK_END:
            raise io.UnsupportedOperation("the end is not known before all is unpacked")
        goal = offset + (self._at if whence == io.SEEK_CUR else 0)
        if goal < self._at:
            self._at = self._packed.seek(goal)
        while self._at < goal and self.read(min(_PIECE, goal - self._at)):
            pass
        return self._at

    def close(self) -> None:
        if not self.closed:
            self._packed.close()
            if self._source is not None:
                self._source.close()
        super().close()

    def _end(self, error: Exception) -> None:
        if not self._at:
            raise InputError(f"damaged: {error}", path=self._name, hint="get it again.") from error
        found = ARCHIVE_DAMAGED.at(what=f"damaged or cut short after {self._at:,} bytes ({error})")
        if found not in self._findings:
            self._findings.append(found)
