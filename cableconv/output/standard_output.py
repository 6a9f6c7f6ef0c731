"""Standard output, reserved for results: all other output goes to standard error.

What a plugin, or a program that it starts, prints must not end up in a document.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, TextIO

from cableconv.output.failures import RunEndedError, unwritable
from cableconv.output.files import encoded
from cableconv.shown import shown

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

NAME = "standard output"
"""Its name in messages."""

_RESERVED: ContextVar[TextIO | None] = ContextVar("reserved", default=None)


def stream() -> TextIO:
    """Return the stream for results.

    Raises:
        RunEndedError: standard output was closed before the program began.
    """
    found: TextIO | None = _RESERVED.get() or sys.stdout
    if found is None:
        raise RunEndedError("is closed, but the result goes there", path=NAME,
                            hint="name a file with -o.")  # fmt: skip
    return found


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    found: TextIO | None = _RESERVED.get() or sys.stdout
    return found is not None and found.isatty()


@contextmanager
def reserved() -> Iterator[None]:
    """Within the block, only ``stream`` leads to standard output."""
    out: TextIO | None = sys.stdout
    if out is None or _RESERVED.get() is not None:
        yield
        return
    with _only_way_to(out) as kept:
        token = _RESERVED.set(kept)
        sys.stdout = sys.stderr
        try:
            yield
        finally:
            sys.stdout = out
            _RESERVED.reset(token)


def write_stdout(result: bytes | str) -> None:
    """Write ``result`` to standard output unchanged, text as UTF-8.

    On a terminal, control characters are shown by their codes.

    Raises:
        ClosedPipeError: the program at the other end of the pipe has ended.
        OutputError: it cannot be written.
    """
    data = encoded(result)
    if is_terminal():
        data = encoded(shown(data.decode("utf-8", "backslashreplace")))
    try:
        out = stream()
        out.flush()
        out.buffer.write(data)
        out.buffer.flush()
    except OSError as error:
        raise unwritable(NAME, error) from error


class ResultStream(io.RawIOBase):
    """Standard output as a file, for a format that writes many cables as they come."""

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        """Print all of ``data``; errors as ``write_stdout``."""
        whole = bytes(data)
        write_stdout(whole)
        return len(whole)


@contextmanager
def _only_way_to(out: TextIO) -> Iterator[TextIO]:
    """Yield a stream to the target of ``out``, while its descriptor leads to standard error.

    A stream without a descriptor, as set by some programs, is yielded unchanged.
    """
    try:
        number, other = out.fileno(), sys.stderr.fileno()
    except (OSError, AttributeError, ValueError):
        yield out
        return
    out.flush()
    kept = os.dup(number)
    os.dup2(other, number)
    try:
        file = open(kept, "w", encoding=out.encoding, errors=out.errors, closefd=False)  # noqa: SIM115
        yield file
    finally:
        with suppress(OSError):  # the failure was reported before
            file.close()
        os.dup2(kept, number)
        os.close(kept)
