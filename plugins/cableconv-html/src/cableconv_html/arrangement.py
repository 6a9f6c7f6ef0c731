"""The parts of a layout on a page: what stands in its header, beside the text and in the middle."""

from __future__ import annotations

from typing import NamedTuple

from cableconv import Cable
from cableconv.rendering.foreign_relations import (
    dateline,
    headline,
    number_in_line,
    source_note,
)
from cableconv.rendering.layouts import OFFICE, Layout, Part
from cableconv.rendering.message_data import designation

from cableconv_html.edition import between_lines, in_margin
from cableconv_html.markup import NOTHING, Markup, element, joined, some
from cableconv_html.message_data import message_data
from cableconv_html.telegram import Place, article, heading, marked, masthead


class Arranged(NamedTuple):
    """The three places of a page; where ``data`` is empty the message data stands in the others."""

    header: Markup
    data: Markup
    main: Markup


_IN_HEADER = {Part.NUMBER, Part.SUBJECT, Part.HEADLINE, Part.DATELINE}


def arranged(cable: Cable, layout: Layout, place: Place, source: str) -> Arranged:
    """The cable as the layout has it; ``source`` is what a source note says of where it is from."""
    parts = _Parts(cable, layout, place, source)
    if layout is OFFICE:
        return Arranged(masthead(cable), parts.data(), parts.middle(Part.REMARKS, Part.TEXT))
    middle = [part for part in layout.parts if part not in _IN_HEADER]
    header = parts.header()  # its notes are the first
    notes = place.footnotes.as_list if place.footnotes else lambda: NOTHING
    return Arranged(header, NOTHING, joined((parts.middle(*middle), notes()), "\n"))


class _Parts:
    def __init__(self, cable: Cable, layout: Layout, place: Place, source: str) -> None:
        self._cable = cable
        self._layout = layout
        self._place = place
        self._source = source

    def header(self) -> Markup:
        """The parts that head the page."""
        parts = (self._head(part) for part in self._layout.parts if part in _IN_HEADER)
        return element("header", joined(filter(None, parts), "\n"), class_=self._layout.name)

    def middle(self, *parts: Part) -> Markup:
        """The parts below, in their order."""
        remarks = self._place.remarks
        noted = in_margin(self._layout.notes_on_whole(self._cable, remarks))
        return joined(filter(None, (noted, *map(self._part, parts))), "\n")

    def data(self) -> Markup:
        """The message data above the text."""
        place = self._place
        fields = self._layout.head_data(self._cable)
        return message_data(self._cable, place.references, place.links, place.remarks, fields)

    def _head(self, part: Part) -> Markup:
        if part is Part.HEADLINE:
            return heading(1, headline(self._cable), self._marks())
        if part is Part.DATELINE:
            return some("p", dateline(self._cable))
        return heading(1, " ".join(filter(None, ("Telegram", designation(self._cable)))))

    def _marks(self) -> Markup:
        """Those of the source note, and of what is said of the whole."""
        if self._place.footnotes is None:
            return NOTHING
        said = (source_note(self._cable, self._source), *self._place.remarks.whole)
        return self._place.footnotes.marks(said)

    def _part(self, part: Part) -> Markup:
        match part:
            case Part.HEAD_DATA:
                return self.data()
            case Part.REMARKS:
                return between_lines(self._place.remarks.whole)
            case Part.OPENING:
                return self._opening()
            case Part.TEXT:
                return element("article", article(self._cable, self._place))
            case Part.END_DATA:
                return self._end_data()
        return NOTHING

    def _opening(self) -> Markup:
        """``48. Subject: ... Ref: ...``, as far as there is some of it."""
        opens, subject = number_in_line(self._cable), self._cable.subject
        marking = marked(self._cable.subject_marking)
        words = joined(("Subject: ", marking, f"{subject}.")) if subject else NOTHING
        pieces = (f"{opens}." if opens else "", words, self._place.references.run_in())
        return some("p", joined(filter(None, pieces), " "), class_="subject-line")

    def _end_data(self) -> Markup:
        place = self._place
        fields = self._layout.end_data(self._cable)
        data = message_data(self._cable, place.references, place.links, place.remarks, fields)
        return element("section", element("h2", "Message data"), data) if data else NOTHING
