"""Standard input and pipes: read once within limits, and any number of times from the copy."""

from __future__ import annotations

import gc
import io
import os
import random
import threading
import warnings
from pathlib import Path

import pytest

from cableconv.input import files as inputs
from cableconv.input import spool
from cableconv.input.content import Content
from cableconv.input.spool import spooled

ROWS = Path(__file__).parents[2] / "examples" / "forms" / "cables.csv"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "LARGEST_HELD", 1024)


def test_small_contents_are_kept_in_memory() -> None:
    assert spooled(io.BytesIO(b"geese")) == b"geese"


def test_views_do_not_disturb_each_other(small: None) -> None:
    data = random.Random(7).randbytes(9999)
    opened = spooled(io.BytesIO(data))
    assert not isinstance(opened, bytes)
    with opened() as one, opened() as other:
        assert one.read(3000) == data[:3000]
        assert other.read() == data
        assert one.read(50) == data[3000:3050]
        one.seek(-10, io.SEEK_END)
        assert one.read() == data[-10:]
        one.seek(5)
        one.seek(5, io.SEEK_CUR)
        assert one.tell() == 10
        assert one.read(1) == data[10:11]


def test_no_temporary_file_is_left(
    small: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        opened = spooled(io.BytesIO(bytes(5000)))
        assert not isinstance(opened, bytes)
        with opened() as stream:
            stream.read()
        del opened, stream
        gc.collect()
    assert list(tmp_path.iterdir()) == []


def test_a_dump_through_a_pipe_is_a_dump(small: None) -> None:
    rows = ROWS.read_bytes()
    content = Content(spooled(io.BytesIO(rows)), "<stdin>")
    assert content.data == rows
    assert content.opening == rows


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_named_pipe_is_read_once_and_kept(small: None, tmp_path: Path) -> None:
    pipe = tmp_path / "cables.csv"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(ROWS.read_bytes()))
    writer.start()
    content = inputs.open_content(pipe)
    writer.join()
    assert content.data == ROWS.read_bytes()
