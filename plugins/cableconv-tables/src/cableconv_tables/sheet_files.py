"""The files in which openpyxl keeps a sheet until the workbook is assembled."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml.etree import SerialisationError


@contextmanager
def made_in(folder: Path) -> Iterator[None]:
    """Let a sheet that is begun have its file beside the draft, where a killed run's is removed."""
    before = tempfile.tempdir
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextmanager
def failing_as_files() -> Iterator[None]:
    """Raise an error of the disk as the system's; lxml names it alone: ``IO_ENOSPC``."""
    try:
        yield
    except SerialisationError as error:
        number: int = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number)) from error
