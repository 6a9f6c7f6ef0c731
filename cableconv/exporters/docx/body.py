"""A telegram: title, message data, the body's blocks in their styles, signature."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from cableconv.cable import (
    AnyBlock,
    Cable,
    EmbeddedCable,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.links import Links, ReferenceList
from cableconv.exporters.docx.message_data import message_data
from cableconv.exporters.docx.styles import QUOTED, Voice
from cableconv.exporters.docx.tables import telegram_table
from cableconv.exporters.docx.text import KEEP_NEXT, TAB, kept_with_next, paragraph, run

NO_SUBJECT = "(no subject)"

_AS_A_HEADING = 80
"""Characters; a line of the page has about as many."""


class Place(NamedTuple):
    """Where blocks stand: whose words they are, to which references, how deep (0: the margin)."""

    voice: Voice
    references: ReferenceList
    level: int = 0

    def below(self, level: int) -> Place:
        """The place of what a block at ``level`` holds."""
        return self._replace(level=level)

    def paragraph(self, style: str, text: str, before: str = "", introduces: bool = False) -> str:
        """A paragraph of running text, with links where it mentions a reference.

        One that ``introduces`` what it holds stays on one page with it, if it says so by a
        colon, or is no longer than a heading.
        """
        leads = introduces and (len(text) <= _AS_A_HEADING or text.endswith(":"))
        keep = KEEP_NEXT if leads else ""
        return paragraph(style, text, before, self.references.words, keep)


def telegram(cable: Cable, voice: Voice, links: Links) -> str:
    """A cable from its number to its signature, in its own voice or as quoted by another."""
    references = links.of(cable.references)
    content = "".join(
        (
            paragraph(styles.TELEGRAM_NUMBER, " ".join(filter(None, ("Telegram", cable.key)))),
            paragraph(voice.subject, cable.subject or NO_SUBJECT, marked(cable.subject_marking)),
            message_data(cable, references.entries()),
            blocks(cable.body, Place(voice, references)),
        )
    )
    for name in cable.signed_by:  # no name stands on a page alone
        content = kept_with_next(content) + paragraph(styles.SIGNATURE, name)
    return content


def blocks(content: Iterable[AnyBlock], place: Place) -> str:
    """The blocks, in their order."""
    return "".join([_WRITERS[type(block)](block, place) for block in content])


def _heading(heading: Heading, place: Place) -> str:
    return place.paragraph(place.voice.heading, heading.text, marked(heading.marking))


def _paragraph(block: Paragraph, place: Place) -> str:
    marking, holds = marked(block.marking), bool(block.blocks)
    if block.number is not None:
        number = run(f"{block.number}.") + TAB
        opening = place.paragraph(place.voice.numbered, block.text, number + marking, holds)
        return opening + blocks(block.blocks, place.below(1))
    style = _at(place.voice.texts, place.level)
    shown = block.text or marking
    opening = place.paragraph(style, block.text, marking, holds) if shown else ""
    return opening + blocks(block.blocks, place)


def _item(item: Item, place: Place) -> str:
    level = max(place.level, 1)
    style = _at(place.voice.items, level - 1)
    label = run(item.label) + TAB + marked(item.marking)
    opening = place.paragraph(style, item.text, label, introduces=bool(item.blocks))
    return opening + blocks(item.blocks, place.below(level + 1))


def _table(table: Table, place: Place) -> str:
    return telegram_table(table) or paragraph(place.voice.preformatted, table.text)


def _preformatted(block: Preformatted, place: Place) -> str:
    return paragraph(place.voice.preformatted, block.text)


def _quote(quote: Quote, place: Place) -> str:
    return _framed(quote, blocks(quote.blocks, Place(QUOTED, place.references)))


def _embedded(block: EmbeddedCable, place: Place) -> str:
    return _framed(block, telegram(block.cable, QUOTED, place.references.links))


def _framed(block: Quote | EmbeddedCable, content: str) -> str:
    opening = paragraph(styles.OPENING, block.opening) if block.opening else ""
    closing = paragraph(styles.CLOSING, block.closing) if block.closing else ""
    return opening + (kept_with_next(content) if closing else content) + closing


def marked(marking: str | None) -> str:
    """The portion marking as the cable prints it, in its own style."""
    return run(f"({marking})", styles.PORTION_MARKING) + run(" ") if marking else ""


def _at(levels: tuple[str, ...], level: int) -> str:
    return levels[min(level, len(levels) - 1)]


_WRITERS: dict[type, Callable[[Any, Place], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Item: _item,
    Table: _table,
    Preformatted: _preformatted,
    Quote: _quote,
    EmbeddedCable: _embedded,
}
