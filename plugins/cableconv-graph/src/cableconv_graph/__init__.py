"""Many cables as a graph, of citations or of traffic: ``gexf`` and ``graphml`` for cableconv."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cableconv import Cable
from cableconv.plugins import Collection, Collector, Option, hookimpl

from cableconv_graph.losses import losses

if TYPE_CHECKING:
    from cableconv_graph.citations import Citing
    from cableconv_graph.traffic import Sent

CITATIONS, TRAFFIC = "citations", "traffic"


def prepare(cable: Cable, *, graph: str) -> Citing | Sent:
    """Return what the graph has of the cable."""
    if graph == TRAFFIC:
        from cableconv_graph.traffic import sent

        return sent(cable)
    from cableconv_graph.citations import citing

    return citing(cable)


def open_gexf(target: Path, *, graph: str) -> Collection:
    """Open a graph that is written to ``target`` as GEXF."""
    from cableconv_graph.collection import GraphFile
    from cableconv_graph.writers import write_gexf

    return GraphFile(target, graph == TRAFFIC, write_gexf)


def open_graphml(target: Path, *, graph: str) -> Collection:
    """Open a graph that is written to ``target`` as GraphML."""
    from cableconv_graph.collection import GraphFile
    from cableconv_graph.writers import write_graphml

    return GraphFile(target, graph == TRAFFIC, write_graphml)


_GRAPH = Option(
    name="graph",
    default=CITATIONS,
    choices=(CITATIONS, TRAFFIC),
    help="which cable cites which, or who writes to whom",
)

gexf = Collector(
    name="gexf",
    open=open_gexf,
    ending=".gexf",
    help="A graph of citations or traffic, for Gephi.",
    media_type="application/gexf+xml",
    losses=losses,
    prepare=prepare,
    options=(_GRAPH,),
)

graphml = Collector(
    name="graphml",
    open=open_graphml,
    ending=".graphml",
    help="A graph of citations or traffic, for networkx, igraph, Cytoscape and yEd.",
    media_type="application/graphml+xml",
    losses=losses,
    prepare=prepare,
    options=(_GRAPH,),
)


@hookimpl
def cableconv_collectors() -> Iterable[Collector]:
    """Return the formats ``gexf`` and ``graphml``."""
    return (gexf, graphml)
