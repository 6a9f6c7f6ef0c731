"""The content of a file or a string, decoded on demand.

The encoding is that given by the caller, else that of a byte-order mark, else UTF-8, else
Windows-1252, which is reported; nothing else is guessed.
"""

from __future__ import annotations

import codecs
import hashlib
import io
from collections.abc import Callable
from functools import cached_property
from typing import BinaryIO, TextIO

from msgspec.structs import replace

from cableconv.cable import Diagnostic, Source
from cableconv.errors import InputError
from cableconv.input import limits
from cableconv.input.decoding import Decoded, decode, decode_head, known_encoding, marked_encoding
from cableconv.input.surrogates import without_surrogates

HEAD = 64 * 1024
"""Bytes (characters of a ``str``) of the opening that a sniffing reader sees."""


_NOTHING = Source()


class Content:
    """The input of a reader: a ``str``, bytes, or a function that opens a binary stream.

    Nothing is opened, read or decoded before it is needed.  ``encoding`` overrides the byte-order
    mark.  ``file`` is the file's name below the folder read, which the tree keeps; ``member`` is
    that of a file inside an archive.  ``name`` combines both for messages, with the path as typed
    (``path``).  ``findings`` are diagnostics of unpacking, or of a ``str`` itself; ``largest`` is
    the number of bytes that may be held in memory; ``said`` is the metadata of the enclosing
    container, ``container`` its name in messages (``a mailbox``), and ``depth`` the number of
    enclosing containers.

    Raises:
        UsageError: ``encoding`` is not the name of a text encoding.
    """

    def __init__(
        self,
        data: str | bytes | Callable[[], BinaryIO],
        name: str | None = None,
        encoding: str | None = None,
        member: str | None = None,
        largest: int | None = None,
        path: str | None = None,
        said: Source = _NOTHING,
        depth: int = 0,
        container: str | None = None,
    ) -> None:
        found: tuple[Diagnostic, ...] = ()
        if isinstance(data, str):
            data, found = without_surrogates(data)
        self._given = data
        self._forced = None if encoding is None else known_encoding(encoding)
        self.file = name
        self.member = member
        self._path = path or name
        self.name = f"{self._path or 'input'}/{member}" if member else self._path
        self.findings: list[Diagnostic] = [*found]
        self._largest = largest
        self._said = said
        self.depth = depth
        self.container = container

    def within(
        self,
        data: str | bytes | Callable[[], BinaryIO],
        member: str | None = None,
        said: Source | None = None,
        container: str | None = None,
    ) -> Content:
        """Return the content of the archive's ``member``, or (``None``) of a compressed file.

        ``said`` is the container's metadata about it, ``container`` the container's name.
        """
        path = "/".join(part for part in (self.member, member) if part)
        shown = path.encode("utf-8", "backslashreplace").decode("utf-8")
        largest = limits.LARGEST_HELD
        forced, known = self._forced, said or self._said
        depth = self.depth + 1
        return Content(
            data, self.file, forced, shown or None, largest, self._path, known, depth,
            container or self.container,
        )  # fmt: skip

    def __repr__(self) -> str:
        return f"Content(name={self.name!r})"

    def stream(self) -> BinaryIO:
        """Open the bytes as a stream, for content too big for memory; the caller closes it."""
        if isinstance(self._given, str):
            return io.BytesIO(self._given.encode())
        if isinstance(self._given, bytes):
            return io.BytesIO(self._given)
        return self._given()

    def text_stream(self, translated: bool = False) -> TextIO:
        """Open the text as a stream with unchanged line ends; the caller closes it.

        ``translated``: all line ends become line feeds, for a file with carriage returns alone.
        Without a given or marked encoding it is UTF-8, in which invalid bytes become surrogates
        (PEP 383), for ``decoding.decode_stretch``.
        """
        newline = None if translated else "\n"
        if isinstance(self._given, str):
            return io.StringIO(self._given.removeprefix("\ufeff"), newline=newline)
        mark = self.opening.startswith(codecs.BOM_UTF8)
        encoding = "utf-8-sig" if mark else self.stream_encoding
        return io.TextIOWrapper(self.stream(), encoding, "surrogateescape", newline=newline)

    @property
    def stream_encoding(self) -> str | None:
        """The encoding used by ``text_stream``; ``None`` for a ``str``."""
        if isinstance(self._given, str):
            return None
        return self._forced or marked_encoding(self.opening) or "utf-8"

    @property
    def is_text(self) -> bool:
        """Whether it was given as a ``str``, which is never an archive."""
        return isinstance(self._given, str)

    @property
    def is_held(self) -> bool:
        """Whether all of it is in memory, so that ``text`` is cheap."""
        return not callable(self._given) or "data" in self.__dict__

    @property
    def is_decoded(self) -> bool:
        """Whether ``text`` was used before, so that ``diagnostics`` is free."""
        return "_decoded" in self.__dict__

    @cached_property
    def data(self) -> bytes:
        """All bytes; UTF-8 for a ``str``.  Raises InputError if the file cannot be read."""
        opening: bytes = self.__dict__.get("opening", b"")
        is_all = 0 < len(opening) < HEAD  # so a file of an archive is opened once
        most = -1 if self._largest is None else self._largest + 1
        data = opening if is_all else self._read(most)
        if self._largest is not None and len(data) > self._largest:
            raise InputError(
                f"unpacks to more than {self._largest // 2**20} MiB, but no cable is that long",
                path=self.name,
                hint="unpack it first if it is one, and give the file.",
            )
        return data

    @cached_property
    def opening(self) -> bytes:
        """The first ``HEAD`` bytes, without reading more of the file."""
        return self.__dict__["data"][:HEAD] if "data" in self.__dict__ else self._read(HEAD)

    @cached_property
    def head(self) -> str:
        """The opening as text, for sniffing; empty if it is binary.  Never a decoding error."""
        if isinstance(self._given, str):
            return self._given[:HEAD]
        return decode_head(self.opening, self._forced)

    @property
    def text(self) -> str:
        """The whole text, without byte-order mark, with unchanged line ends.

        Raises:
            InputError: the file cannot be read, is binary, or is not in its encoding.
        """
        return self._decoded.text

    @property
    def encoding(self) -> str | None:
        """The encoding that was detected or forced; ``None`` for a ``str``."""
        return self._decoded.encoding

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The diagnostics of decoding."""
        return (*self._decoded.diagnostics, *self.findings)

    @cached_property
    def sha256(self) -> str:
        """The bytes' SHA-256 in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def source(self, reader: str | None) -> Source:
        """Return the source of a telegram, from what is known about the file and its containers."""
        return replace(
            self._said,
            reader=reader,
            name=self.file,
            member=self.member,
            sha256=self.sha256,
            encoding=self.encoding,
        )

    @cached_property
    def _decoded(self) -> Decoded:
        if isinstance(self._given, str):
            return Decoded(self._given.removeprefix("\ufeff"), None)
        return decode(self.data, self._forced, self.name)

    def _read(self, size: int) -> bytes:
        try:
            with self.stream() as stream:
                return stream.read(size)
        except OSError as error:
            reason = error.strerror or str(error)
            raise InputError(f"cannot be read: {reason}", path=self.name or "input") from error
