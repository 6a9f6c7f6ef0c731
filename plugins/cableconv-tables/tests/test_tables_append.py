"""Files to which nothing can be added: no tables, other tables, damaged ones."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pyarrow
import pytest
from cableconv import Cable, OutputError
from cableconv.plugins import Collector
from openpyxl import Workbook
from pyarrow import parquet
from table_cables import Collect

import cableconv_tables

COLLECTORS = {
    each.name: each
    for each in (cableconv_tables.csv, cableconv_tables.parquet, cableconv_tables.xlsx)
}


def append(collector: Collector, target: Path, earlier: Path) -> None:
    """Begin a table with the rows of an earlier one, and end it."""
    assert collector.append is not None
    options = {option.name: option.default for option in collector.options}
    collector.append(target, earlier, lambda _: False, **options).close()


def other_workbook() -> bytes:
    file = io.BytesIO()
    book = Workbook()
    book.active.append(["boat"])
    book.save(file)
    return file.getvalue()


def other_parquet() -> bytes:
    file = io.BytesIO()
    parquet.write_table(pyarrow.table({"boat": ["Kittiwake"]}), file)
    return file.getvalue()


def cut_sheet(book: bytes) -> bytes:
    """Return a workbook whose sheet breaks off; the file around it is whole."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(book)) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[: len(data) // 2] if "worksheets/" in name else data)
    return file.getvalue()


def zeroed(data: bytes) -> bytes:
    """Return the file without its middle."""
    third = len(data) // 3
    return data[:third] + bytes(third) + data[2 * third :]


STRANGERS = {
    "nothing": b"",
    "text": b"The tide clock was late.\n",
    "other columns": b"boat,keeper\r\nKittiwake,Pell\r\n",
    "another workbook": other_workbook(),
    "another Parquet file": other_parquet(),
}
DAMAGES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a record cut inside quotation marks": ("csv", lambda data: data[: data.index(b'"') + 5]),
    "a row without its last cells": ("csv", lambda data: data + b"08OSLO1,\r\n"),
    "letters for a number": (
        "csv",
        lambda data: data + b"x," * (data.split(b"\r\n")[0].count(b",")) + b"x\r\n",
    ),
    "half a Parquet file": ("parquet", lambda data: data[: len(data) // 2]),
    "a Parquet file without its middle": ("parquet", zeroed),
    "half a workbook": ("xlsx", lambda data: data[: len(data) // 2]),
    "a workbook without its middle": ("xlsx", zeroed),
    "a sheet that breaks off": ("xlsx", cut_sheet),
}


@pytest.mark.parametrize("name", COLLECTORS)
@pytest.mark.parametrize("stranger", STRANGERS)
def test_nothing_is_added_to_other_files(tmp_path: Path, name: str, stranger: str) -> None:
    earlier = tmp_path / "earlier"
    earlier.write_bytes(STRANGERS[stranger])
    with pytest.raises(OutputError, match="nothing can be added to it"):
        append(COLLECTORS[name], tmp_path / "new", earlier)


@pytest.mark.parametrize("damage", DAMAGES)
def test_nothing_is_added_to_damaged_tables(
    tmp_path: Path, few: list[Cable], collect: Collect, damage: str
) -> None:
    name, change = DAMAGES[damage]
    earlier = collect(few, name)
    append(COLLECTORS[name], tmp_path / "whole", earlier)
    earlier.write_bytes(change(earlier.read_bytes()))
    with pytest.raises(OutputError, match="nothing can be added to it") as caught:
        append(COLLECTORS[name], tmp_path / "new", earlier)
    assert caught.value.path == str(earlier)
