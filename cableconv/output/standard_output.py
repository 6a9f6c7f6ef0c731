"""Standard output, which is for results: whatever else prints there comes out on standard error.

A plugin's ``print``, and what a program that it starts prints, must not stand in a document.
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
"""What messages call it."""

_RESERVED: ContextVar[TextIO | None] = ContextVar("reserved", default=None)


def stream() -> TextIO:
    """Where results go.

    Raises:
        RunEndedError: standard output was closed before the program began.
    """
    found: TextIO | None = _RESERVED.get() or sys.stdout
    if found is None:
        raise RunEndedError("is closed, and the result goes there", path=NAME,
                            hint="name a file with -o.")  # fmt: skip
    return found


def is_terminal() -> bool:
    """Whether somebody looks at what is printed."""
    found: TextIO | None = _RESERVED.get() or sys.stdout
    return found is not None and found.isatty()


@contextmanager
def reserved() -> Iterator[None]:
    """In the block only ``stream`` leads to standard output."""
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
    """Put ``result`` on standard output as it is, text as UTF-8.

    On a terminal what would steer it is shown by its code.

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
    """Standard output as a file that a format of many cables writes to as they come."""

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        """Print all of ``data``; errors as ``write_stdout``."""
        whole = bytes(data)
        write_stdout(whole)
        return len(whole)


@contextmanager
def _only_way_to(out: TextIO) -> Iterator[TextIO]:
    """A stream to where ``out`` leads, while its descriptor leads to standard error.

    A stream without a descriptor, as programs put in its place, is given as it is.
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
        with suppress(OSError):  # what could not be written has been reported
            file.close()
        os.dup2(kept, number)
        os.close(kept)
