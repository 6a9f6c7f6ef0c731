"""Tests of the graph of traffic, read by networkx."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from cableconv.rendering.message_data import sender
from cableconv.testing import sample_trees
from graph_reading import READERS, graph_of, sent

FORMS = pytest.mark.parametrize("form", READERS)
STATE, OSLO, BERN = "SECSTATE WASHDC", "AMEMBASSY OSLO", "AMEMBASSY BERN"


@FORMS
def test_edges_count_cables_by_role(form: str, tmp_path: Path) -> None:
    cables = [sent(OSLO, [STATE], [BERN]), sent(OSLO, [STATE, BERN]), sent(STATE, [OSLO])]
    graph = graph_of(cables, tmp_path, form, "traffic")
    counts = {edge: graph.edges[edge] for edge in graph.edges}
    found = {edge: (d["weight"], d["action"], d["info"]) for edge, d in counts.items()}
    assert found == {(OSLO, STATE): (2, 2, 0), (OSLO, BERN): (2, 1, 1), (STATE, OSLO): (1, 1, 0)}


@FORMS
def test_nodes_count_sent_and_received_cables(form: str, tmp_path: Path) -> None:
    graph = graph_of([sent(OSLO, [STATE], [BERN])], tmp_path, form, "traffic")
    assert graph.nodes[OSLO] == {
        "label": OSLO,
        "sent": 1,
        "received": 0,
        "post": "OSLO",
        "country": "NO",
    }
    assert graph.nodes[BERN] == {"label": BERN, "sent": 0, "received": 1}


@FORMS
def test_an_addressee_for_action_and_information_counts_once(form: str, tmp_path: Path) -> None:
    graph = graph_of([sent(OSLO, [STATE, STATE], [STATE])], tmp_path, form, "traffic")
    data = graph.edges[OSLO, STATE]
    assert (data["weight"], data["action"], data["info"]) == (1, 1, 1)
    assert graph.nodes[STATE]["received"] == 1


def test_names_differ_by_more_than_case_and_spaces(tmp_path: Path) -> None:
    cables = [sent("AmEmbassy  Oslo", [STATE]), sent(OSLO, [" secstate washdc"])]
    graph = graph_of(cables, tmp_path, "graphml", "traffic")
    assert list(graph.edges(data="weight")) == [(OSLO, STATE, 2)]


def test_a_cable_without_a_sender_is_not_counted(tmp_path: Path) -> None:
    assert len(graph_of([sent(None, [STATE])], tmp_path, "graphml", "traffic")) == 0


@FORMS
def test_the_counts_equal_those_of_the_trees(form: str, tmp_path: Path) -> None:
    cables = [each for each in sample_trees().values() if (sender(each) or "").isascii()]
    graph = graph_of(cables, tmp_path, form, "traffic")
    wanted = Counter[str]()
    for each in cables:
        if (name := sender(each)) and name.split():
            names = {" ".join(to.name.upper().split()) for to in each.to + each.info} - {""}
            wanted[" ".join(name.upper().split())] += len(names)
    assert wanted.total() == sum(weight for _, _, weight in graph.edges(data="weight"))
