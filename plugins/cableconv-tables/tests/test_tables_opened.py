"""Other programs open the tables, and their counts equal those of the trees."""

from __future__ import annotations

import csv
import datetime
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from cableconv import Cable
from cableconv.rendering.columns import COLUMNS, row
from table_cables import Collect

from cableconv_tables.flat_cells import flat

SOFFICE = shutil.which("soffice")
NAMES = [column.name for column in COLUMNS]
MOMENT = datetime.datetime(2008, 5, 13, 12, 5, tzinfo=datetime.UTC)


def cells(cables: list[Cable], name: str) -> list[Any]:
    """Return a column computed from the trees."""
    return [row(cable)[NAMES.index(name)] for cable in cables]


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_counts_in_pandas_equal_those_of_the_trees(
    form: str, samples: list[Cable], collect: Collect
) -> None:
    pandas = pytest.importorskip("pandas")
    target = collect(samples, form)
    read = {"csv": pandas.read_csv, "xlsx": pandas.read_excel, "parquet": pandas.read_parquet}
    frame = read[form](target)
    assert list(frame.columns) == NAMES
    assert len(frame) == len(samples)
    assert frame["paragraphs"].tolist() == cells(samples, "paragraphs")
    assert frame["words"].sum() == sum(cells(samples, "words"))


def test_pandas_has_real_dates_and_lists_of_parquet(few: list[Cable], collect: Collect) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_parquet(collect(few, "parquet"))
    assert frame["date"].tolist()[0] == pandas.Timestamp(MOMENT)
    assert frame["date"].dt.year.tolist() == [2008, 2008]
    assert frame["declassify_on"][0] == MOMENT.replace(year=2018).date()
    assert Counter(frame.explode("tags")["tags"]) == Counter(
        tag for cable in few for tag in cable.tags
    )


def test_pandas_has_the_cells_of_csv(few: list[Cable], collect: Collect) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(collect(few, "csv"), keep_default_na=False, dtype=str)
    assert frame["tags"].tolist() == ["PREL; OVIP; PELL, JONAS; NO", "PREL; NO"]
    assert frame["text"].tolist() == cells(few, "text")
    assert frame["country"].tolist() == ["NO", "US"]


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_counts_in_duckdb_equal_those_of_the_trees(
    form: str, samples: list[Cable], collect: Collect
) -> None:
    duckdb = pytest.importorskip("duckdb")
    target = collect(samples, form)
    sql = f"SELECT count(*), sum(paragraphs), sum(words) FROM '{target}'"
    with duckdb.connect() as connection:
        assert connection.execute(sql).fetchall() == [
            (len(samples), sum(cells(samples, "paragraphs")), sum(cells(samples, "words")))
        ]


def test_duckdb_queries_lists_and_dates(few: list[Cable], collect: Collect) -> None:
    duckdb = pytest.importorskip("duckdb")
    sql = f"""
        SELECT key, cited FROM (
            SELECT key, date, unnest(cited_ids) AS cited FROM '{collect(few, "parquet")}'
        ) WHERE date > TIMESTAMPTZ '2008-05-02' ORDER BY cited
    """
    with duckdb.connect() as connection:
        assert connection.execute(sql).fetchall() == [
            ("08OSLO123", "07OSLO98"),
            ("08OSLO123", "08STATE4711"),
        ]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_counts_in_libreoffice_equal_those_of_the_trees(
    form: str, few: list[Cable], samples: list[Cable], collect: Collect, tmp_path: Path
) -> None:
    decent = [*few, *(each for each in samples if each.id and each.id.isalnum())]
    opened = _opened_by_libreoffice(collect(decent, form), tmp_path)
    assert [each["key"] for each in opened] == [cable.key for cable in decent]
    assert [int(each["words"]) for each in opened] == cells(decent, "words")
    assert [each["tags"] for each in opened[:2]] == [flat(tags) for tags in cells(few, "tags")]
    assert opened[0]["text"].splitlines() == str(cells(few, "text")[0]).splitlines()


def _opened_by_libreoffice(table: Path, folder: Path) -> list[dict[str, str]]:
    """Return the rows of a table that LibreOffice has converted to CSV in UTF-8."""
    out = folder / "opened"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    as_utf8 = "csv:Text - txt - csv (StarCalc):44,34,76"
    reads = ["--infilter=CSV:44,34,76"] if table.suffix == ".csv" else []
    command = [str(SOFFICE), "--headless", profile, *reads, "--convert-to", as_utf8]
    ended = subprocess.run(
        [*command, "--outdir", str(out), str(table)], capture_output=True, timeout=180, check=False
    )
    if not (out / "cables.csv").exists():
        pytest.skip(f"LibreOffice has no spreadsheets: {ended.stderr.decode()[-200:]}")
    with (out / "cables.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
