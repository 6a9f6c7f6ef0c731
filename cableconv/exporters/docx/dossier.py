"""Many cables in one document: a table of contents, then each cable on a new page.

Headers and footers are the same on every page, so the banner is the highest marking of all; the
trees are not included, as a document can hold only one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cableconv.cable import Cable
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.document import (
    Apparatus,
    Setup,
    common_parts,
    edited,
    main_part_of,
    packed,
)
from cableconv.exporters.docx.links import link_to
from cableconv.exporters.docx.package import MAIN_RELATIONS
from cableconv.exporters.docx.template import template
from cableconv.exporters.docx.text import TAB, run, wrapped
from cableconv.rendering.dates import in_words
from cableconv.rendering.message_data import NO_SUBJECT, designation, marking
from cableconv.vocabulary.levels import LEVELS

_PAGE_OF_ITS_OWN = "<w:pageBreakBefore/>"


class Dossier:
    """The cables of one document; ``close`` writes it."""

    def __init__(self, target: Path, *, title: str, **options: Any) -> None:
        self._target = target
        self._title = title
        self._setup = Setup(tree=False, **options)
        self._template = template(False, self._setup.reference_doc, self._setup.kinds_of_notes)
        self._apparatus = Apparatus.of(self._setup)
        self._contents: list[str] = []
        self._texts: list[str] = []
        self._highest: tuple[int, str] = (-1, "")

    def add(self, cable: Cable) -> None:
        """Add the cable, and an entry to the contents."""
        place, bookmark = self._apparatus.links.place()
        self._contents.append(_entry(cable, place))
        named = self._setup.provenance
        written = edited(cable, self._setup, self._apparatus, named, _PAGE_OF_ITS_OWN)
        self._texts += (bookmark, *written)
        level = cable.classification.level if cable.classification else None
        if level:
            self._highest = max(self._highest, (LEVELS.index(level), marking(cable)))

    def close(self) -> None:
        """Write the document."""
        heading = wrapped(styles.OWN.subject, run(self._title))
        main = main_part_of((heading, *self._contents, *self._texts), self._setup)
        words = self._highest[1] if self._setup.banner else ""
        relations = self._template.main_relations(self._apparatus.links.relations)
        own = {MAIN_RELATIONS: relations}
        about = Cable(subject=self._title)
        own |= common_parts(about, self._title, words, self._setup, self._apparatus)
        self._target.write_bytes(packed(self._template, main, own))


def _entry(cable: Cable, place: str) -> str:
    """Return the cable's name, day and subject, as a link to its page."""
    day = in_words(cable.date.partition("T")[0]) if cable.date else ""
    name = ", ".join(filter(None, (designation(cable), day)))
    return wrapped(styles.CONTENTS, run(name) + TAB + link_to(place, cable.subject or NO_SUBJECT))
