"""The traffic graph: an edge from each sender to every addressee, with numbers of cables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from cableconv import Cable
from cableconv.cable import Addressee
from cableconv.rendering.characters import allowed
from cableconv.rendering.message_data import sender

from cableconv_graph.attributes import Attributes, attributes


class Sent(NamedTuple):
    """A cable's sender with its attributes, and the names of its addressees, each once."""

    name: str
    about: Attributes
    action: tuple[str, ...]
    info: tuple[str, ...]


def sent(cable: Cable) -> Sent:
    """Return what the graph has of a cable."""
    origin = cable.origin
    about = attributes(post=origin.post, country=origin.country) if origin else {}
    return Sent(_one_line(sender(cable) or ""), about, _names(cable.to), _names(cable.info))


def add_traffic(graph: Any, found: Sent) -> None:
    """Count the cable on the edges from its sender; ignore it if it has none."""
    name = found.name
    if not name:
        return
    _add_post(graph, name)
    graph.nodes[name].update(found.about)
    graph.nodes[name]["sent"] += 1
    for addressee in dict.fromkeys((*found.action, *found.info)):
        _add_post(graph, addressee)
        graph.nodes[addressee]["received"] += 1
        _count(graph, (name, addressee), addressee in found.action, addressee in found.info)


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


def _names(addressees: Iterable[Addressee]) -> tuple[str, ...]:
    """Return each name once, in order."""
    return tuple(dict.fromkeys(filter(None, (_one_line(each.name) for each in addressees))))


def _one_line(name: str) -> str:
    """Return a uniform spelling of a name: capitals, single spaces."""
    return " ".join(allowed(name).upper().split())
