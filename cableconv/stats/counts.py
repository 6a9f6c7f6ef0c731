"""Counts that are updated cable by cable; the counts of two sets can be merged."""

from __future__ import annotations

from collections import Counter

import msgspec

from cableconv.cable import Cable
from cableconv.query import field_values
from cableconv.rendering.dates import year_of
from cableconv.stats.summary import UNKNOWN, Summary, summarised


class Counts(msgspec.Struct):
    """The counts so far.  ``over_time`` is by year, then by post and by level."""

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
        """Return the results."""
        return summarised(self)

    def _add_body(self, cable: Cable) -> None:
        self.paragraphs += sum(field_values.paragraph_count(cable))
        self.words += sum(field_values.word_count(cable))

    def _add_diagnostics(self, cable: Cable) -> None:
        codes = [f"{each.severity}\t{each.code}" for each in cable.diagnostics]
        self.diagnostics.update(codes)
        self.doubtful.update(set(codes))


def _post(cable: Cable) -> str:
    return next(iter(field_values.posts(cable)), UNKNOWN)


def _year(cable: Cable) -> str:
    date = cable.date or cable.source.date
    if date:
        return date[:4].replace("\t", " ")
    return str(year_of(cable) or UNKNOWN)


def _level(cable: Cable) -> str:
    return (cable.classification and cable.classification.level) or UNKNOWN
