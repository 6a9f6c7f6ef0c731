"""The citation graph: an edge from each cable to every cable in its REF field."""

from __future__ import annotations

from typing import Any

from cableconv import Cable
from cableconv.rendering.characters import allowed
from cableconv.rendering.dates import year_of

from cableconv_graph.attributes import Attributes, attributes


def add_citations(graph: Any, cable: Cable) -> None:
    """Add a node for the cable, and edges to the cables it cites, which become nodes as well.

    If two cables have one key, the first gives the attributes, and both their citations count.
    """
    node = _node_of(graph, cable)
    if not graph.nodes.get(node, {}).get("present"):
        graph.add_node(node, **_about(node, cable))
    for reference in cable.references:
        if reference.id:
            _cite(graph, node, allowed(reference.id))


def _node_of(graph: Any, cable: Cable) -> str:
    """Return the cable's key; a cable without one has a node of its own."""
    return allowed(cable.key) if cable.key else f"unnamed {len(graph) + 1}"


def _about(node: str, cable: Cable) -> Attributes:
    origin, level = cable.origin, cable.classification
    return attributes(
        label=node,
        present=True,
        date=cable.date,
        year=year_of(cable),
        post=origin.post if origin else None,
        country=origin.country if origin else None,
        classification=(level.level or level.text) if level else None,
        subject=cable.subject,
    )


def _cite(graph: Any, citing: str, cited: str) -> None:
    if cited not in graph:
        graph.add_node(cited, label=cited, present=False)
    if graph.has_edge(citing, cited):
        graph.edges[citing, cited]["weight"] += 1
    else:
        graph.add_edge(citing, cited, weight=1)
