"""A stream of messages that goes on when nobody reads it: what cannot be printed is dropped.

The reader of standard error may end, its terminal may be closed under ``nohup``, its disk may be
full.  A progress bar or a plugin that prints there then must not fail.
"""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Dropping(io.RawIOBase):
    """A stream's bytes; those that cannot be written count as written."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        super().__init__()
        self._stream = stream
        self._raw: Any = getattr(stream.buffer, "raw", stream.buffer)

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        written = None
        with suppress(OSError):
            written = self._raw.write(data)
        return memoryview(data).nbytes if written is None else written

    def fileno(self) -> int:
        return self._stream.fileno()

    def isatty(self) -> bool:
        return self._stream.isatty()


def unfailing(stream: TextIO | None) -> TextIO | None:
    """Return a stream to where this one leads, on which printing never fails.

    What some program has put in its place is returned unchanged, and so is ``None``, which stands
    for a closed one.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    with suppress(OSError):
        stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(_Dropping(stream)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=True,
    )
