"""A telegram as ``<div type="document">``: head with source note, opener, text and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from cableconv import Cable
from cableconv.cable import EmbeddedCable
from cableconv.rendering.foreign_relations import place_of

from cableconv_tei.body import Body
from cableconv_tei.dates import dated
from cableconv_tei.elements import Lines, Markup, block, element, text
from cableconv_tei.furniture import Trail
from cableconv_tei.headline import head
from cableconv_tei.links import References
from cableconv_tei.message_data import segments
from cableconv_tei.source_note import source_note

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]+")


class Telegrams:
    """Writes the telegrams of one document: the cable, and embedded cables."""

    def __init__(self, cable: Cable, link_base: str | None, furniture: bool) -> None:
        self._cable = cable
        self._link_base = link_base
        self._furniture = furniture
        self._identifier = f"d{_NOT_IN_NAMES.sub('_', cable.key or '1')}"
        self._numbers = count(1)

    def whole(self) -> Lines:
        """Return the cable itself, whose message data is in the header."""
        return self._telegram(self._cable, next(self._numbers), [])

    def _copy(self, embedded: EmbeddedCable) -> Lines:
        """Return an embedded cable as a separate text; its opener serves as header."""
        cable = embedded.cable
        inside = self._telegram(cable, next(self._numbers), segments(cable))
        return block("floatingText", block("body", inside), type="telegram")

    def _telegram(self, cable: Cable, number: int, data: Lines) -> Lines:
        """Numbers in brackets have not been assigned by a volume."""
        identifier = self._identifier + (f"t{number}" if number > 1 else "")
        references = References(cable.references, identifier, self._link_base)
        trail = Trail(cable.furniture, self._furniture)
        text_lines = [
            *_subject(cable),
            *references.as_list(),
            *Body(references, trail, self._copy).blocks(cable.body),
        ]
        lines = [
            element("head", head(cable), source_note(cable, identifier)),
            *_opener(cable, data),
            *(text_lines or [element("p")]),  # a TEI document must have text
            *trail.rest(),
            *_closer(cable),
        ]
        kind = {"type": "document", "subtype": "historical-document"}
        return block("div", lines, xml_id=identifier, n=f"[{number}]", **kind)


def _opener(cable: Cable, data: Lines) -> Lines:
    pieces = list(_dateline(cable))
    line = [element("dateline", *pieces, rendition="#right")] if pieces else []
    return block("opener", [*line, *data]) if line or data else []


def _dateline(cable: Cable) -> Iterator[Markup]:
    place = place_of(cable)
    if place:
        yield element("placeName", text(place))
    if place and cable.date:
        yield text(", ")
    if cable.date:
        yield dated(cable.date)
    if place or cable.date:
        yield text(".")


def _subject(cable: Cable) -> Lines:
    if cable.subject is None:
        return []
    marking = cable.subject_marking
    shown = [element("seg", text(f"({marking})"), type="portion-marking"), text(" ")]
    item = element("item", *(shown if marking else ()), text(cable.subject))
    return block("list", [element("head", text("SUBJECT")), item], type="subject")


def _closer(cable: Cable) -> Lines:
    signed = [element("signed", element("persName", text(name))) for name in cable.signed_by]
    return block("closer", signed) if signed else []
