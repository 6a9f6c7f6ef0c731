"""The members of a zip archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from cableconv.archives.budget import Budget
from cableconv.archives.stream import UnpackedStream
from cableconv.content import Content
from cableconv.errors import InputError

_ENCRYPTED = 0x1  # of the general purpose bit flag (APPNOTE.TXT 4.4.4)
_OFFICE = {"[Content_Types].xml", "mimetype"}


def members(content: Content, budget: Budget, counts: Callable[[str], bool]) -> Iterator[Content]:
    """The members that count, in the order of the archive; an office document is itself.

    Raises:
        InputError: the archive has lost the table of contents at its end.
    """
    with _seekable(content) as stream, _opened(stream, content) as archive:
        if _OFFICE & set(archive.namelist()):
            yield content
            return
        for info in archive.infolist():
            if not info.is_dir() and counts(info.filename):
                yield _member(content, archive, info, budget)


def _seekable(content: Content) -> BinaryIO:
    """The table of contents is at the end: what cannot go there directly is held."""
    stream = content.stream()
    try:
        stream.seek(0, io.SEEK_END)
    except io.UnsupportedOperation:
        stream.close()
        return io.BytesIO(content.data)
    return stream


def _opened(stream: BinaryIO, content: Content) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(
            f"{content.name or 'input'}: a damaged zip archive or Office document ({error}); get "
            "it anew, or see what zip -FF saves of it; of a document, take the text out."
        ) from error


def _member(
    content: Content, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget
) -> Content:
    def stream() -> BinaryIO:
        if info.flag_bits & _ENCRYPTED:
            raise InputError(f"{inner.name}: is encrypted; unpack it with its password first.")
        try:
            packed = cast(zipfile.ZipExtFile, archive.open(info))
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
            raise InputError(f"{inner.name}: cannot be unpacked: {error}.") from error
        return io.BufferedReader(UnpackedStream(packed, inner, budget))

    inner = content.within(stream, info.filename)
    return inner
