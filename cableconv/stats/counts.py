"""Counts that are updated cable by cable; the counts of two sets can be merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from cableconv.cable import Cable
from cableconv.query import field_values
from cableconv.rendering.dates import year_of
from cableconv.stats.summary import (
    UNKNOWN,
    Citations,
    CitedCable,
    DiagnosticCount,
    Summary,
)
from cableconv.vocabulary.levels import LEVELS

_MOST_CITED = 25


class Counts(msgspec.Struct):
    """The counts so far.

    The keys of ``post_years`` and ``level_years`` are a year and a post or level, with a tab
    between; those of ``diagnostics`` (times) and ``doubtful`` (cables) a severity and a code.
    """

    cables: int = 0
    paragraphs: int = 0
    words: int = 0
    posts: Counter[str] = msgspec.field(default_factory=Counter)
    years: Counter[str] = msgspec.field(default_factory=Counter)
    levels: Counter[str] = msgspec.field(default_factory=Counter)
    tags: Counter[str] = msgspec.field(default_factory=Counter)
    post_years: Counter[str] = msgspec.field(default_factory=Counter)
    level_years: Counter[str] = msgspec.field(default_factory=Counter)
    diagnostics: Counter[str] = msgspec.field(default_factory=Counter)
    doubtful: Counter[str] = msgspec.field(default_factory=Counter)
    cited: Counter[str] = msgspec.field(default_factory=Counter)
    ids: set[str] = msgspec.field(default_factory=set)

    def add(self, cable: Cable) -> None:
        """Count one cable."""
        post, year, level = _post(cable), _year(cable), _level(cable)
        self.cables += 1
        self.posts[post] += 1
        self.years[year] += 1
        self.levels[level] += 1
        self.post_years[f"{year}\t{post}"] += 1
        self.level_years[f"{year}\t{level}"] += 1
        self.tags.update(set(cable.tags))
        self._add_body(cable)
        self._add_diagnostics(cable)
        self.cited.update({each.id for each in cable.references if each.id})
        if cable.key:
            self.ids.add(cable.key)

    def merge(self, other: Counts) -> None:
        """Add the counts of another set."""
        for name in self.__struct_fields__:
            ours, theirs = getattr(self, name), getattr(other, name)
            if isinstance(ours, int):
                setattr(self, name, ours + theirs)
            else:
                ours.update(theirs)

    def summary(self) -> Summary:
        """Return the results; equal counts give equal summaries."""
        posts = _largest_first(self.posts)
        levels = {level: self.levels[level] for level in (*LEVELS, UNKNOWN) if self.levels[level]}
        return Summary(
            cables=self.cables,
            paragraphs=self.paragraphs,
            words=self.words,
            posts=posts,
            years=dict(sorted(self.years.items())),
            levels=levels,
            tags=_largest_first(self.tags),
            years_by_post=_by_year(self.post_years, posts),
            years_by_level=_by_year(self.level_years, levels),
            diagnostics=self._diagnostics(),
            citations=self._citations(),
        )

    def _add_body(self, cable: Cable) -> None:
        self.paragraphs += sum(field_values.paragraph_count(cable))
        self.words += sum(field_values.word_count(cable))

    def _add_diagnostics(self, cable: Cable) -> None:
        codes = [f"{each.severity}\t{each.code}" for each in cable.diagnostics]
        self.diagnostics.update(codes)
        self.doubtful.update(set(codes))

    def _diagnostics(self) -> tuple[DiagnosticCount, ...]:
        rows = []
        for both, times in _largest_first(self.diagnostics).items():
            severity, code = both.split("\t", 1)
            rows.append(DiagnosticCount(code, severity, times, self.doubtful[both]))
        return tuple(rows)

    def _citations(self) -> Citations:
        most = list(_largest_first(self.cited).items())[:_MOST_CITED]
        return Citations(
            references=self.cited.total(),
            resolved=sum(times for key, times in self.cited.items() if key in self.ids),
            most_cited=tuple(CitedCable(key, times, key in self.ids) for key, times in most),
        )


def _post(cable: Cable) -> str:
    return next(iter(field_values.posts(cable)), UNKNOWN)


def _year(cable: Cable) -> str:
    date = cable.date or cable.source.date
    if date:
        return date[:4].replace("\t", " ")
    return str(year_of(cable) or UNKNOWN)


def _level(cable: Cable) -> str:
    return (cable.classification and cable.classification.level) or UNKNOWN


def _largest_first(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda each: (-each[1], each[0])))


def _by_year(counter: Counter[str], names: Iterable[str]) -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = {name: {} for name in names}
    for both, number in sorted(counter.items()):
        year, name = both.split("\t", 1)
        tables[name][year] = number
    return tables
