"""Whether a tree, and the document written of it, keep to the schema.

What the parser makes always does.  A tree that a program made or changed may hold values that
their types do not allow, since those are not checked when a struct is made.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from cableconv.cable import Cable
from cableconv.errors import InvalidTreeError
from cableconv.schema import relax_ng
from cableconv.schema.faults import fault


def check_tree(cable: Cable) -> None:
    """Hold the tree's values to their types. InvalidTreeError with the path of one that isn't."""
    if found := fault(cable):
        raise InvalidTreeError(
            f"not a valid tree: {found}",
            path=cable.key or "a cable without id",
            hint="fix it where the tree was made or changed.",
        )


def check_document(document: str) -> None:
    """Hold what was written to the RELAX NG schema.

    Raises:
        InvalidTreeError: it is not valid; the message has the document's line and the reason.
    """
    schema = _schema()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    if not schema.validate(etree.fromstring(document.encode(), parser)):
        found = schema.error_log[0]
        raise InvalidTreeError(f"the XML is not valid: line {found.line}: {found.message}.")


@cache
def _schema() -> etree.RelaxNG:
    """The schema, compiled once a process."""
    return etree.RelaxNG(etree.fromstring(relax_ng().encode()))
