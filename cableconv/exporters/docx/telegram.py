"""The document's own cable: the parts of its layout, in their order."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.body import Place, text
from cableconv.exporters.docx.contents import contents
from cableconv.exporters.docx.edition import Edition, between_lines
from cableconv.exporters.docx.message_data import Noted, as_it_is, message_data
from cableconv.exporters.docx.notes import NONE
from cableconv.exporters.docx.text import paragraph, run, wrapped
from cableconv.exporters.docx.titles import marked, number, title
from cableconv.rendering.foreign_relations import (
    dateline,
    headline,
    number_in_line,
    source_note,
)
from cableconv.rendering.layouts import Layout, Part

_MESSAGE_DATA = "Message data"


def telegram(
    cable: Cable, edition: Edition, layout: Layout, source: str = "", properties: str = ""
) -> str:
    """Return the cable from its first line to its last.

    ``source`` is the origin for the source note, ``properties`` are those of the
    first paragraph.
    """
    return _Telegram(cable, edition, layout, source, properties).written()


class _Telegram:
    def __init__(
        self, cable: Cable, edition: Edition, layout: Layout, source: str, properties: str
    ) -> None:
        self._cable = cable
        self._edition = edition
        self._layout = layout
        self._source = source
        self._properties = properties
        self._references = edition.links.of(cable.references)

    def written(self) -> str:
        """Return all parts."""
        return "".join([self._part(part) for part in self._layout.parts])

    def _part(self, part: Part) -> str:
        match part:
            case Part.NUMBER:
                return self._noted_whole(number(self._cable, self._properties))
            case Part.SUBJECT:
                return title(self._cable, styles.OWN)
            case Part.HEADLINE:
                return self._noted_whole(self._headline())
            case Part.DATELINE:
                words = dateline(self._cable)
                return paragraph(styles.DATELINE, words) if words else ""
            case Part.OPENING:
                return self._opening()
            case Part.HEAD_DATA:
                fields = self._layout.head_data(self._cable)
                return message_data(fields, self._references.entries(), self._on_fields)
            case Part.REMARKS:
                return between_lines(self._edition.remarks.whole)
            case Part.TEXT:
                listed = contents(self._cable, self._edition.places)
                place = Place(styles.OWN, self._references, self._edition)
                return listed + text(self._cable, place)
            case Part.END_DATA:
                return self._end_data()

    def _noted_whole(self, opening: str) -> str:
        if self._edition.notes.kind == NONE:
            return opening
        doubts = self._layout.notes_on_whole(self._cable, self._edition.remarks)
        return self._edition.notes.on(opening, doubts)

    @property
    def _on_fields(self) -> Noted:
        return as_it_is if self._edition.notes.kind == NONE else self._noted

    def _noted(self, label: str, row: str) -> str:
        return self._edition.notes.on(row, self._edition.remarks.notes_on_field(label))

    def _headline(self) -> str:
        """Return the title, with the source note and the notes on the whole cable."""
        words = paragraph(styles.HEADLINE, headline(self._cable), properties=self._properties)
        if self._edition.footnotes is None:
            return words
        said = (source_note(self._cable, self._source), *self._edition.remarks.whole)
        return self._edition.footnotes.on(words, said)

    def _opening(self) -> str:
        """Return ``48. Subject: ... Ref: ...``, as far as known."""
        opens = number_in_line(self._cable)
        subject = self._cable.subject
        pieces = (
            run(f"{opens}. ") if opens else "",
            run("Subject: ") + marked(self._cable.subject_marking) + run(f"{subject}. ")
            if subject
            else "",
            self._references.run_in(),
        )
        runs = "".join(pieces)
        return wrapped(styles.OWN.texts[0], runs) if runs else ""

    def _end_data(self) -> str:
        fields = self._layout.end_data(self._cable)
        table = message_data(fields, "", self._on_fields, ends_kept=True)
        return wrapped(styles.EDITORIAL_HEADING, run(_MESSAGE_DATA)) + table if table else ""
