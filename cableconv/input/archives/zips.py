"""The members of a zip archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, cast

from cableconv.errors import InputError
from cableconv.input.archives.salvage import salvaged
from cableconv.input.archives.stream import Packed, UnpackedStream
from cableconv.input.content import Content
from cableconv.input.limits import Budget

_ENCRYPTED = 0x1  # of the general purpose bit flag (APPNOTE.TXT 4.4.4)
_OFFICE = {"[Content_Types].xml", "mimetype"}


def members(content: Content, budget: Budget, counts: Callable[[str], bool]) -> Iterator[Content]:
    """Yield the members accepted by ``counts``, in order; an office document is itself.

    Raises:
        InputError: the table of contents at the end is missing; the members that could be found
            without it were yielded.
    """
    with _seekable(content) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            yield from _salvaged(content, stream, budget, counts)
            raise InputError(
                f"a damaged zip archive or Office document ({error}); what could be found in "
                "it was read; get it again",
                path=content.name or "input",
                hint="of a document, take the text out.",
            ) from error
        with archive:
            if _OFFICE & set(archive.namelist()):
                yield content
                return
            for info in archive.infolist():
                if counts(info.filename) and not info.is_dir():
                    yield _member(content, info, budget, partial(_packed, archive, info))


def _salvaged(
    content: Content, stream: BinaryIO, budget: Budget, counts: Callable[[str], bool]
) -> Iterator[Content]:
    for info, start in salvaged(stream):
        if info.filename in _OFFICE:
            return
        if counts(info.filename) and not info.is_dir():
            yield _member(content, info, budget, partial(_packed_at, stream, info, start))


def _packed(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Packed:
    return cast(zipfile.ZipExtFile, archive.open(info))


def _packed_at(stream: BinaryIO, info: zipfile.ZipInfo, start: int) -> Packed:
    stream.seek(start)
    return zipfile.ZipExtFile(stream, "r", info)


def _seekable(content: Content) -> BinaryIO:
    """Return a seekable stream, in memory if need be, as the table of contents is at the end."""
    stream = content.stream()
    try:
        stream.seek(0, io.SEEK_END)
    except io.UnsupportedOperation:
        stream.close()
        return io.BytesIO(content.data)
    return stream


def _member(
    content: Content, info: zipfile.ZipInfo, budget: Budget, unpack: Callable[[], Packed]
) -> Content:
    def stream() -> BinaryIO:
        if info.flag_bits & _ENCRYPTED:
            raise InputError("is encrypted", path=name, hint="unpack it with its password first.")
        try:
            packed = unpack()
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
            raise InputError(f"cannot be unpacked: {error}.", path=name) from error
        return io.BufferedReader(UnpackedStream(packed, name, findings, budget))

    inner = content.within(stream, info.filename)
    name, findings = inner.name, inner.findings
    return inner
