"""The traffic graph: an edge from each sender to every addressee, with numbers of cables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cableconv import Cable
from cableconv.cable import Addressee
from cableconv.rendering.characters import allowed
from cableconv.rendering.message_data import sender

from cableconv_graph.attributes import attributes


def add_traffic(graph: Any, cable: Cable) -> None:
    """Count the cable on the edges from its sender; ignore it if it has none."""
    name = _one_line(sender(cable) or "")
    if not name:
        return
    _add_post(graph, name)
    origin = cable.origin
    known = attributes(post=origin.post, country=origin.country) if origin else {}
    graph.nodes[name].update(known)
    graph.nodes[name]["sent"] += 1
    action, info = _names(cable.to), _names(cable.info)
    for addressee in dict.fromkeys((*action, *info)):
        _add_post(graph, addressee)
        graph.nodes[addressee]["received"] += 1
        _count(graph, (name, addressee), addressee in action, addressee in info)


def _add_post(graph: Any, name: str) -> None:
    if name not in graph:
        graph.add_node(name, label=name, sent=0, received=0)


def _count(graph: Any, edge: tuple[str, str], action: bool, info: bool) -> None:
    if not graph.has_edge(*edge):
        graph.add_edge(*edge, weight=0, action=0, info=0)
    counts = graph.edges[edge]
    counts["weight"] += 1
    counts["action"] += action
    counts["info"] += info


def _names(addressees: Iterable[Addressee]) -> dict[str, None]:
    """Return each name once, in order."""
    return dict.fromkeys(filter(None, (_one_line(each.name) for each in addressees)))


def _one_line(name: str) -> str:
    """Return a uniform spelling of a name: capitals, single spaces."""
    return " ".join(allowed(name).upper().split())
