"""A summary as a plot: cables per year, by post or level (matplotlib)."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cableconv.errors import UsageError
from cableconv.extras import missing
from cableconv.output import files
from cableconv.stats.summary import UNKNOWN, Summary

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LINES = 8
"""Number of posts with a colour of their own; the rest is drawn as one."""

By = Literal["level", "post"]
_FEW = 5
"""Years that each have a tick of their own, whatever the scale would like."""

_OTHERS = "others"
_SALT = "cableconv"  # of the identifiers in an SVG: the same bytes every time


def plot(summary: Summary, path: Path, by: By) -> None:
    """Draw the plot to ``path``, as SVG or PNG by its ending; equal summaries give equal bytes.

    Raises:
        UsageError: matplotlib is not installed, or the ending is not supported.
        OutputError: it cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in (".svg", ".png"):
        raise UsageError(f"{path}: a plot must be .svg or .png")
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError:
        raise missing("plots need matplotlib", "plot") from None
    tables = _drawn(summary.years_by_level if by == "level" else summary.years_by_post)
    with mpl.rc_context({"svg.hashsalt": _SALT, "svg.fonttype": "none"}):
        figure = Figure(figsize=(10, 5), layout="constrained")
        _stack(figure.subplots(), tables, summary, by)
        files.write(path, _encoded(figure, ending))


def _drawn(tables: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Return the largest tables, and the sum of the others; skip unknown years."""
    known = {
        name: {year: number for year, number in table.items() if year != UNKNOWN}
        for name, table in tables.items()
    }
    names = list(known)
    drawn = {name: known[name] for name in names[:LINES]}
    for name in names[LINES:]:
        others = drawn.setdefault(_OTHERS, {})
        for year, number in known[name].items():
            others[year] = others.get(year, 0) + number
    return drawn


def _stack(axes: Axes, tables: Mapping[str, Mapping[str, int]], summary: Summary, by: By) -> None:
    """Draw one bar per year, with a segment for each table."""
    years = _years(tables)
    below = [0] * len(years)
    for name, table in tables.items():
        heights = [table.get(str(year), 0) for year in years]
        axes.bar(years, heights, bottom=below, label=name.capitalize())
        below = [low + height for low, height in zip(below, heights, strict=True)]
    _label(axes, f"{summary.cables:,} cables by year and {by}", years)


def _label(axes: Axes, title: str, years: list[int]) -> None:
    from matplotlib.ticker import FixedLocator, MaxNLocator

    axes.set_title(title)
    axes.set_ylabel("Cables")
    axes.spines[["top", "right"]].set_visible(False)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
    if len(years) in range(1, _FEW):  # between two years there is none
        axes.xaxis.set_major_locator(FixedLocator(years))
    if years:
        axes.legend(frameon=False)


def _years(tables: Mapping[str, Mapping[str, int]]) -> list[int]:
    """Return every year from the first to the last, so that gaps are visible."""
    found = sorted({int(year) for table in tables.values() for year in table if year.isdecimal()})
    return list(range(found[0], found[-1] + 1)) if found else []


def _encoded(figure: Figure, ending: str) -> bytes:
    buffer = io.BytesIO()
    metadata = {"Date": None} if ending == ".svg" else {"Software": None}
    figure.savefig(buffer, format=ending[1:], metadata=metadata, dpi=150)
    return buffer.getvalue()
