"""The standard streams, which may be closed or unable to print every character."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

import click


def hold_closed() -> None:
    """Open closed streams to the null device, or the next file opened would take their number."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number


def print_anything() -> None:
    """Print characters that the terminal lacks by their codes instead of raising an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def silence(stream: TextIO) -> None:
    """Prevent Python from complaining at exit that it cannot flush (docs.python.org, SIGPIPE)."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class MessageStream(io.TextIOBase):
    """Standard error, as a file: a closed or full one is ignored.

    A terminal may be closed under a run that goes on, as with ``nohup`` or ``disown``.
    """

    def write(self, text: str, /) -> int:
        try:
            click.echo(text, err=True, nl=False)
        except OSError:
            silence(sys.stderr)
        return len(text)

    def isatty(self) -> bool:
        stream: TextIO | None = sys.stderr
        return stream is not None and stream.isatty()


def say(line: str) -> None:
    """Print a line on standard error; ignore a closed or full one."""
    MessageStream().write(f"{line}\n")
