"""Many cables as a table, one cable per row: ``csv``, ``parquet`` and ``xlsx`` for cableconv."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cableconv.plugins import Collection, Collector, Option, hookimpl

from cableconv_tables.losses import of_csv, of_parquet, of_xlsx


def open_csv(target: Path, *, bom: bool) -> Collection:
    """A file of comma-separated values at ``target``, which is not there yet."""
    from cableconv_tables.csv_file import CsvFile

    return CsvFile(target, with_bom=bom)


def open_parquet(target: Path) -> Collection:
    """A Parquet file at ``target``, which is not there yet."""
    from cableconv_tables.parquet_file import ParquetFile

    return ParquetFile(target)


def open_xlsx(target: Path) -> Collection:
    """An Excel workbook at ``target``, which is not there yet."""
    from cableconv_tables.xlsx_file import XlsxFile

    return XlsxFile(target)


csv = Collector(
    name="csv",
    open=open_csv,
    ending=".csv",
    help="Comma-separated values, one cable per row, safe to open in a spreadsheet.",
    media_type="text/csv",
    losses=of_csv,
    options=(
        Option(
            name="bom",
            type=bool,
            default=False,
            help="begin with a byte-order mark, by which Excel knows that it is UTF-8",
        ),
    ),
)

parquet = Collector(
    name="parquet",
    open=open_parquet,
    ending=".parquet",
    help="Parquet, one cable per row, with real dates and lists, for pandas, DuckDB and Spark.",
    media_type="application/vnd.apache.parquet",
    losses=of_parquet,
)

xlsx = Collector(
    name="xlsx",
    aliases=("excel",),
    open=open_xlsx,
    ending=".xlsx",
    help="An Excel workbook, one cable per row.",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    losses=of_xlsx,
)


@hookimpl
def cableconv_collectors() -> Iterable[Collector]:
    """The formats ``csv``, ``parquet`` and ``xlsx``."""
    return (csv, parquet, xlsx)
