"""What a document says beside the cable's words: notes between the lines, source and citation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cableconv.cable import AnyBlock, Cable
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.links import Links
from cableconv.exporters.docx.notes import Notes
from cableconv.exporters.docx.text import TAB, paragraph, run, wrapped
from cableconv.rendering.closing import CLOSING_TITLE, closing_lines
from cableconv.rendering.editorial import bracketed
from cableconv.rendering.remarks import Remarks


class Edition(NamedTuple):
    """What is known of one document beside its cable: where links lead to, what notes say."""

    links: Links
    remarks: Remarks
    notes: Notes

    def around(self, block: AnyBlock, content: str) -> str:
        """The block's paragraphs with what is said before, behind and of it."""
        noted = self.notes.on(content, self.remarks.notes_on(block))
        before, after = self.remarks.before(block), self.remarks.after(block)
        return between_lines(before) + noted + between_lines(after)


def between_lines(texts: Iterable[str]) -> str:
    """Each text in a paragraph of its own, set apart from the cable's words."""
    return "".join(paragraph(styles.EDITORIAL_NOTE, bracketed(text)) for text in texts)


def closing(cable: Cable, names_file: bool) -> str:
    """The last lines: the source, and how the cable is cited."""
    written = "".join(
        wrapped(styles.EDITORIAL_SOURCE, run(f"{name}:") + TAB + run(value))
        for name, value in closing_lines(cable, names_file)
    )
    return wrapped(styles.EDITORIAL_HEADING, run(CLOSING_TITLE)) + written if written else ""
