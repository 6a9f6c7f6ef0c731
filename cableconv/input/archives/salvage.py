"""The members of a zip archive that has lost the table of contents at its end.

Every member has a header of its own in front of it (APPNOTE.TXT 4.3.7), so a download that
broke off still gives those that came before.  The last of them may end in the middle.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO, NamedTuple

_HEADER = Struct("<4s2xHHxxxxLLLHH")
_MEMBER, _CONTENTS = b"PK\x03\x04", b"PK\x01\x02"
_SIZES_FOLLOW, _UTF8 = 0x8, 0x800  # of the general purpose bit flag (4.4.4)
_DESCRIPTORS = (Struct("<LLL"), Struct("<LQQ"))  # sum, packed, unpacked (4.3.9)
_BIG_SIZES, _TOO_BIG = 0x0001, 0xFFFFFFFF  # zip64 (4.5.3)
_UNKNOWN = 1 << 62
_PIECE = 256 * 1024


class Salvaged(NamedTuple):
    """A member, and where in the archive what is packed begins."""

    info: zipfile.ZipInfo
    start: int


def salvaged(stream: BinaryIO) -> Iterator[Salvaged]:
    """The members whose headers can be read, in their order."""
    at = 0
    while (found := _next_header(stream, at)) is not None:
        at, mark = found
        if mark == _CONTENTS:
            return
        member = _member(stream, at)
        if member is None:
            return
        yield member
        at = member.start + member.info.compress_size


def _member(stream: BinaryIO, at: int) -> Salvaged | None:
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
        _set_sizes_that_follow(info, stream, start)
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


def _set_sizes_that_follow(info: zipfile.ZipInfo, stream: BinaryIO, start: int) -> None:
    """By what stands before the next header; where none fits, the member goes on to the end."""
    info.compress_size = info.file_size = _UNKNOWN
    for end in _possible_ends(stream, start):
        for descriptor in _DESCRIPTORS:
            stream.seek(max(start, end - descriptor.size))
            data = stream.read(descriptor.size)
            if len(data) < descriptor.size:
                continue
            crc, packed, unpacked = descriptor.unpack(data)
            # Its own signature, "PK\7\8", may stand before it.
            if end - descriptor.size - (start + packed) in (0, 4):
                info.CRC, info.compress_size, info.file_size = crc, packed, unpacked
                return


def _possible_ends(stream: BinaryIO, at: int) -> Iterator[int]:
    while (found := _next_header(stream, at)) is not None:
        yield found[0]
        at = found[0] + 1
    yield stream.seek(0, io.SEEK_END)


def _next_header(stream: BinaryIO, at: int) -> tuple[int, bytes] | None:
    """Where the next member's header, or the table of contents, begins, from ``at`` on."""
    if at >= _UNKNOWN:
        return None
    stream.seek(at)
    window = b""
    while piece := stream.read(_PIECE):
        window += piece
        places = ((window.find(mark), mark) for mark in (_MEMBER, _CONTENTS))
        found = min((place for place in places if place[0] >= 0), default=None)
        if found:
            return at + found[0], found[1]
        kept = window[-3:]  # a mark may begin there
        at, window = at + len(window) - len(kept), kept
    return None
