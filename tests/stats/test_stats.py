"""Tests of the statistics of a set of cables."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import cables

from cableconv.cable import Cable, Classification, Diagnostic, Number, Paragraph, Reference
from cableconv.errors import UsageError
from cableconv.stats import Counts, Summary
from cableconv.stats.plot import plot
from cableconv.stats.table import table


def counted(*some: Cable) -> Summary:
    counts = Counts()
    for cable in some:
        counts.add(cable)
    return counts.summary()


def cable(serial: int, year: int, *cited: str) -> Cable:
    return Cable(
        id=f"{year % 100:02}OSLO{serial}",
        date=f"{year}-01-01T00:00:00Z",
        number=Number(station="OSLO", serial=str(serial), text=f"OSLO {serial}"),
        tags=("PREL", "PREL"),
        classification=Classification(level="SECRET", text="S"),
        body=(Paragraph(text="Two words", blocks=(Paragraph(text="and more"),)),),
        references=tuple(Reference(kind="cable", text=each, id=each) for each in cited),
        diagnostics=(Diagnostic(code="no-date", severity="warning", message="."),) * 2,
    )


def test_a_set_is_counted() -> None:
    summary = counted(cable(1, 2007), cable(2, 2008, "07OSLO1", "06X1"), cable(3, 2008, "07OSLO1"))
    assert (summary.cables, summary.paragraphs, summary.words) == (3, 6, 12)
    assert summary.years == {"2007": 1, "2008": 2}
    assert summary.posts == {"OSLO": 3}
    assert summary.levels == {"SECRET": 3}
    assert summary.tags == {"PREL": 3}
    assert summary.years_by_post == {"OSLO": {"2007": 1, "2008": 2}}
    [found] = summary.diagnostics
    assert (found.code, found.times, found.cables) == ("no-date", 6, 3)
    assert (summary.citations.references, summary.citations.resolved) == (3, 2)
    assert [(each.id, each.cited_by, each.present) for each in summary.citations.most_cited] == [
        ("07OSLO1", 2, True),
        ("06X1", 1, False),
    ]


def test_without_a_date_a_cable_counts_in_the_year_of_its_id() -> None:
    assert counted(Cable(id="98OSLO1")).years == {"1998": 1}


def test_missing_values_are_counted_as_unknown() -> None:
    summary = counted(Cable())
    assert summary.posts == summary.years == summary.levels == {"unknown": 1}


@given(st.lists(cables(), max_size=4), st.lists(cables(), max_size=4))
def test_the_counts_of_two_sets_add_up(some: list[Cable], others: list[Cable]) -> None:
    first, second = Counts(), Counts()
    for each in some:
        first.add(each)
    for each in others:
        second.add(each)
    first.merge(second)
    assert first.summary() == counted(*some, *others)


def test_the_table_has_a_row_for_the_rest() -> None:
    tagged = [Cable(tags=(f"T{number:03}",)) for number in range(30)]
    lines = list(table(counted(*tagged)))
    assert "          11  11 others" in lines


@pytest.mark.parametrize("by", ["level", "post"])
def test_a_chart_has_its_labels_and_is_reproducible(tmp_path: Path, by: str) -> None:
    pytest.importorskip("matplotlib")
    summary = counted(cable(1, 2007), cable(2, 2009))
    for name in ("first.svg", "second.svg"):
        plot(summary, tmp_path / name, by)  # type: ignore[arg-type]
    drawn = (tmp_path / "first.svg").read_bytes()
    assert drawn == (tmp_path / "second.svg").read_bytes()
    words = " ".join(ElementTree.fromstring(drawn).itertext())
    assert f"2 cables by year and {by}" in words
    assert {"level": "Secret", "post": "Oslo"}[by] in words


@pytest.mark.parametrize("years", [(2007,), (2007, 2008)])
def test_an_axis_has_whole_years_and_cables(tmp_path: Path, years: tuple[int, ...]) -> None:
    pytest.importorskip("matplotlib")
    summary = counted(*(cable(serial, year) for serial, year in enumerate(years, 1)))
    plot(summary, tmp_path / "few.svg", "level")
    words = [each.strip() for each in ElementTree.parse(tmp_path / "few.svg").getroot().itertext()]
    assert [word for word in words if word.isdecimal() and len(word) == 4] == [*map(str, years)]
    assert not [word for word in words if word.replace(".", "").isdecimal() and "." in word]


def test_a_chart_is_svg_or_png(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        plot(counted(), tmp_path / "picture.gif", "level")
