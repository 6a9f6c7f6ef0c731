"""XML: the tree in elements of its own names, held to a RELAX NG schema."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import Cable, Diagnostic
from cableconv.plugins import hookimpl
from cableconv.plugins.descriptors import Exporter, Option


def encode(cable: Cable, *, indent: int = 2) -> str:
    """The tree as one XML document, in the namespace of ``cableconv.schema``.

    ``indent`` is the number of blanks a level; 0 writes everything on one line.
    """
    from cableconv.exporters.xml.document import document

    return document(cable, max(indent, 0))


def lost(cable: Cable) -> Iterable[Diagnostic]:
    """The characters that XML forbids and that stand there as ``_xHHHH_``."""
    from cableconv.exporters.xml.losses import escaped_characters

    return escaped_characters(cable)


exporter = Exporter(
    name="xml",
    encode=encode,
    ending=".xml",
    media_type="application/xml",
    help="The whole tree, in elements of its own names.",
    options=(Option(name="indent", type=int, default=2, help="blanks a level; 0 is compact"),),
    losses=lost,
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    return (exporter,)
