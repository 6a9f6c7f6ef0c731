"""The records of a web archive, one at a time, and the page in the answer of a server."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from cableconv.input.limits import LARGEST_HELD
from cableconv.patterns import pattern

_LONGEST_LINE = 64 * 1024
_PIECE = 1024 * 1024
_KINDS = (b"response", b"resource", b"conversion")
_STATUS = pattern(rb"HTTP/[\d.]+[ ]+(?P<status>\d{3})")
_DECIMAL = pattern(rb"\d{1,18}")
_CHUNK = pattern(rb"(?P<length>[\da-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r\n")
_OTHER_MEDIA = (b"image/", b"video/", b"audio/", b"font/", b"text/css", b"text/dns")
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_PLAIN_DEFLATE = -zlib.MAX_WBITS


class Page(NamedTuple):
    """What was found at an address; ``is_cut`` if the archive ends inside it."""

    address: str
    data: bytes
    is_cut: bool


def records(stream: BinaryIO) -> Iterator[Page | None]:
    """Yield each page; None for another record, or one too big for memory."""
    while fields := _fields(stream):
        size = fields.get(b"content-length", b"")
        length = int(size) if _DECIMAL.fullmatch(size) else 0
        block = _block(stream, length)
        if fields.get(b"warc-type", b"").lower() not in _KINDS or block is None:
            yield None
            continue
        data = _page(block) if block.startswith(b"HTTP/") else block
        address = fields.get(b"warc-target-uri", b"").strip(b"<>").decode("utf-8", "replace")
        yield Page(address, data, len(block) < length) if data else None


def _fields(stream: BinaryIO) -> dict[bytes, bytes]:
    """Return the fields of the next record's header, with names in lower case."""
    line = stream.readline(_LONGEST_LINE)
    while line and not line.startswith(b"WARC/"):
        line = stream.readline(_LONGEST_LINE)
    fields = {b"warc": line} if line else {}
    while (line := stream.readline(_LONGEST_LINE)).strip():
        name, _, value = line.partition(b":")
        fields.setdefault(name.strip().lower(), value.strip())
    return fields


def _block(stream: BinaryIO, length: int) -> bytes | None:
    """Return the bytes of a record; None if they are too many to be held."""
    if length <= LARGEST_HELD:
        return stream.read(length)
    while length > 0 and (piece := stream.read(min(length, _PIECE))):
        length -= len(piece)
    return None


def _page(answer: bytes) -> bytes:
    """Return the page in a server's answer, or nothing if it is none."""
    header, _, body = answer.partition(b"\r\n\r\n")
    status = _STATUS.match(header)
    if status is None or status["status"] != b"200":
        return b""
    lines = (line.partition(b":") for line in header.split(b"\r\n")[1:])
    fields = {name.strip().lower(): value.strip().lower() for name, _, value in lines}
    if fields.get(b"content-type", b"").startswith(_OTHER_MEDIA):
        return b""
    if fields.get(b"transfer-encoding") == b"chunked":
        body = b"".join(_chunks(body))
    return _unpacked(body, fields.get(b"content-encoding", b""))


def _chunks(body: bytes) -> Iterator[bytes]:
    """Yield the pieces of a page sent in pieces (RFC 9112, 7.1); as it is if it was joined."""
    at = 0
    while at < len(body):
        size = _CHUNK.match(body, at)
        if size is None:
            yield body[at:]
            return
        length = int(size["length"], 16)
        yield body[size.end() : size.end() + length]
        at = size.end() + length + len(b"\r\n") if length else len(body)


def _unpacked(body: bytes, coding: bytes) -> bytes:
    """Return the page unpacked; nothing for a coding that cannot be read, or too much."""
    if coding in (b"", b"identity"):
        return body
    for bits in (_GZIP_OR_ZLIB, _PLAIN_DEFLATE) if coding in (b"gzip", b"deflate") else ():
        try:
            unpacker = zlib.decompressobj(bits)
            data = unpacker.decompress(body, LARGEST_HELD)
        except zlib.error:
            continue
        return data if not unpacker.unconsumed_tail else b""
    return b""
