"""The text of a telegram: the body's blocks in their styles, and the signature."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
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
from cableconv.exporters.docx.box import boxed, inside
from cableconv.exporters.docx.edition import Edition
from cableconv.exporters.docx.links import ReferenceList, bookmark
from cableconv.exporters.docx.message_data import message_data
from cableconv.exporters.docx.page import TEXT_WIDTH
from cableconv.exporters.docx.styles import QUOTED, Voice
from cableconv.exporters.docx.tables import telegram_table
from cableconv.exporters.docx.text import (
    KEEP_LINES,
    KEEP_NEXT,
    NOT_KEPT,
    TAB,
    in_language,
    kept_with_next,
    paragraph,
    run,
)
from cableconv.exporters.docx.titles import marked, number, title
from cableconv.rendering.blocks import BlockWriter
from cableconv.rendering.languages import language_of
from cableconv.rendering.message_data import designation
from cableconv.rendering.message_data import message_data as message_data_of
from cableconv.rendering.on_one_page import introduces, is_introduction, is_kept_whole

_LONG = 500
"""Characters of an introduction, about six lines: a longer one would leave them empty at the end
of the page before, as it is moved as a whole."""

_NUMBERS = 256
"""Numbers of paragraphs whose runs are remembered."""


class Place(NamedTuple):
    """The context of blocks: voice, references, depth (0: the margin).

    ``width`` is the width of the page's text, or of the enclosing frame.
    """

    voice: Voice
    references: ReferenceList
    edition: Edition
    level: int = 0
    width: int = TEXT_WIDTH

    def styles_of(self, role: str | None) -> tuple[str, str]:
        """Return the styles of a paragraph with that role, without and with a number."""
        if role in styles.ROLES and not self.level and self.voice is styles.OWN:
            return styles.ROLES[role]
        return _at(self.voice.texts, self.level), self.voice.numbered

    def below(self, level: int) -> Place:
        """Return the context of blocks nested in one at ``level``."""
        return self._replace(level=level)

    def quoted(self) -> Place:
        """Return the context of blocks inside a quotation."""
        return self._replace(voice=QUOTED, level=0)

    def paragraph(self, style: str, text: str, before: str = "", holds: bool = False) -> str:
        """Return a paragraph of running text, with links for mentions of references.

        If it ``holds`` blocks that it introduces and is short, it stays on one page with them.
        """
        keep = KEEP_NEXT if holds and len(text) <= _LONG and is_introduction(text) else ""
        return paragraph(style, text, before, self.references.words, keep)


def text(cable: Cable, place: Place) -> str:
    """Return the body's blocks, and the signature."""
    content = blocks(cable.body, place)
    for name in cable.signed_by:  # no name stands on a page alone
        content = kept_with_next(content) + paragraph(styles.SIGNATURE, name)
    return content


def _quoted(cable: Cable, outer: Place) -> str:
    """Return a whole embedded cable, in a frame of the available width."""
    references = outer.edition.links.of(cable.references)
    room = inside(outer.width)
    place = Place(QUOTED, references, outer.edition, width=room)
    content = "".join(
        (
            number(cable, NOT_KEPT),
            title(cable, QUOTED),
            message_data(message_data_of(cable), references.entries(), width=room),
            text(cable, place),
        )
    )
    return boxed(content, outer.width, f"Telegram {designation(cable)}".strip())


def blocks(content: Iterable[AnyBlock], place: Place) -> str:
    """Return the blocks in order; a paragraph that introduces the next one is kept with it."""
    write = Blocks(place).write
    has_notes = place.edition.remarks.are_on_blocks
    written: list[str] = []
    before: AnyBlock | None = None
    for block in content:
        if before is not None and introduces(before, block) and not _is_long(before):
            written[-1] = kept_with_next(written[-1])
        written.append(place.edition.around(block, write) if has_notes else write(block))
        before = block
    return "".join(written)


class Blocks(BlockWriter[str]):
    """Writes blocks in one context of a document."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def heading(self, block: Heading) -> str:
        name = self._place.edition.places.get(id(block))
        opening = bookmark(name) if name else ""
        words = opening + marked(block.marking)
        return self._place.paragraph(self._place.voice.heading, block.text, words)

    def paragraph(self, block: Paragraph) -> str:
        marking, holds = marked(block.marking), bool(block.blocks)
        plain, numbered = self._place.styles_of(block.role)
        if block.number is not None:
            before = _number_of(block.number) + marking
            opening = self._place.paragraph(numbered, block.text, before, holds)
            return opening + blocks(block.blocks, self._place.below(1)) if holds else opening
        shown = block.text or marking
        opening = self._place.paragraph(plain, block.text, marking, holds) if shown else ""
        return opening + blocks(block.blocks, self._place) if holds else opening

    def item(self, block: Item) -> str:
        level, holds = max(self._place.level, 1), bool(block.blocks)
        style = _at(self._place.voice.items, level - 1)
        label = run(block.label) + TAB + marked(block.marking)
        opening = self._place.paragraph(style, block.text, label, holds)
        return opening + blocks(block.blocks, self._place.below(level + 1)) if holds else opening

    def table(self, block: Table) -> str:
        return telegram_table(block, self._place.width) or self._as_sent(block)

    def preformatted(self, block: Preformatted) -> str:
        return self._as_sent(block)

    def quote(self, block: Quote) -> str:
        content = blocks(block.blocks, self._place.quoted())
        return _framed(block, in_language(content, language_of(block.opening)))

    def embedded(self, block: EmbeddedCable) -> str:
        return _framed(block, _quoted(block.cable, self._place))

    def _as_sent(self, block: Preformatted | Table) -> str:
        keep = KEEP_LINES if is_kept_whole(block) else ""
        return paragraph(self._place.voice.preformatted, block.text, properties=keep)


def _is_long(block: AnyBlock) -> bool:
    return isinstance(block, Paragraph) and len(block.text) > _LONG


@lru_cache(_NUMBERS)
def _number_of(number: int) -> str:
    """Return the runs of a paragraph's number."""
    return run(f"{number}.") + TAB


def _framed(block: Quote | EmbeddedCable, content: str) -> str:
    opening = paragraph(styles.OPENING, block.opening) if block.opening else ""
    closing = paragraph(styles.CLOSING, block.closing) if block.closing else ""
    return opening + (kept_with_next(content) if closing else content) + closing


def _at(levels: tuple[str, ...], level: int) -> str:
    return levels[min(level, len(levels) - 1)]
