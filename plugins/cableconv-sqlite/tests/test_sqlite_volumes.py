"""Two volumes of Foreign Relations on the command line: telegrams as documents and as rows."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

VOLUMES = sorted((Path(__file__).parents[3] / "examples" / "forms").glob("frus*.xml"))
NAMES = {"58COPENHAGEN877", "frus1957-58v97_d11", "75REYKJAVIK412", "75STATE34410"}
"""The names of the telegrams: the number, or else the place in the volume."""


def convert(*arguments: str | Path) -> None:
    """Convert both volumes in a separate process, which must end with 0."""
    command = [sys.executable, "-m", "cableconv", *map(str, (*VOLUMES, *arguments))]
    subprocess.run(command, check=True, capture_output=True)


def test_each_telegram_is_a_document(tmp_path: Path) -> None:
    convert("--to", "docx", "-o", f"{tmp_path}/")
    assert {path.name for path in tmp_path.glob("*.docx")} == {f"{name}.docx" for name in NAMES}


def test_each_telegram_is_a_row(tmp_path: Path) -> None:
    database = tmp_path / "volumes.sqlite"
    convert("--to", "sqlite", "-o", database)
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT id FROM cables ORDER BY cable").fetchall()
    assert {name.replace("/", "_") for (name,) in found} == NAMES
