"""The standard streams, which may be closed or unable to print every character."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

import click

from cableconv.output.messages import unfailing


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


def drop_unread_messages() -> None:
    """Let whatever prints on this process's standard error go on when that is closed or full."""
    if sys.stderr is sys.__stderr__:
        sys.stderr = unfailing(sys.stderr)


def silence(stream: TextIO) -> None:
    """Prevent Python from complaining at exit that it cannot flush (docs.python.org, SIGPIPE)."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(line: str) -> None:
    """Print a line on standard error."""
    click.echo(line, err=True)
