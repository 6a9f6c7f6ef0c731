"""Editorial parts of a document: notes between the lines, source and citation."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from cableconv.cable import AnyBlock, Cable
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.links import Links
from cableconv.exporters.docx.notes import Notes
from cableconv.exporters.docx.text import KEEP_NEXT, TAB, kept_with_next, paragraph, run, wrapped
from cableconv.rendering.closing import closing_lines, closing_title
from cableconv.rendering.editorial import bracketed
from cableconv.rendering.remarks import Remarks

NO_PLACES: Mapping[int, str] = MappingProxyType({})


class Edition(NamedTuple):
    """The settings for one document beside its cable: targets of links, notes.

    ``notes`` are the doubts; ``footnotes``, if the layout has them, hold the other notes.
    ``places`` are the bookmarks of headings, by the identity of their blocks.
    """

    links: Links
    remarks: Remarks
    notes: Notes
    footnotes: Notes | None = None
    places: Mapping[int, str] = NO_PLACES

    def around(self, block: AnyBlock, write: Callable[[AnyBlock], str]) -> str:
        """Write the block, with the notes before, after and on it."""
        before, after = self.remarks.before(block), self.remarks.after(block)
        doubts = self.notes.marks(self.remarks.notes_on(block))
        if self.footnotes is None:
            noted = self.notes.marked(write(block), doubts)
            opening, closing = between_lines(before, KEEP_NEXT), between_lines(after)
            return opening + (kept_with_next(noted) if closing else noted) + closing
        editors = self.footnotes.marks(before)
        noted = self.notes.marked(write(block), doubts)
        return self.footnotes.behind(self.footnotes.marked(noted, editors), after)


def between_lines(texts: Iterable[str], properties: str = "") -> str:
    """Return each text in a separate paragraph, set apart from the cable's words."""
    return "".join(
        paragraph(styles.EDITORIAL_NOTE, bracketed(text), properties=properties) for text in texts
    )


def closing(cable: Cable, names_file: bool, said: Container[str] = ()) -> str:
    """Return the last lines, source and citation, except those already ``said``.

    They are kept on one page.
    """
    lines = {name: value for name, value in closing_lines(cable, names_file) if name not in said}
    written = ""
    for name, value in lines.items():
        line = wrapped(styles.EDITORIAL_SOURCE, run(f"{name}:") + TAB + run(value))
        written = kept_with_next(written) + line
    return wrapped(styles.EDITORIAL_HEADING, run(closing_title(lines))) + written if lines else ""
