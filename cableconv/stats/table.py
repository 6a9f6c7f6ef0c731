"""A summary as text: one table per topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cableconv.stats.summary import Summary

LARGEST = 20
"""Rows of a table; the remainder is summed up in one more."""


def table(summary: Summary) -> Iterator[str]:
    """Yield the lines of all tables."""
    yield from _rows({
        "cables": summary.cables, "paragraphs": summary.paragraphs, "words": summary.words,
    })  # fmt: skip
    yield from _titled("Years", _rows(summary.years))
    yield from _titled("Posts", _rows(_largest(summary.posts)))
    yield from _titled("Classification", _rows(summary.levels))
    yield from _titled("TAGS", _rows(_largest(summary.tags)))
    yield from _titled("Diagnostics", _diagnostics(summary))
    yield from _titled("References to cables", _citations(summary))


def _titled(title: str, rows: Iterable[str]) -> Iterator[str]:
    rows = list(rows)
    if rows:
        yield from ("", title, *rows)


def _rows(numbers: Mapping[str, int]) -> Iterator[str]:
    for name, number in numbers.items():
        yield f"{number:>12,}  {name}"


def _largest(numbers: Mapping[str, int]) -> dict[str, int]:
    """Return the first rows, and one for the rest."""
    if len(numbers) <= LARGEST:
        return dict(numbers)
    rows = list(numbers.items())
    rest = rows[LARGEST - 1 :]
    return {**dict(rows[: LARGEST - 1]), f"{len(rest):,} others": sum(n for _, n in rest)}


def _diagnostics(summary: Summary) -> Iterator[str]:
    for each in summary.diagnostics:
        cables = f"in {each.cables:,} cable{'s' * (each.cables != 1)}"
        yield f"{each.times:>12,}  {each.code} ({each.severity}, {cables})"


def _citations(summary: Summary) -> Iterator[str]:
    citations = summary.citations
    if not citations.references:
        return
    yield f"{citations.references:>12,}  in all"
    yield f"{citations.resolved:>12,}  to a cable of this set"
    for each in citations.most_cited:
        yield f"{each.cited_by:>12,}  {each.id}{'' if each.present else ' (not in this set)'}"
