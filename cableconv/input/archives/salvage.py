"""The members of a zip archive whose table of contents at the end is missing.

Every member is preceded by a header (APPNOTE.TXT 4.3.7), so an interrupted download still has
all members before the break.  The last of them may be incomplete.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO, NamedTuple

from cableconv.patterns import pattern

_HEADER = Struct("<4s2xHHxxxxLLLHH")
_MEMBER, _CONTENTS = b"PK\x03\x04", b"PK\x01\x02"
_BEGINNING = pattern(rb"PK(?:\x03\x04|\x01\x02)")
_SIZES_FOLLOW, _UTF8 = 0x8, 0x800  # of the general purpose bit flag (4.4.4)
_DESCRIPTORS = (Struct("<LLL"), Struct("<LQQ"))  # sum, packed, unpacked (4.3.9)
_BIG_SIZES, _TOO_BIG = 0x0001, 0xFFFFFFFF  # zip64 (4.5.3)
_UNKNOWN = 1 << 62
_PIECE = 256 * 1024


class Salvaged(NamedTuple):
    """A member, and the offset in the archive of its packed data."""

    info: zipfile.ZipInfo
    start: int


def salvaged(stream: BinaryIO) -> Iterator[Salvaged]:
    """Yield the members with readable headers, in their order."""
    at = 0
    headers = _Headers(stream)
    while (found := headers.next(at)) is not None:
        at, mark = found
        if mark == _CONTENTS:
            return
        member = _member(stream, headers, at)
        if member is None:
            return
        yield member
        at = member.start + member.info.compress_size


def _member(stream: BinaryIO, headers: _Headers, at: int) -> Salvaged | None:
    stream.seek(at)
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    _, flags, method, crc, packed, unpacked, name_length, extra_length = _HEADER.unpack(header)
    name, extra = stream.read(name_length), stream.read(extra_length)
    start = at + _HEADER.size + name_length + extra_length
    info = zipfile.ZipInfo(name.decode("utf-8" if flags & _UTF8 else "cp437", "replace"))
    info.compress_type, info.flag_bits = method, flags
    info.compress_size, info.file_size = packed, unpacked
    _set_big_sizes(info, extra)
    if flags & _SIZES_FOLLOW and not info.compress_size:
        _set_sizes_that_follow(info, stream, headers, start)
    else:
        info.CRC = crc
    return Salvaged(info, start)


def _set_big_sizes(info: zipfile.ZipInfo, extra: bytes) -> None:
    while len(extra) >= 4:
        kind, length = Struct("<HH").unpack_from(extra)
        if kind == _BIG_SIZES and length >= 16 and len(extra) >= 20:
            unpacked, packed = Struct("<QQ").unpack_from(extra, 4)
            if _TOO_BIG in (info.file_size, info.compress_size):
                info.file_size, info.compress_size = unpacked, packed
        extra = extra[4 + length :]


def _set_sizes_that_follow(
    info: zipfile.ZipInfo, stream: BinaryIO, headers: _Headers, start: int
) -> None:
    """Take sizes from before the next header; if none fits, the member extends to the end."""
    info.compress_size = info.file_size = _UNKNOWN
    for end in headers.possible_ends(start):
        for descriptor in _DESCRIPTORS:
            stream.seek(max(start, end - descriptor.size))
            data = stream.read(descriptor.size)
            if len(data) < descriptor.size:
                continue
            crc, packed, unpacked = descriptor.unpack(data)
            # Its own signature, "PK\7\8", may precede it.
            if end - descriptor.size - (start + packed) in (0, 4):
                info.CRC, info.compress_size, info.file_size = crc, packed, unpacked
                return


class _Headers:
    """The positions of headers; reads each piece of the archive once."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._start, self._piece = 0, b""

    def next(self, at: int) -> tuple[int, bytes] | None:
        """Return position and mark of the next header or table of contents, from ``at`` on."""
        while self._holds(at):
            if found := _BEGINNING.search(self._piece, at - self._start):
                return self._start + found.start(), found[0]
            # A mark may begin in the last three bytes.
            at = max(at + 1, self._start + len(self._piece) - 3)
        return None

    def possible_ends(self, at: int) -> Iterator[int]:
        """Yield the offsets at which a member that begins at ``at`` may end."""
        while (found := self.next(at)) is not None:
            yield found[0]
            at = found[0] + 1
        yield self._stream.seek(0, io.SEEK_END)

    def _holds(self, at: int) -> bool:
        """Whether a mark may begin at ``at``; if so, that piece has been read."""
        if at >= _UNKNOWN:
            return False
        if not self._start <= at <= self._start + len(self._piece) - len(_MEMBER):
            self._stream.seek(at)
            self._start, self._piece = at, self._stream.read(_PIECE)
        return len(self._piece) >= len(_MEMBER)
