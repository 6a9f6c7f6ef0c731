"""The common parts of documents, ready to be combined with those of a cable.

``design`` builds the committed template; here its parts are compressed once per process.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from cableconv.exporters.docx.notes import content_type, relation
from cableconv.exporters.docx.package import (
    CONTENT_TYPES,
    MAIN_RELATIONS,
    OF_THE_CABLE,
    SMALLEST,
    Opening,
    deflate,
    opening,
    unpack,
    with_more,
)
from cableconv.exporters.docx.tree_part import TREE_PARTS, TREE_RELATION, TREE_TYPE

if TYPE_CHECKING:
    from cableconv.exporters.docx.reference_doc import Restyled


class Template(NamedTuple):
    """The parts that all documents of one kind share, and the relations of the main one."""

    opening: Opening
    relations: str

    def main_relations(self, more: str) -> str:
        """Return the main part's relations, with additional ones."""
        return with_more(self.relations, more)


@lru_cache(maxsize=4)
def template(tree: bool, reference_doc: bytes | None, notes: tuple[str, ...] = ()) -> Template:
    """Return the template with or without parts for a tree, in the user's or default styles.

    ``notes`` are the kinds of notes.

    Raises:
        InvalidOptionError: ``reference_doc`` is not a Word document.
    """
    parts = _own_parts() if reference_doc is None else _restyled(reference_doc).parts
    if tree:
        parts = parts | _named(parts, TREE_TYPE, TREE_RELATION) | _TREE_PARTS
    for kind in notes:
        parts = parts | _named(parts, content_type(kind), relation(kind))
    shared = ((name, data) for name, data in parts.items() if name not in OF_THE_CABLE)
    members = (deflate(name, data, SMALLEST) for name, data in shared)
    return Template(opening(members), parts[MAIN_RELATIONS].decode())


def findings(reference_doc: bytes | None) -> tuple[str, ...]:
    """Return the warnings about the user's document; the errors are those of ``template``."""
    return () if reference_doc is None else _restyled(reference_doc).findings


@lru_cache(maxsize=1)
def _restyled(reference_doc: bytes) -> Restyled:
    from cableconv.exporters.docx.reference_doc import restyled  # loads python-docx

    return restyled(_own_parts(), reference_doc)


def _own_parts() -> dict[str, bytes]:
    own = files("cableconv.exporters.docx").joinpath("template.docx").read_bytes()
    return unpack(own)


_TREE_PARTS = {name: part.encode() for name, part in TREE_PARTS.items()}
"""The parts around the tree; the tree itself belongs to the cable."""


def _named(parts: dict[str, bytes], kind: str, way: str) -> dict[str, bytes]:
    """Return the parts that declare an additional one: its content type, and the relation to it."""
    types = with_more(parts[CONTENT_TYPES].decode(), kind)
    relations = with_more(parts[MAIN_RELATIONS].decode(), way)
    return {CONTENT_TYPES: types.encode(), MAIN_RELATIONS: relations.encode()}
