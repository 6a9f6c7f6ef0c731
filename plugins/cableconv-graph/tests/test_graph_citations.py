"""Tests of the graph of citations, read by networkx."""

from __future__ import annotations

from pathlib import Path

import cableconv
import pytest
from cableconv.cable import Classification, Origin, Reference
from cableconv.testing import sample_trees
from graph_reading import READERS, cable, graph_of

FORMS = pytest.mark.parametrize("form", READERS)


@FORMS
def test_cables_are_nodes_and_citations_edges(form: str, tmp_path: Path) -> None:
    cables = [cable("08OSLO1", "08STATE2", "07OSLO9"), cable("08STATE2", "07OSLO9")]
    graph = graph_of(cables, tmp_path, form, "citations")
    assert graph.is_directed()
    assert list(graph.nodes) == ["08OSLO1", "08STATE2", "07OSLO9"]
    assert list(graph.edges) == [
        ("08OSLO1", "08STATE2"),
        ("08OSLO1", "07OSLO9"),
        ("08STATE2", "07OSLO9"),
    ]
    assert dict(graph.nodes(data="present")) == {
        "08OSLO1": True,
        "08STATE2": True,
        "07OSLO9": False,
    }


@FORMS
def test_a_node_has_the_known_attributes_of_its_cable(form: str, tmp_path: Path) -> None:
    full = cable(
        "08OSLO1",
        date="2008-05-13T12:05:00Z",
        origin=Origin(post="OSLO", country="NO"),
        classification=Classification(level="SECRET", text="S E C R E T"),
        subject="THE TIDE CLOCK",
    )
    graph = graph_of([full, cable("08OSLO2")], tmp_path, form, "citations")
    assert graph.nodes["08OSLO1"] == {
        "label": "08OSLO1",
        "present": True,
        "date": "2008-05-13T12:05:00Z",
        "year": 2008,
        "post": "OSLO",
        "country": "NO",
        "classification": "SECRET",
        "subject": "THE TIDE CLOCK",
    }
    assert graph.nodes["08OSLO2"] == {"label": "08OSLO2", "present": True, "year": 2008}


@FORMS
def test_a_cable_that_follows_its_citation_is_present(form: str, tmp_path: Path) -> None:
    cables = [cable("08OSLO1", "08OSLO2"), cable("08OSLO2", subject="FOG")]
    graph = graph_of(cables, tmp_path, form, "citations")
    assert graph.nodes["08OSLO2"]["present"] is True
    assert graph.nodes["08OSLO2"]["subject"] == "FOG"


@FORMS
def test_duplicates_are_one_node_with_all_citations(form: str, tmp_path: Path) -> None:
    first = cable("08OSLO1", "08OSLO2", "08OSLO2", subject="FOG")
    twin = cable("08OSLO1", "08OSLO2", "08OSLO3", subject="ICE")
    graph = graph_of([first, twin], tmp_path, form, "citations")
    assert graph.nodes["08OSLO1"]["subject"] == "FOG"
    assert graph.edges["08OSLO1", "08OSLO2"]["weight"] == 3
    assert graph.edges["08OSLO1", "08OSLO3"]["weight"] == 1


@FORMS
def test_cables_without_a_key_are_separate_nodes(form: str, tmp_path: Path) -> None:
    graph = graph_of([cable(None), cable(None, "08OSLO1")], tmp_path, form, "citations")
    assert list(graph.nodes) == ["unnamed 1", "unnamed 2", "08OSLO1"]


@FORMS
def test_the_counts_equal_those_of_the_trees(form: str, tmp_path: Path) -> None:
    cables = [each for each in sample_trees().values() if "\n" not in (each.id or "")]
    graph = graph_of(cables, tmp_path, form, "citations")
    cited = [each.id for tree in cables for each in tree.references if each.id]
    assert sum(weight for _, _, weight in graph.edges(data="weight")) == len(cited)
    named = {each.key for each in cables if each.key}
    unnamed = sum(not each.key for each in cables)
    assert sum(graph.nodes[node]["present"] for node in graph) == len(named) + unnamed


def test_other_references_than_cables_are_not_cited(tmp_path: Path) -> None:
    mail = Reference(kind="email", text="PELL-MORSBY E-MAIL")
    tree = cable("08OSLO1").replace(references=(mail,))
    assert graph_of([tree], tmp_path, "gexf", "citations").number_of_edges() == 0


def test_the_file_contains_no_current_date(tmp_path: Path) -> None:
    graph_of([cable("08OSLO1")], tmp_path, "gexf", "citations")
    assert "lastmodified" not in (tmp_path / "cables.gexf").read_text(encoding="utf-8")


def test_a_replaced_character_is_reported() -> None:
    (loss,) = cableconv.report_losses(cable("08OSLO1", subject="a\x07b"), to="gexf")
    assert (loss.code, loss.path) == ("graph-forbidden-character", "subject")
    assert "U+0007" in loss.message
