"""A single compressed file: gzip, bzip2, xz."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from typing import BinaryIO

from cableconv.input.archives.stream import Packed, UnpackedStream
from cableconv.input.content import Content
from cableconv.input.limits import Budget

_OPENERS: dict[bytes, Callable[[BinaryIO], Packed]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}


def members(content: Content, budget: Budget) -> Iterator[Content]:
    """Return the single compressed content, which has no name of its own."""
    opener = next(opener for mark, opener in _OPENERS.items() if content.opening.startswith(mark))

    def stream() -> BinaryIO:
        source = content.stream()
        return io.BufferedReader(UnpackedStream(opener(source), name, findings, budget, source))

    inner = content.within(stream)
    name, findings = inner.name, inner.findings
    yield inner
