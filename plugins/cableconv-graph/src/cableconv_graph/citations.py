"""The citation graph: an edge from each cable to every cable in its REF field."""

from __future__ import annotations

from typing import Any, NamedTuple

from cableconv import Cable
from cableconv.rendering.characters import allowed
from cableconv.rendering.dates import year_of

from cableconv_graph.attributes import Attributes, attributes


class Citing(NamedTuple):
    """A cable's key, its attributes without a label, and the ids that it cites."""

    key: str | None
    about: Attributes
    cited: tuple[str, ...]


def citing(cable: Cable) -> Citing:
    """Return what the graph has of a cable."""
    cited = (allowed(reference.id) for reference in cable.references if reference.id)
    return Citing(allowed(cable.key) if cable.key else None, _about(cable), tuple(cited))


def add_citations(graph: Any, found: Citing) -> None:
    """Add a node for the cable, and edges to the cables it cites, which become nodes as well.

    If two cables have one key, the first gives the attributes, and both their citations count.  A
    cable without a key has a node of its own.
    """
    node = found.key or f"unnamed {len(graph) + 1}"
    if not graph.nodes.get(node, {}).get("present"):
        graph.add_node(node, label=node, **found.about)
    for cited in found.cited:
        _cite(graph, node, cited)


def _about(cable: Cable) -> Attributes:
    origin, level = cable.origin, cable.classification
    return attributes(
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
