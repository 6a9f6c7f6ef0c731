"""A telegram: title, message data, the body's blocks in their styles, signature."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

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
from cableconv.exporters.docx.edition import Edition, between_lines
from cableconv.exporters.docx.links import ReferenceList
from cableconv.exporters.docx.message_data import Noted, as_it_is, message_data
from cableconv.exporters.docx.styles import QUOTED, Voice
from cableconv.exporters.docx.tables import telegram_table
from cableconv.exporters.docx.text import KEEP_NEXT, TAB, kept_with_next, paragraph, run
from cableconv.rendering.blocks import BlockWriter
from cableconv.rendering.message_data import NO_SUBJECT, designation

_LONGEST_TITLE = 250
"""Characters; six lines of the title's style have about as many."""

_AS_A_HEADING = 80
"""Characters; a line of the page has about as many."""


class Place(NamedTuple):
    """Where blocks stand: whose words they are, to which references, how deep (0: the margin)."""

    voice: Voice
    references: ReferenceList
    edition: Edition
    level: int = 0

    def styles_of(self, role: str | None) -> tuple[str, str]:
        """Those of a paragraph with that role, without and with a number."""
        at_margin = self.voice is styles.OWN and not self.level
        own = (_at(self.voice.texts, self.level), self.voice.numbered)
        return styles.ROLES.get(role, own) if role and at_margin else own

    def below(self, level: int) -> Place:
        """The place of what a block at ``level`` holds."""
        return self._replace(level=level)

    def quoted(self) -> Place:
        """The place of what a quotation holds."""
        return self._replace(voice=QUOTED, level=0)

    def paragraph(self, style: str, text: str, before: str = "", introduces: bool = False) -> str:
        """A paragraph of running text, with links where it mentions a reference.

        One that ``introduces`` what it holds stays on one page with it, if it says so by a
        colon, or is no longer than a heading.
        """
        leads = introduces and (len(text) <= _AS_A_HEADING or text.endswith(":"))
        keep = KEEP_NEXT if leads else ""
        return paragraph(style, text, before, self.references.words, keep)


def telegram(cable: Cable, edition: Edition, properties: str = "") -> str:
    """The document's own cable, from its number to its signature.

    ``properties`` are those of the first paragraph.
    """
    remarks, notes = edition.remarks, edition.notes

    def noted(label: str, row: str) -> str:
        return notes.on(row, remarks.notes_on_field(label))

    number = notes.on(_number(cable, properties), remarks.notes_on_whole)
    below = between_lines(remarks.whole)
    return number + _below_number(cable, styles.OWN, edition, noted, below)


def _quoted(cable: Cable, edition: Edition) -> str:
    """A whole cable as another repeats it."""
    return _number(cable) + _below_number(cable, QUOTED, edition)


def _number(cable: Cable, properties: str = "") -> str:
    words = " ".join(filter(None, ("Telegram", designation(cable))))
    return paragraph(styles.TELEGRAM_NUMBER, words, properties=properties)


def _title(cable: Cable, voice: Voice) -> str:
    """The subject; one that takes more than a few lines is set smaller, and may break."""
    subject = cable.subject or NO_SUBJECT
    is_long = len(subject) > _LONGEST_TITLE and voice is styles.OWN
    style = styles.LONG_TITLE if is_long else voice.subject
    return paragraph(style, subject, marked(cable.subject_marking))


def _below_number(
    cable: Cable, voice: Voice, edition: Edition, noted: Noted = as_it_is, below: str = ""
) -> str:
    """A cable from its subject to its signature; ``below`` stands below the message data."""
    references = edition.links.of(cable.references)
    content = "".join(
        (
            _title(cable, voice),
            message_data(cable, references.entries(), noted),
            below,
            blocks(cable.body, Place(voice, references, edition)),
        )
    )
    for name in cable.signed_by:  # no name stands on a page alone
        content = kept_with_next(content) + paragraph(styles.SIGNATURE, name)
    return content


def blocks(content: Iterable[AnyBlock], place: Place) -> str:
    """The blocks, in their order."""
    write = Blocks(place).write
    if not place.edition.remarks.are_on_blocks:
        return "".join([write(block) for block in content])
    return "".join([place.edition.around(block, write(block)) for block in content])


class Blocks(BlockWriter[str]):
    """Writes blocks at one place of a document."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def heading(self, block: Heading) -> str:
        return self._place.paragraph(self._place.voice.heading, block.text, marked(block.marking))

    def paragraph(self, block: Paragraph) -> str:
        marking, holds = marked(block.marking), bool(block.blocks)
        plain, numbered = self._place.styles_of(block.role)
        if block.number is not None:
            number = run(f"{block.number}.") + TAB
            opening = self._place.paragraph(numbered, block.text, number + marking, holds)
            return opening + blocks(block.blocks, self._place.below(1))
        shown = block.text or marking
        opening = self._place.paragraph(plain, block.text, marking, holds) if shown else ""
        return opening + blocks(block.blocks, self._place)

    def item(self, block: Item) -> str:
        level = max(self._place.level, 1)
        style = _at(self._place.voice.items, level - 1)
        label = run(block.label) + TAB + marked(block.marking)
        opening = self._place.paragraph(style, block.text, label, introduces=bool(block.blocks))
        return opening + blocks(block.blocks, self._place.below(level + 1))

    def table(self, block: Table) -> str:
        return telegram_table(block) or paragraph(self._place.voice.preformatted, block.text)

    def preformatted(self, block: Preformatted) -> str:
        return paragraph(self._place.voice.preformatted, block.text)

    def quote(self, block: Quote) -> str:
        return _framed(block, blocks(block.blocks, self._place.quoted()))

    def embedded(self, block: EmbeddedCable) -> str:
        return _framed(block, _quoted(block.cable, self._place.edition))


def _framed(block: Quote | EmbeddedCable, content: str) -> str:
    opening = paragraph(styles.OPENING, block.opening) if block.opening else ""
    closing = paragraph(styles.CLOSING, block.closing) if block.closing else ""
    return opening + (kept_with_next(content) if closing else content) + closing


def marked(marking: str | None) -> str:
    """The portion marking as the cable prints it, in its own style."""
    return run(f"({marking})", styles.PORTION_MARKING) + run(" ") if marking else ""


def _at(levels: tuple[str, ...], level: int) -> str:
    return levels[min(level, len(levels) - 1)]
