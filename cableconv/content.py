"""A content: the bytes of a file or a string, decoded when somebody asks.

The encoding is what the caller says, else what a byte-order mark says, else UTF-8,
else Windows-1252, which is reported; nothing else is guessed.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from functools import cached_property
from typing import BinaryIO

from cableconv.cable import Diagnostic, Source
from cableconv.decoding import Decoded, decode, decode_head, known_encoding
from cableconv.errors import InputError

HEAD = 64 * 1024
"""How many bytes (of a ``str``: characters) of the opening a sniffing reader sees."""


class Content:
    """What a reader reads: a ``str``, bytes, or a way to open a binary stream.

    Nothing is opened, read or decoded before it is asked for.  ``name`` is the file's
    name as messages show it; ``encoding`` overrides the byte-order mark.

    Raises:
        UsageError: ``encoding`` is not the name of a text encoding.
    """

    def __init__(
        self,
        data: str | bytes | Callable[[], BinaryIO],
        name: str | None = None,
        encoding: str | None = None,
    ) -> None:
        self._given = data
        self._forced = None if encoding is None else known_encoding(encoding)
        self.name = name

    def __repr__(self) -> str:
        return f"Content(name={self.name!r})"

    def stream(self) -> BinaryIO:
        """The bytes as a stream from their beginning, for what is too big to hold; close it."""
        if isinstance(self._given, str):
            return io.BytesIO(self._given.encode("utf-8", "surrogatepass"))
        if isinstance(self._given, bytes):
            return io.BytesIO(self._given)
        return self._given()

    @cached_property
    def data(self) -> bytes:
        """All bytes; UTF-8 for a ``str``. InputError where the file cannot be read."""
        return self._read(-1)

    @cached_property
    def opening(self) -> bytes:
        """The first ``HEAD`` bytes, without reading more of the file."""
        return self.__dict__["data"][:HEAD] if "data" in self.__dict__ else self._read(HEAD)

    @cached_property
    def head(self) -> str:
        """The opening as text, for sniffing; empty where it is binary. Never a decoding error."""
        if isinstance(self._given, str):
            return self._given[:HEAD]
        return decode_head(self.opening, self._forced)

    @property
    def text(self) -> str:
        """All text, without a byte-order mark, its line ends as they are.

        Raises:
            InputError: the file cannot be read, is binary, or is not in its encoding.
        """
        return self._decoded.text

    @property
    def encoding(self) -> str | None:
        """The encoding found or forced; ``None`` for a ``str``."""
        return self._decoded.encoding

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What decoding had to report."""
        return self._decoded.diagnostics

    @cached_property
    def sha256(self) -> str:
        """The bytes' SHA-256 in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def source(self, reader: str | None) -> Source:
        """Where a telegram came from, as far as the file itself says."""
        return Source(reader=reader, name=self.name, sha256=self.sha256, encoding=self.encoding)

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
            raise InputError(f"{self.name or 'input'}: cannot be read: {reason}") from error
