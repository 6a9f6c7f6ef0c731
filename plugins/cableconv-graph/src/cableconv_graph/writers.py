"""Writes graphs with networkx, without timestamps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx
from networkx.readwrite.gexf import GEXFWriter


def write_gexf(graph: Any, target: Path) -> None:
    """Write GEXF 1.2, without the date of writing."""
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    for about in writer.xml.iter("meta"):
        about.attrib.pop("lastmodifieddate", None)
    writer.add_graph(graph)
    with target.open("xb") as file:
        writer.write(file)


def write_graphml(graph: Any, target: Path) -> None:
    """Write GraphML, with keys named after the attributes."""
    networkx.write_graphml_lxml(graph, str(target), named_key_ids=True)
