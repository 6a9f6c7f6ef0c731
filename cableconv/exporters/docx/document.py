"""One cable's document: its own parts beside those of the template, in one zip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cableconv.cable import Cable
from cableconv.exporters.docx.body import telegram
from cableconv.exporters.docx.edition import Edition, closing
from cableconv.exporters.docx.furniture import furniture
from cableconv.exporters.docx.links import Links
from cableconv.exporters.docx.notes import NONE, Notes
from cableconv.exporters.docx.package import (
    DECLARATION,
    FOOTER,
    HEADER,
    MAIN,
    MAIN_RELATIONS,
    NAMESPACES,
    PROPERTIES,
    deflate,
    pack,
)
from cableconv.exporters.docx.page import PAPERS, footer, header
from cableconv.exporters.docx.properties import core_properties
from cableconv.exporters.docx.template import Template, template
from cableconv.exporters.docx.tree_part import TREE, tree_part
from cableconv.rendering.message_data import designation, marking
from cableconv.rendering.remarks import Remarks


class Setup(NamedTuple):
    """The options of one document.

    ``reference_doc`` holds the bytes of a Word document.
    """

    paper: str = "letter"
    banner: bool = True
    tree: bool = True
    furniture: bool = False
    editorial: bool = True
    notes: str = NONE
    provenance: bool = False
    link_base: str | None = None
    reference_doc: bytes | None = None

    @property
    def says_where_from(self) -> bool:
        """Whether the document's properties name its source, which a tree inside names anyway."""
        return self.provenance or self.tree


def write(cable: Cable, setup: Setup) -> bytes:
    """The document's bytes. InvalidOptionError where an option cannot be used."""
    shared = template(setup.tree, setup.reference_doc, setup.notes)
    links, notes = Links(setup.link_base), Notes(setup.notes)
    main = main_part(cable, setup, links, notes)
    words = marking(cable) if setup.banner else ""
    own = {MAIN: main, MAIN_RELATIONS: shared.main_relations(links.relations)}
    own |= common_parts(cable, designation(cable), words, setup, notes)
    if setup.tree:
        own[TREE] = tree_part(cable, main)
    return packed(shared, own)


def main_part(cable: Cable, setup: Setup, links: Links, notes: Notes) -> str:
    """The whole part as XML; ``links`` and ``notes`` learn what it needs of other parts."""
    remarks = Remarks(cable, setup.editorial, setup.notes != NONE)
    content = (
        telegram(cable, Edition(links, remarks, notes)),
        closing(cable, setup.says_where_from) if setup.editorial else "",
        furniture(cable) if setup.furniture else "",
    )
    return main_part_of("".join(content), setup)


def main_part_of(content: str, setup: Setup) -> str:
    """The part around its paragraphs and tables."""
    shown = content + PAPERS[setup.paper].section
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{shown}</w:body></w:document>"


def common_parts(
    about: Cable, name: str, words: str, setup: Setup, notes: Notes
) -> Iterator[tuple[str, str]]:
    """What stands around the main part: banner ``words``, ``name``, properties, notes."""
    yield HEADER, header(words)
    yield FOOTER, footer(words, name)
    yield PROPERTIES, core_properties(about, setup.says_where_from)
    if setup.notes != NONE:
        yield notes.part


def packed(shared: Template, own: Mapping[str, str]) -> bytes:
    """The document of the shared parts and its own."""
    members = (deflate(name, part.encode()) for name, part in own.items())
    return pack((*shared.members, *members))
