"""A cable on a page: title, message data, blocks with their own numbers and labels, signature."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

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
from cableconv.rendering.blocks import BlockWriter
from cableconv.rendering.languages import language_of
from cableconv.rendering.message_data import (
    LONGEST_TITLE,
    NO_SUBJECT,
    designation,
    sender_as_printed,
)
from cableconv.rendering.on_one_page import introductions
from cableconv.rendering.remarks import Remarks

from cableconv_html.anchors import Anchors
from cableconv_html.dates import dated
from cableconv_html.edition import between_lines, in_margin
from cableconv_html.footnotes import Footnotes
from cableconv_html.links import Links
from cableconv_html.markup import NOTHING, Markup, breakable, element, joined, some, text
from cableconv_html.message_data import message_data
from cableconv_html.references import References
from cableconv_html.sheets import classes, opening, tall
from cableconv_html.tables import telegram_table

_UNTITLED = "Cable without a subject"
_LOWEST_HEADING = 6


@dataclass(frozen=True)
class Place:
    """The context of blocks: page, cable, heading level.

    ``footnotes``, if the layout has them, hold the notes that others put between the lines.
    """

    anchors: Anchors
    links: Links
    references: References
    remarks: Remarks
    level: int = 1
    footnotes: Footnotes | None = None


def title(cable: Cable) -> str:
    """Return the subject, or else the designation that archives cite."""
    return cable.subject or designation(cable) or _UNTITLED


def telegram(cable: Cable, outer: Place) -> Markup:
    """Return an embedded cable, under a heading of the next level."""
    anchors, links, level = outer.anchors, outer.links, outer.level + 1
    references = References(cable.references, anchors, links)
    return element(
        "article",
        masthead(cable, level),
        message_data(cable, references, links),
        article(cable, replace(outer, references=references, level=level)),
        class_="telegram",
    )


def masthead(cable: Cable, level: int = 1) -> Markup:
    """Return number, subject, and a line with sender and date."""
    number = " ".join(filter(None, ("Telegram", designation(cable))))
    subject = joined((marked(cable.subject_marking), breakable(cable.subject or NO_SUBJECT)))
    lines = (
        element("p", number),
        heading(level, subject, class_=_size(cable.subject)),
        some("p", _dateline(cable)),
    )
    return element("header", joined(filter(None, lines), "\n"))


def _size(subject: str | None) -> str | None:
    return "small" if subject and len(subject) > LONGEST_TITLE else None


def article(cable: Cable, place: Place) -> Markup:
    """Return the text and the signature."""
    signature = some("p", joined(cable.signed_by, element("br")), class_="signature")
    return joined((blocks(cable.body, place), signature), "\n")


def _dateline(cable: Cable) -> Markup:
    sender = text(sender_as_printed(cable) or "")
    date = dated(cable.date) if cable.date else NOTHING
    return joined(filter(None, (sender, date)), " · ")


def blocks(content: Iterable[AnyBlock], place: Place) -> Markup:
    """Return the blocks in order; consecutive items form one list."""
    return joined(_groups(content, place), "\n")


def marked(marking: str | None) -> Markup:
    """Return the portion marking as printed."""
    if not marking:
        return NOTHING
    return joined((element("i", f"({marking})"), " "))


def heading(level: int, *content: str, **attributes: str | None) -> Markup:
    """Return a heading of that level, or of the lowest one that exists."""
    return element(f"h{min(level, _LOWEST_HEADING)}", *content, **attributes)


def _groups(content: Iterable[AnyBlock], place: Place) -> Iterator[Markup]:
    content = tuple(content)
    write = Blocks(place, set(map(id, introductions(content)))).write
    for is_list, group in groupby(content, lambda block: isinstance(block, Item)):
        written = [_with_remarks(block, write, place) for block in group]
        if is_list:
            yield element("ul", joined(written, "\n"), class_="items")
        else:
            yield from written


def _with_remarks(block: AnyBlock, write: Callable[[AnyBlock], Markup], place: Place) -> Markup:
    """Write the block with the notes beside, before and after it; a list has only items."""
    remarks = place.remarks
    if not remarks.are_on_blocks:
        return write(block)
    if place.footnotes is not None:
        marks = place.footnotes.marks(remarks.before(block))  # numbered before those inside
        noted = place.footnotes.marked(write(block), marks)
        noted = place.footnotes.behind(noted, remarks.after(block))
        beside = "li" if isinstance(block, Item) else "div"
        return _stacked(in_margin(remarks.notes_on(block), beside), noted)
    between, beside = ("li", "li") if isinstance(block, Item) else ("p", "div")
    return _stacked(
        between_lines(remarks.before(block), between),
        in_margin(remarks.notes_on(block), beside),
        write(block),
        between_lines(remarks.after(block), between),
    )


class Blocks(BlockWriter[Markup]):
    """Writes blocks in one context of a page; ``introduce`` are those that the next one needs."""

    def __init__(self, place: Place, introduce: Container[int] = ()) -> None:
        self._place = place
        self._introduce = introduce

    def heading(self, block: Heading) -> Markup:
        words = _words(block.marking, block.text, self._place)
        name = self._place.anchors.new("heading")
        return heading(self._place.level + 1, words, id=name, class_=block.role)

    def paragraph(self, block: Paragraph) -> Markup:
        words = _words(block.marking, block.text, self._place)
        name = None
        if block.number is not None:
            name = self._place.anchors.new(f"p{block.number}")
            words = joined((element("a", f"{block.number}.", href=f"#{name}"), " ", words))
        inside = blocks(block.blocks, self._place)
        if not inside:
            return element("p", words, class_=self._classes(block), id=name)
        first = some("p", words, class_=opening(block.text))
        return element("div", _stacked(first, inside), class_=block.role, id=name)

    def item(self, block: Item) -> Markup:
        label = element("b", block.label)
        words = element("p", label, " ", _words(block.marking, block.text, self._place))
        inside = blocks(block.blocks, self._place)
        return element("li", _stacked(words, inside), class_=self._classes(block))

    def table(self, block: Table) -> Markup:
        number = self._place.anchors.new("table").removeprefix("table").lstrip("-") or "1"
        return _with_role(telegram_table(block, int(number)), block.role)

    def preformatted(self, block: Preformatted) -> Markup:
        words = self._place.references.words(block.text)
        return _with_role(
            some("pre", _after_line_feed(words), class_=tall(block), tabindex=0), block.role
        )

    def quote(self, block: Quote) -> Markup:
        language = language_of(block.opening)
        inside = some("blockquote", blocks(block.blocks, self._place), lang=language)
        return _framed(block, "quote", inside)

    def embedded(self, block: EmbeddedCable) -> Markup:
        return _framed(block, "embedded", telegram(block.cable, self._place))

    def _classes(self, block: Paragraph | Item) -> str | None:
        return classes(block, id(block) in self._introduce)


def _framed(block: Quote | EmbeddedCable, kind: str, inside: Markup) -> Markup:
    first = some("p", block.opening or "", class_="opening")
    last = some("p", block.closing or "", class_="closing")
    shown = _stacked(first, inside, last)
    return element("div", shown, class_=_named(kind, block.role))


def _words(marking: str | None, words: str, place: Place) -> Markup:
    return joined((marked(marking), place.references.words(words)))


def _stacked(*content: Markup) -> Markup:
    """Return the non-empty parts, each on its own line."""
    return joined(filter(None, content), "\n")


def _named(kind: str, role: str | None) -> str:
    return f"{kind} {role}" if role else kind


def _with_role(content: Markup, role: str | None) -> Markup:
    return some("div", content, class_=role) if role else content


def _after_line_feed(words: Markup) -> Markup:
    """Add a line feed, as browsers drop the first one in a ``pre``."""
    return Markup(f"\n{words}") if words.startswith("\n") else words
