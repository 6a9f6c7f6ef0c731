"""The members of a tar archive, compressed or not."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from cableconv.diagnostics.container import ARCHIVE_DAMAGED
from cableconv.errors import InputError
from cableconv.input.content import Content
from cableconv.input.limits import LARGEST_HELD

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CUT = ARCHIVE_DAMAGED.at(what="its archive ends in the middle of it")


def members(content: Content, counts: Callable[[str], bool]) -> Iterator[Content]:
    """Yield the members accepted by ``counts``, in the archive's order; never links or devices.

    Raises:
        InputError: the archive is damaged; the members before that were yielded.
    """
    where = content.name or "input"
    info = None
    with content.stream() as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r:") as archive:
                for info in archive:
                    if info.isreg() and counts(info.name):
                        yield _member(content, stream, info)
            if info and not _ends_after(info, stream):
                raise tarfile.ReadError("its end is missing")
        except (tarfile.TarError, OSError) as error:
            raise InputError(
                f"a damaged tar archive ({error})", path=where, hint="get it again."
            ) from error
    if content.findings:
        raise InputError(f"{content.findings[0].message}", path=where, hint="get it again.")


def _member(content: Content, stream: BinaryIO, info: tarfile.TarInfo) -> Content:
    """Hold a small member in memory, as going back in a compressed archive means starting again."""
    if info.size > LARGEST_HELD:
        return content.within(lambda: _stretch(content, info), info.name)
    stream.seek(info.offset_data)
    data = stream.read(info.size)
    inner = content.within(data, info.name)
    if len(data) < info.size:
        inner.findings.append(_CUT)
    return inner


def _ends_after(last: tarfile.TarInfo, stream: BinaryIO) -> bool:
    """Whether the block of zeros that ends an archive follows (POSIX.1-1988)."""
    blocks = -(-last.size // tarfile.BLOCKSIZE) if last.isreg() else 0
    stream.seek(last.offset_data + blocks * tarfile.BLOCKSIZE)
    return stream.read(tarfile.BLOCKSIZE) == tarfile.NUL * tarfile.BLOCKSIZE or last.issparse()


def _stretch(content: Content, info: tarfile.TarInfo) -> BinaryIO:
    stream = content.stream()
    stream.seek(info.offset_data)
    return io.BufferedReader(_Stretch(stream, info.size))


class _Stretch(io.RawIOBase):
    """A stream of the next ``size`` bytes of another stream."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self._left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        room = memoryview(buffer)
        data = self._stream.read(min(len(room), self._left))
        self._left -= len(data)
        room[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()
