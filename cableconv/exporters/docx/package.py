"""The package of a Word document: its parts by name (ECMA-376 part 2), in a zip.

Equal parts give equal bytes.  Parts that never change are stored compressed, so
``zipfile`` (which compresses again, and adds timestamps) is only used for reading.  The layout of
a zip is in APPNOTE.TXT 6.3, 4.3.6 to 4.3.16.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
"""The namespaces used in cableconv's parts."""

MAIN = "word/document.xml"
MAIN_RELATIONS = "word/_rels/document.xml.rels"
HEADER = "word/header1.xml"
FOOTER = "word/footer1.xml"
PROPERTIES = "docProps/core.xml"
CONTENT_TYPES = "[Content_Types].xml"
OF_THE_CABLE = {MAIN, MAIN_RELATIONS, HEADER, FOOTER, PROPERTIES}
"""The parts that every cable rewrites."""

_RECURRING = {MAIN_RELATIONS, HEADER}
"""Those that are the same in most documents of a run."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20  # 2.0: deflate
_DEFLATE = 8
_MIDNIGHT, _NEW_YEAR_1980 = 0, 0x21  # the earliest time that a zip can hold
_LEVEL = 2  # half of the time of zlib's own 6, for 8 % more bytes
_SMALL_WINDOW = 12
"""For contents up to 4096 bytes, as zlib takes longer to set up a large window than to use it."""

SMALLEST = 9
"""The compression level for parts that are compressed once per process."""


class Member(NamedTuple):
    """One compressed file of the zip; ``name`` is ASCII, ``size`` that of the content."""

    name: bytes
    data: bytes
    size: int
    checksum: int


def deflate(name: str, content: bytes, level: int = _LEVEL) -> Member:
    """Return a content, compressed."""
    window = _SMALL_WINDOW if len(content) <= 1 << _SMALL_WINDOW else zlib.MAX_WBITS
    data = zlib.compress(content, level, wbits=-window)
    return Member(name.encode("ascii"), data, len(content), zlib.crc32(content))


def deflate_part(name: str, part: str) -> Member:
    """Return a part, compressed; one that recurs is compressed once."""
    return _recurring(name, part) if name in _RECURRING else deflate(name, part.encode())


@lru_cache(maxsize=16)
def _recurring(name: str, part: str) -> Member:
    return deflate(name, part.encode())


class Opening(NamedTuple):
    """The first members of a zip as they stand in it: their files, and entries in the directory."""

    files: bytes = b""
    directory: bytes = b""
    members: int = 0


_EMPTY = Opening()


def pack(members: Iterable[Member], before: Opening = _EMPTY) -> bytes:
    """Return the zip of the members, in their order, behind those of ``before``."""
    files, directory, count = opening(members, before)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(files), 0)
    return b"".join((files, directory, end))


def opening(members: Iterable[Member], before: Opening = _EMPTY) -> Opening:
    """Return the members as the opening of a zip, behind those of ``before``."""
    files, directory = [before.files], [before.directory]
    count, offset = before.members, len(before.files)
    for name, data, size, checksum in members:
        about = (_DEFLATE, _MIDNIGHT, _NEW_YEAR_1980, checksum, len(data), size, len(name), 0)
        files += (_LOCAL.pack(b"PK\3\4", _VERSION, 0, *about), name, data)
        place = (0, 0, 0, 0, offset)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, 0, *about, *place), name)
        offset += _LOCAL.size + len(name) + len(data)
        count += 1
    return Opening(b"".join(files), b"".join(directory), count)


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the contents of a zip by name, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_more(part: str, more: str) -> str:
    """Return an XML part with further elements at the end of its root."""
    inside, closing, rest = part.rpartition("</")
    return f"{inside}{more}{closing}{rest}"
