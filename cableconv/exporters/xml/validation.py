"""Validates a tree, and the document written from it.

Trees of the parser are always valid.  A tree that a program made or changed may hold values of
wrong types, since structs do not check them.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from cableconv.cable import Cable
from cableconv.errors import InvalidTreeError
from cableconv.schema import relax_ng
from cableconv.schema.faults import fault


def check_tree(cable: Cable) -> None:
    """Check the types of the tree's values; InvalidTreeError names the path of a wrong one."""
    if found := fault(cable):
        raise InvalidTreeError(
            f"not a valid tree: {found}",
            path=cable.key or "a cable without id",
            hint="fix it where the tree was made or changed.",
        )


def check_document(document: str) -> None:
    """Validate a document against the RELAX NG schema.

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
    """Return the schema, compiled once per process."""
    return etree.RelaxNG(etree.fromstring(relax_ng().encode()))
