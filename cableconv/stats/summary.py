"""Statistics of a set of cables, ready to be printed, plotted and written as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from cableconv.vocabulary.levels import LEVELS

if TYPE_CHECKING:
    from cableconv.stats.counts import Counts

UNKNOWN = "unknown"
"""The label for an unknown post, year or level."""

MOST_CITED = 25


class DiagnosticCount(msgspec.Struct, frozen=True):
    """How often one code was reported, and in how many cables."""

    code: str
    severity: str
    times: int
    cables: int


class CitedCable(msgspec.Struct, frozen=True):
    """A cited cable, the number of cables that cite it, and whether it is in the set."""

    id: str
    cited_by: int
    present: bool


class Citations(msgspec.Struct, frozen=True):
    """References to cables: their number, how many lead to cables of the set, the most cited."""

    references: int
    resolved: int
    most_cited: tuple[CitedCable, ...]


class Summary(msgspec.Struct, frozen=True):
    """The statistics of a set of cables, with the largest number of each table first."""

    cables: int
    paragraphs: int
    words: int
    posts: dict[str, int]
    years: dict[str, int]
    levels: dict[str, int]
    tags: dict[str, int]
    years_by_post: dict[str, dict[str, int]]
    years_by_level: dict[str, dict[str, int]]
    diagnostics: tuple[DiagnosticCount, ...]
    citations: Citations


def summarised(counts: Counts) -> Summary:
    """Return the summary of the counts; equal counts give equal summaries."""
    posts = _largest_first(counts.posts)
    levels = {level: counts.levels[level] for level in (*LEVELS, UNKNOWN) if counts.levels[level]}
    return Summary(
        cables=counts.cables,
        paragraphs=counts.paragraphs,
        words=counts.words,
        posts=posts,
        years=dict(sorted(counts.years.items())),
        levels=levels,
        tags=_largest_first(counts.tags),
        years_by_post=_by_year(counts.post_years, posts),
        years_by_level=_by_year(counts.level_years, levels),
        diagnostics=_diagnostics(counts),
        citations=_citations(counts),
    )


def _largest_first(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda each: (-each[1], each[0])))


def _by_year(counter: Counter[str], names: Iterable[str]) -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = {name: {} for name in names}
    for both, number in sorted(counter.items()):
        year, name = both.split("\t", 1)
        tables[name][year] = number
    return tables


def _diagnostics(counts: Counts) -> tuple[DiagnosticCount, ...]:
    rows = []
    for both, times in _largest_first(counts.diagnostics).items():
        severity, code = both.split("\t", 1)
        rows.append(DiagnosticCount(code, severity, times, counts.doubtful[both]))
    return tuple(rows)


def _citations(counts: Counts) -> Citations:
    most = list(_largest_first(counts.cited).items())[:MOST_CITED]
    return Citations(
        references=counts.cited.total(),
        resolved=sum(times for key, times in counts.cited.items() if key in counts.ids),
        most_cited=tuple(CitedCable(key, times, key in counts.ids) for key, times in most),
    )
