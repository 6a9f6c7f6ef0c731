"""Tests of streams on which printing never fails."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest

from cableconv.output.messages import unfailing


class _Full(io.RawIOBase):
    """A place where nothing can be written: for an error, or as it would have to wait."""

    def __init__(self, error: OSError | None) -> None:
        super().__init__()
        self.asked = 0
        self._error = error

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> None:
        self.asked += 1
        if self._error:
            raise self._error


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EIO, errno.ENOSPC, errno.EBADF, None])
def test_what_cannot_be_printed_is_dropped(number: int | None) -> None:
    place = _Full(OSError(number, "geese") if number else None)
    stream = unfailing(io.TextIOWrapper(io.BufferedWriter(place)))
    print("first", file=stream)
    print("x" * 100_000, file=stream, flush=True)
    assert place.asked > 1


def test_what_can_be_printed_is_printed_as_before(tmp_path: Path) -> None:
    with (tmp_path / "said.txt").open("w", encoding="ascii", errors="backslashreplace") as file:
        print("first", file=file)
        stream = unfailing(file)
        assert stream is not None
        print("café", file=stream)
        assert (stream.fileno(), stream.isatty()) == (file.fileno(), False)
        lines = (tmp_path / "said.txt").read_bytes().split(os.linesep.encode())
    assert lines == [b"first", b"caf\\xe9", b""]


def test_a_closed_stream_and_one_of_another_program_stay() -> None:
    assert unfailing(None) is None
    window = io.StringIO()
    assert unfailing(window) is window
