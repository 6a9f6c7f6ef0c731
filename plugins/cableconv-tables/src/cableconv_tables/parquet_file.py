"""Parquet: typed columns, in row groups of limited size."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
from cableconv import Cable
from cableconv.plugins import IsReplaced
from cableconv.rendering.columns import COLUMNS, Column, Kind
from pyarrow import parquet

from cableconv_tables.kept_rows import NAMES, identity_of_row, not_ours, refuse_strangers

_ROWS = 5_000
_BYTES = 1 << 23
"""The largest size of a row group, which is kept in memory."""

_READ = 100
"""Rows of an earlier file that are in memory at once."""

_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.LIST: pa.list_(pa.string()),
    Kind.MOMENT: pa.timestamp("us", tz="UTC"),
    Kind.DAY: pa.date32(),
    Kind.NUMBER: pa.int64(),
}


Values = dict[str, Any]
"""A row by the names of its columns."""


def values_of(cable: Cable) -> Values:
    """Return the row of a cable."""
    return {column.name: column.typed_value(cable) for column in COLUMNS}


class ParquetFile:
    """A file that is being written; keeps the rows of one group in memory."""

    def __init__(self, target: Path) -> None:
        self._schema = pa.schema([_field(column) for column in COLUMNS])
        self._row = pa.struct(list(self._schema))
        self._writer = parquet.ParquetWriter(target, self._schema, compression="zstd")
        self._rows: list[Any] = []
        self._bytes = 0

    def keep(self, earlier: Path, is_replaced: IsReplaced) -> None:
        """Take the rows of an earlier file that stay.

        Raises:
            OutputError: it is no such table, or it is damaged.
        """
        try:
            with parquet.ParquetFile(earlier) as found:
                refuse_strangers(found.schema_arrow.names, earlier)
                for batch in found.iter_batches(_READ):
                    for values in batch.to_pylist():
                        if not is_replaced(identity_of_row([values[name] for name in NAMES])):
                            self.add(values)
        except (ValueError, OSError) as error:
            if isinstance(error, OSError) and error.errno:  # the disk's
                raise
            raise not_ours(earlier) from error

    def add(self, values: Values) -> None:
        """Take one more row; it is converted here, so that it alone fails where it cannot be."""
        row = pa.array([values], self._row)
        self._rows.append(row)
        self._bytes += row.nbytes
        if len(self._rows) >= _ROWS or self._bytes >= _BYTES:
            self._write_group()

    def close(self) -> None:
        """Write the last group and finish the file."""
        try:
            self._write_group()
        finally:
            self._writer.close()

    def _write_group(self) -> None:
        rows, self._rows, self._bytes = self._rows, [], 0
        if rows:
            columns = pa.concat_arrays(rows).flatten()
            self._writer.write_table(pa.table(columns, schema=self._schema))


def _field(column: Column) -> Any:
    return pa.field(column.name, _TYPES[column.kind], metadata={"description": column.about})
