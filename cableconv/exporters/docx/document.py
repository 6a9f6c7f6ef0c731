"""The document of one cable: its own parts and those of the template in one zip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cableconv.cable import Cable
from cableconv.exporters.docx.contents import places
from cableconv.exporters.docx.edition import Edition, closing
from cableconv.exporters.docx.furniture import furniture
from cableconv.exporters.docx.links import Links
from cableconv.exporters.docx.notes import FOOTNOTES, NONE, Notes
from cableconv.exporters.docx.package import (
    DECLARATION,
    FOOTER,
    HEADER,
    MAIN,
    MAIN_RELATIONS,
    NAMESPACES,
    PROPERTIES,
    Member,
    deflate,
    deflate_part,
    pack,
)
from cableconv.exporters.docx.page import PAPERS, footer, header
from cableconv.exporters.docx.properties import core_properties
from cableconv.exporters.docx.telegram import telegram
from cableconv.exporters.docx.template import Template, template
from cableconv.exporters.docx.text import kept_with_next
from cableconv.exporters.docx.tree_part import TREE, tree_part
from cableconv.rendering.closing import SOURCE, source_in_words
from cableconv.rendering.layouts import LAYOUTS, OFFICE, Layout
from cableconv.rendering.message_data import designation, marking
from cableconv.rendering.remarks import Remarks

_OPENING = f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
_CLOSING = "</w:body></w:document>"


class Setup(NamedTuple):
    """The options of one document.

    ``reference_doc`` holds the bytes of a Word document.
    """

    paper: str = "letter"
    layout: str = OFFICE.name
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
        """Whether the document's properties name its source, as a tree inside does anyway."""
        return self.provenance or self.tree

    @property
    def arrangement(self) -> Layout:
        """The layout: the parts of the document and their order."""
        return LAYOUTS[self.layout]

    @property
    def kinds_of_notes(self) -> tuple[str, ...]:
        """The kinds of notes that the document may have: comments, footnotes."""
        asked = {self.notes} - {NONE}
        return tuple(sorted(asked | ({FOOTNOTES} if self.arrangement.footnotes else set())))


class Apparatus(NamedTuple):
    """The parts that a document's main part needs: links, doubts, footnotes of its layout."""

    links: Links
    notes: Notes
    footnotes: Notes | None

    @classmethod
    def of(cls, setup: Setup) -> Apparatus:
        """Return an empty one; InvalidOptionError if ``link_base`` is not an address."""
        notes = Notes(setup.notes)
        if not setup.arrangement.footnotes:
            return cls(Links(setup.link_base), notes, None)
        footnotes = notes if setup.notes == FOOTNOTES else Notes(FOOTNOTES)
        return cls(Links(setup.link_base), notes, footnotes)

    def edition(self, cable: Cable, setup: Setup) -> Edition:
        """Return the editorial parts for a cable."""
        remarks = Remarks(cable, setup.editorial, setup.notes != NONE)
        named = places(cable, self.links)
        return Edition(self.links, remarks, self.notes, self.footnotes, named)

    @property
    def parts(self) -> Iterator[tuple[str, str]]:
        """Yield the parts that hold notes."""
        if self.notes.kind != NONE:
            yield self.notes.part
        if self.footnotes is not None and self.footnotes is not self.notes:
            yield self.footnotes.part


def write(cable: Cable, setup: Setup) -> bytes:
    """Return the document's bytes; InvalidOptionError for an unusable option."""
    shared = template(setup.tree, setup.reference_doc, setup.kinds_of_notes)
    apparatus = Apparatus.of(setup)
    main = main_part(cable, setup, apparatus)
    words = marking(cable) if setup.banner else ""
    own = {MAIN_RELATIONS: shared.main_relations(apparatus.links.relations)}
    own |= common_parts(cable, designation(cable), words, setup, apparatus)
    tree = [deflate(TREE, tree_part(cable, main))] if setup.tree else []
    return packed(shared, main, own, tree)


def main_part(cable: Cable, setup: Setup, apparatus: Apparatus) -> bytes:
    """Return the main part as XML, and add its needs of other parts to ``apparatus``."""
    written = edited(cable, setup, apparatus, setup.says_where_from)
    return main_part_of((*written, furniture(cable) if setup.furniture else ""), setup)


def edited(
    cable: Cable, setup: Setup, apparatus: Apparatus, names_file: bool, properties: str = ""
) -> tuple[str, str]:
    """Return the cable in its layout, and source and citation; ``names_file`` allows file names.

    ``properties`` are those of the first paragraph.
    """
    layout, edition = setup.arrangement, apparatus.edition(cable, setup)
    source = source_in_words(cable, names_file) if setup.editorial and layout.footnotes else ""
    written = telegram(cable, edition, layout, source, properties)
    said = (SOURCE,) if layout.footnotes else ()
    ending = closing(cable, names_file, said) if setup.editorial else ""
    return kept_with_next(written) if ending else written, ending


def main_part_of(content: Iterable[str], setup: Setup) -> bytes:
    """Return the main part with these paragraphs and tables.

    They are encoded one by one, as the text of a cable is usually ASCII, and its citation not.
    """
    parts = (_OPENING, *content, PAPERS[setup.paper].section, _CLOSING)
    return b"".join([part.encode() for part in parts])


def common_parts(
    about: Cable, name: str, words: str, setup: Setup, apparatus: Apparatus
) -> Iterator[tuple[str, str]]:
    """Return the other parts: header and footer ``words``, ``name``, properties, notes."""
    yield HEADER, header(words)
    yield FOOTER, footer(words, name)
    yield PROPERTIES, core_properties(about, setup.says_where_from)
    yield from apparatus.parts


def packed(
    shared: Template, main: bytes, own: Mapping[str, str], more: Iterable[Member] = ()
) -> bytes:
    """Return the document with the shared parts, its main one, its own others, and ``more``."""
    others = [deflate_part(name, part) for name, part in own.items()]
    return pack((deflate(MAIN, main), *others, *more), shared.opening)
