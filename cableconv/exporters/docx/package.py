"""One cable's document: its own parts beside those of the template, in one zip."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable
from cableconv.exporters.docx.banner import footer, header
from cableconv.exporters.docx.document import main_part
from cableconv.exporters.docx.links import Links
from cableconv.exporters.docx.parts import FOOTER, HEADER, MAIN, MAIN_RELATIONS, PROPERTIES
from cableconv.exporters.docx.properties import core_properties
from cableconv.exporters.docx.settings import Setup
from cableconv.exporters.docx.template import Template, template
from cableconv.exporters.docx.tree_part import TREE, tree_part
from cableconv.exporters.docx.zip_writer import deflate, pack
from cableconv.rendering.message_data import marking


def write(cable: Cable, setup: Setup) -> bytes:
    """The document's bytes. InvalidOptionError where an option cannot be used."""
    shared = template(setup.tree, setup.reference_doc)
    own = (deflate(name, part.encode()) for name, part in _parts(cable, setup, shared))
    return pack((*shared.members, *own))


def _parts(cable: Cable, setup: Setup, shared: Template) -> Iterator[tuple[str, str]]:
    words = marking(cable) if setup.banner else ""
    links = Links(setup.link_base)
    main = main_part(cable, setup, links)
    yield MAIN, main
    yield MAIN_RELATIONS, shared.main_relations(links.relations)
    yield HEADER, header(words)
    yield FOOTER, footer(words, cable.key or "")
    yield PROPERTIES, core_properties(cable, setup.says_where_from)
    if setup.tree:
        yield TREE, tree_part(cable, main)
