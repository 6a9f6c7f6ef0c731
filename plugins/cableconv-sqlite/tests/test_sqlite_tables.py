"""The content of each table."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import cableconv
from cableconv import Cable
from sqlite_cables import OSLO, collect

Ask = Callable[..., list[tuple[object, ...]]]


def test_a_cable_is_a_row(ask: Ask) -> None:
    sql = "SELECT id, date, year, post, country, classification, subject, summary FROM cables"
    assert ask(sql)[0] == (
        "08OSLO123",
        "2008-05-13T12:05:00Z",
        2008,
        "OSLO",
        "NO",
        "CONFIDENTIAL",
        "THE TIDE CLOCK",
        "The tide clock was late.",
    )


def test_addressees_are_rows_action_first(ask: Ask) -> None:
    sql = "SELECT position, role, name, precedence, number, route FROM addressees WHERE cable = 1"
    assert ask(sql) == [
        (1, "action", "SECSTATE WASHDC", "PRIORITY", "0101", "RUEHC"),
        (2, "info", "AMEMBASSY STOCKHOLM", None, None, "RUEHSM"),
    ]


def test_references_have_a_kind_and_cables_an_id(ask: Ask) -> None:
    assert ask("SELECT label, kind, cited FROM cable_references") == [
        ("A", "cable", "08STATE4711"),
        ("B", "cable", "07OSLO98"),
        ("C", "email", None),
    ]


def test_people_are_classifiers_signers_and_tags(ask: Ask) -> None:
    assert ask("SELECT role, name, title FROM people WHERE cable = 1") == [
        ("classified_by", "Ida Fenwick", "DCM"),
        ("signed_by", "WRAY", None),
        ("tag", "PELL, JONAS", None),
    ]


def test_paragraphs_have_their_number_marking_role_and_heading(ask: Ask) -> None:
    sql = "SELECT type, number, marking, role, heading, text FROM paragraphs WHERE cable = 1"
    found = ask(f"{sql} ORDER BY position")
    assert found[1] == ("heading", None, None, None, None, "WHY TALLINN")
    why = "Nobody in the Café knows why:"
    assert found[2] == ("paragraph", 2, "U", None, "WHY TALLINN", why)
    assert found[3][0::5] == ("item", "it has no tides;")


def test_diagnostics_are_rows(ask: Ask) -> None:
    codes = {code for (code,) in ask("SELECT code FROM diagnostics")}
    assert codes == {each.code for each in cableconv.parse(OSLO).diagnostics}


def test_without_a_date_the_year_is_from_the_id(tmp_path: Path) -> None:
    cables = [Cable(id="73ROME1"), Cable(id="04ROME2"), Cable(id="ROME3"), Cable()]
    path = collect(cables, tmp_path / "years.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        years = connection.execute("SELECT year FROM cables ORDER BY cable").fetchall()
    assert years == [(1973,), (2004,), (None,), (None,)]


def test_two_cables_with_one_id_are_both_kept(tmp_path: Path) -> None:
    path = collect([Cable(id="08OSLO1"), Cable(id="08OSLO1")], tmp_path / "twins.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT cable, id FROM cables").fetchall() == [
            (1, "08OSLO1"),
            (2, "08OSLO1"),
        ]


def test_the_counts_equal_those_of_the_trees(samples: list[Cable], tmp_path: Path) -> None:
    path = collect(samples, tmp_path / "samples.sqlite")
    wanted = Counter(
        cables=len(samples),
        addressees=sum(len(each.to + each.info) for each in samples),
        cable_references=sum(len(each.references) for each in samples),
        tags=sum(len(each.tags) for each in samples),
        paragraphs=sum(len(list(each.walk())) for each in samples),
        diagnostics=sum(len(each.diagnostics) for each in samples),
    )
    with closing(sqlite3.connect(path)) as connection:
        for table, rows in wanted.items():
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows,), table
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_whole_tree_is_stored_on_request(samples: list[Cable], tmp_path: Path) -> None:
    path = collect(samples, tmp_path / "trees.sqlite", tree=True)
    with closing(sqlite3.connect(path)) as connection:
        trees = connection.execute("SELECT tree FROM cables ORDER BY cable").fetchall()
    assert [Cable.from_dict(json.loads(tree)) for (tree,) in trees] == samples


def test_the_telegrams_of_a_volume_are_rows_that_refer_to_each_other(tmp_path: Path) -> None:
    volume = Path(__file__).parents[3] / "examples" / "forms" / "frus1974-76v98.xml"
    database = collect(cableconv.read(volume), tmp_path / "volume.sqlite")
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT id, subject FROM cables ORDER BY date").fetchall()
    assert found == [
        ("75REYKJAVIK412", "Lamps of the South Coast"),
        ("75STATE34410", "Oil for the Lamps"),
    ]
