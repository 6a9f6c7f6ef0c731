"""The standard streams as they are found: some are closed, some cannot print everything."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

import click


def hold_closed() -> None:
    """Open what is closed to nowhere, or the next file that is opened would be taken for it."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free


def print_anything() -> None:
    """A character that the terminal doesn't have is shown by its code, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def silence(stream: TextIO) -> None:
    """Or Python complains at its end that it cannot flush (docs.python.org, SIGPIPE)."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(line: str) -> None:
    """A line on standard error; where it is closed or full, nobody wants to know."""
    try:
        click.echo(line, err=True)
    except OSError:
        silence(sys.stderr)
