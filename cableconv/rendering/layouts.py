"""The parts of a document and their order: three layouts, as data.

Each format renders parts in its own way; only this module decides what a layout contains.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from cableconv.cable import Cable
from cableconv.rendering.foreign_relations.source_note import CREDITS, HANDLING
from cableconv.rendering.message_data import Field, message_data
from cableconv.rendering.remarks import Remarks


class Part(Enum):
    """A part of a document."""

    NUMBER = auto()
    """``Telegram 07ASTANA48``"""
    SUBJECT = auto()
    """The subject, as the title."""
    HEADLINE = auto()
    """Sender and addressees, as the title, with the source note."""
    DATELINE = auto()
    """Place and date."""
    OPENING = auto()
    """Number, subject and references, as running text before the body."""
    HEAD_DATA = auto()
    """The message data above the text."""
    REMARKS = auto()
    """Notes on the whole cable."""
    TEXT = auto()
    """The body and the signature."""
    END_DATA = auto()
    """The other message data."""


class Layout(NamedTuple):
    """The parts in their order, and the place of the message data.

    ``head`` are the labels of the fields above the text, in this order (None: all of
    them in the default order), ``elsewhere`` those that other parts include.  With ``footnotes``,
    editorial notes are numbered and placed below the text, not between the lines.
    """

    name: str
    parts: tuple[Part, ...]
    head: tuple[str, ...] | None = None
    elsewhere: tuple[str, ...] = ()
    footnotes: bool = False

    def head_data(self, cable: Cable) -> Iterator[Field]:
        """The fields above the text."""
        if Part.HEAD_DATA not in self.parts:
            return
        if self.head is None:
            yield from message_data(cable)
            return
        fields = {field.label: field for field in message_data(cable)}
        for label in self.head:
            yield fields.get(label) or Field(SUBJECT, _subject(cable))

    def end_data(self, cable: Cable) -> Iterator[Field]:
        """Those at the end."""
        if Part.END_DATA not in self.parts:
            return iter(())
        said = {*(self.head or ()), *self.elsewhere}
        return (field for field in message_data(cable) if field.label not in said)

    def notes_on_whole(self, cable: Cable, remarks: Remarks) -> tuple[str, ...]:
        """The doubts about the cable, and about fields that no row of message data shows."""
        data = (*self.head_data(cable), *self.end_data(cable))
        shown = {field.label for field in data if field.values}
        return (*remarks.notes_on_whole, *remarks.notes_on_other_fields(shown))


def _subject(cable: Cable) -> tuple[str, ...]:
    """Return the subject after its marking, as its line prints them; nothing without a subject."""
    marking = f"({cable.subject_marking}) " if cable.subject_marking else ""
    return (f"{marking}{cable.subject}",) if cable.subject else ()


SUBJECT = "Subject"
"""The label of the subject, if it is a field among others."""

OFFICE = Layout("office", (Part.NUMBER, Part.SUBJECT, Part.HEAD_DATA, Part.REMARKS, Part.TEXT))
MEMO = Layout(
    "memo",
    (Part.NUMBER, Part.HEAD_DATA, Part.REMARKS, Part.TEXT, Part.END_DATA),
    head=("To", "From", "Date", SUBJECT, "References"),
)
FOREIGN_RELATIONS = Layout(
    "frus",
    (Part.HEADLINE, Part.DATELINE, Part.OPENING, Part.TEXT, Part.END_DATA),
    elsewhere=("References", *(label for label in HANDLING if label != "Classification"), *CREDITS),
    footnotes=True,
)
LAYOUTS = {layout.name: layout for layout in (OFFICE, MEMO, FOREIGN_RELATIONS)}
