"""Statistics of a set of cables, ready to be printed, plotted and written as JSON."""

from __future__ import annotations

import msgspec

UNKNOWN = "unknown"
"""The label for an unknown post, year or level."""


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
