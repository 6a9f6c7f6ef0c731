"""XML: the tree as elements with its own names, valid against a RELAX NG schema."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import Cable, Diagnostic
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Exporter, Option
from cableconv.plugins.shared_options import PROVENANCE


def encode(
    cable: Cable, *, indent: int = 2, provenance: bool = False, validate: bool = False
) -> str:
    """Return the tree as one XML document, in the namespace of ``cableconv.schema``.

    ``indent`` is the number of spaces per level; 0 writes everything on one line.
    ``provenance`` states at the beginning what wrote the document, and from which source.
    ``validate`` checks the tree's types and validates the document against the RELAX NG schema.

    Raises:
        InvalidTreeError: ``validate`` found a problem.
    """
    from cableconv.exporters.xml.document import document

    if not validate:
        return document(cable, max(indent, 0), provenance)
    from cableconv.exporters.xml import validation

    validation.check_tree(cable)
    written = document(cable, max(indent, 0), provenance)
    validation.check_document(written)
    return written


def lost(cable: Cable) -> Iterable[Diagnostic]:
    """Return warnings for characters that XML forbids and that are written as ``_xHHHH_``."""
    from cableconv.exporters.xml.losses import escaped_characters

    return escaped_characters(cable)


exporter = Exporter(
    name="xml",
    encode=encode,
    ending=".xml",
    media_type="application/xml",
    help="The whole tree, in elements named after its fields.",
    options=(
        Option(name="indent", type=int, default=2, help="spaces per level; 0 is compact"),
        PROVENANCE,
        Option(
            name="validate", type=bool, default=False, help="validate the result against the schema"
        ),
    ),
    omits=(),
    losses=lost,
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    return (exporter,)
