"""The files of sheets that are not yet in a workbook."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest
from lxml.etree import SerialisationError

from cableconv_tables.sheet_files import failing_as_files
from cableconv_tables.xlsx_file import XlsxFile


@pytest.mark.parametrize(
    ("said", "number"),
    [("IO_ENOSPC", errno.ENOSPC), ("IO_EROFS", errno.EROFS), ("unknown", errno.EIO)],
)
def test_a_failure_of_the_disk_is_the_systems(said: str, number: int) -> None:
    with pytest.raises(OSError, match=os.strerror(number)) as raised, failing_as_files():
        raise SerialisationError(said)
    assert raised.value.errno == number


def test_a_sheet_has_its_file_beside_the_draft(tmp_path: Path) -> None:
    elsewhere = tempfile.tempdir
    file = XlsxFile(tmp_path / "draft")
    assert [path.name[:9] for path in tmp_path.iterdir()] == ["openpyxl."]
    assert tempfile.tempdir == elsewhere
    file.close()
    assert [path.name for path in tmp_path.iterdir()] == ["draft"]
