"""XML: the tree in elements of its own names, held to a RELAX NG schema."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import Cable, Diagnostic
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Exporter, Option
from cableconv.plugins.shared_options import PROVENANCE


def encode(
    cable: Cable, *, indent: int = 2, provenance: bool = False, validate: bool = False
) -> str:
    """The tree as one XML document, in the namespace of ``cableconv.schema``.

    ``indent`` is the number of blanks a level; 0 writes everything on one line.
    ``provenance`` says first what wrote the document, and what it was made of.
    ``validate`` holds the tree to its types and what was written to the RELAX NG schema.

    Raises:
        InvalidTreeError: ``validate`` found something wrong.
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
    """The characters that XML forbids and that stand there as ``_xHHHH_``."""
    from cableconv.exporters.xml.losses import escaped_characters

    return escaped_characters(cable)


exporter = Exporter(
    name="xml",
    encode=encode,
    ending=".xml",
    media_type="application/xml",
    help="The whole tree, in elements of its own names.",
    options=(
        Option(name="indent", type=int, default=2, help="blanks a level; 0 is compact"),
        PROVENANCE,
        Option(name="validate", type=bool, default=False, help="hold the result to the schema"),
    ),
    omits=(),
    losses=lost,
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    return (exporter,)
