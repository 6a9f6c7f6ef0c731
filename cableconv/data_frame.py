"""Cables as a pandas data frame: one row per cable, with the same columns as the table formats."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cableconv.cable import Cable
from cableconv.extras import missing
from cableconv.rendering.columns import COLUMNS, Kind

if TYPE_CHECKING:
    from pandas import DataFrame

_DTYPES = {
    Kind.TEXT: "string",
    Kind.LIST: "object",
    Kind.MOMENT: "datetime64[us, UTC]",
    Kind.DAY: "datetime64[us]",
    Kind.NUMBER: "Int64",
}


def frame(cables: Iterable[Cable]) -> DataFrame:
    """Return a data frame with one row per cable.

        cables = cableconv.frame(cableconv.read("cables/"))
        cables.groupby("post").size()
        cables.explode("tags").tags.value_counts()

    The columns are those of the formats ``csv`` and ``parquet`` of cableconv-tables, with types:
    text, datetimes in UTC, dates, integers, and tuples of texts for repeatable values.
    An invalid date is empty.

    Args:
        cables: the trees, consumed one at a time; only the values of the columns are kept.

    Raises:
        UsageError: pandas is not installed (``pip install 'cableconv[pandas]'``).
        InputError, PluginError: as in ``read``, if ``cables`` comes from it.
    """
    try:
        import pandas as pd
    except ImportError:
        raise missing("data frames need pandas", "pandas") from None
    rows = [[column.typed_value(cable) for column in COLUMNS] for cable in cables]
    values = zip(*rows, strict=True) if rows else ([] for _ in COLUMNS)
    return pd.DataFrame(
        {
            column.name: pd.Series(list(each), dtype=_DTYPES[column.kind])
            for column, each in zip(COLUMNS, values, strict=True)
        }
    )
