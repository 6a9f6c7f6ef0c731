"""Many cables as a table, one cable per row: ``csv``, ``parquet`` and ``xlsx`` for cableconv."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cableconv.plugins import Collection, Collector, IsReplaced, Option, hookimpl
from cableconv.rendering.columns import row

from cableconv_tables.losses import of_csv, of_parquet, of_xlsx

if TYPE_CHECKING:
    from cableconv import Cable


class _Table(Collection, Protocol):
    def keep(self, earlier: Path, is_replaced: IsReplaced) -> None: ...


def prepare_csv(cable: Cable, *, bom: bool) -> str:  # noqa: ARG001
    """Return the cable's row of comma-separated values."""
    from cableconv_tables.csv_file import record_of

    return record_of(cable)


def open_csv(target: Path, *, bom: bool) -> _Table:
    """A file of comma-separated values at ``target``, which is not there yet."""
    from cableconv_tables.csv_file import CsvFile

    return CsvFile(target, with_bom=bom)


def append_csv(target: Path, earlier: Path, is_replaced: IsReplaced, *, bom: bool) -> Collection:
    """A file at ``target`` with the rows of the earlier one that stay."""
    return _with_kept(open_csv(target, bom=bom), earlier, is_replaced)


def prepare_parquet(cable: Cable) -> dict[str, Any]:
    """Return the cable's values by column."""
    from cableconv_tables.parquet_file import values_of

    return values_of(cable)


def open_parquet(target: Path) -> _Table:
    """A Parquet file at ``target``, which is not there yet."""
    from cableconv_tables.parquet_file import ParquetFile

    return ParquetFile(target)


def append_parquet(target: Path, earlier: Path, is_replaced: IsReplaced) -> Collection:
    """A Parquet file with the rows of the earlier one that stay."""
    return _with_kept(open_parquet(target), earlier, is_replaced)


def open_xlsx(target: Path) -> _Table:
    """An Excel workbook at ``target``, which is not there yet."""
    from cableconv_tables.xlsx_file import XlsxFile

    return XlsxFile(target)


def append_xlsx(target: Path, earlier: Path, is_replaced: IsReplaced) -> Collection:
    """A workbook with the rows of the earlier one that stay."""
    return _with_kept(open_xlsx(target), earlier, is_replaced)


def _with_kept(table: _Table, earlier: Path, is_replaced: IsReplaced) -> Collection:
    try:
        table.keep(earlier, is_replaced)
    except BaseException:
        table.close()
        raise
    return table


csv = Collector(
    name="csv",
    open=open_csv,
    append=append_csv,
    prepare=prepare_csv,
    ending=".csv",
    help="Comma-separated values, one cable per row, safe to open in a spreadsheet.",
    media_type="text/csv",
    losses=of_csv,
    options=(
        Option(
            name="bom",
            type=bool,
            default=False,
            help="begin with a byte-order mark, by which Excel recognises UTF-8",
        ),
    ),
)

parquet = Collector(
    name="parquet",
    open=open_parquet,
    append=append_parquet,
    prepare=prepare_parquet,
    ending=".parquet",
    help="Parquet, one cable per row, with real dates and lists, for pandas, DuckDB and Spark.",
    media_type="application/vnd.apache.parquet",
    losses=of_parquet,
)

xlsx = Collector(
    name="xlsx",
    aliases=("excel",),
    open=open_xlsx,
    append=append_xlsx,
    prepare=row,
    ending=".xlsx",
    help="An Excel workbook, one cable per row.",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    losses=of_xlsx,
)


@hookimpl
def cableconv_collectors() -> Iterable[Collector]:
    """Return the formats ``csv``, ``parquet`` and ``xlsx``."""
    return (csv, parquet, xlsx)
