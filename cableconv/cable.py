"""The tree: what a diplomatic cable is once it has been read.

Every other part of the project speaks in the structs of this module: readers and
the parser make them, transforms change them, exporters write them down.  They are
frozen; ``replace`` gives a changed copy.  What the cable does not have is ``None``
or empty, never made up.

Offsets (``span``, ``Part.start``) count code points of the telegram's text, from 0,
the end excluded.  What stands behind ``#:`` says what a field holds, here and in the
schemas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from importlib import import_module
from typing import Any, ClassVar, Literal, Self

import msgspec

from cableconv import roles, tree_texts
from cableconv.roles import BlockRole
from cableconv.tree_docs import Documented
from cableconv.tree_texts import Token
from cableconv.tree_types import check_changes

Precedence = Literal["FLASH", "NIACT IMMEDIATE", "IMMEDIATE", "PRIORITY", "ROUTINE"]
"""How fast a message must travel, in words (5 FAH-2 H-421)."""

Level = Literal["UNCLASSIFIED", "LIMITED OFFICIAL USE", "CONFIDENTIAL", "SECRET", "TOP SECRET"]
"""A classification level as the executive orders and the Department name them."""

ReferenceKind = Literal[
    "cable", "message", "email", "telephone", "meeting", "memo",
    "report", "book", "fax", "web", "redacted", "other",
]  # fmt: skip
"""What a reference points at; ``message`` is a military message, known by its date-time group."""

Severity = Literal["error", "warning", "info"]


class Span(Documented, frozen=True, array_like=True, gc=False):
    """From the first to after the last character, as ``[start, end]``."""

    start: int  #: offset of the first character
    end: int  #: offset after the last character


class Node(Documented, frozen=True, kw_only=True, gc=False):
    """What every node of the tree has: its place in the telegram's text."""

    span: Span | None = None  #: its place in the telegram's text

    def replace(self, **changes: Any) -> Self:
        """A copy with other values for the named fields.

        Raises:
            TypeError: there is no such field, or a value is not of its type.
        """
        check_changes(type(self), changes)
        return msgspec.structs.replace(self, **changes)


class PrecedencePair(Node, frozen=True, kw_only=True):
    """Format line 5: how fast it goes to the action and to the information addressees."""

    action: Precedence | None = None  #: for the action addressees
    info: Precedence | None = None  #: for the information addressees


class Origin(Node, frozen=True, kw_only=True):
    """Who sent it (ACP 127 format line 6)."""

    route: str | None = None  #: routing indicator, as RUEHRK
    name: str | None = None  #: as on the FM line
    post: str | None = None  #: the post's name, without its kind
    country: str | None = None  #: the post's country, ISO 3166-1 alpha-2


class Addressee(Node, frozen=True, kw_only=True):
    """One action or information addressee (ACP 127 format lines 7 to 9)."""

    route: str | None = None  #: routing indicator, as RUEHC
    name: str  #: as printed
    office: str | None = None  #: what stands between double slashes
    precedence: Precedence | None = None  #: its own, as printed behind the name
    number: str | None = None  #: message continuity number, as printed
    exempted: tuple[str, ...] = ()  #: names after XMT, which do not get it


class Transmission(Node, frozen=True, kw_only=True):
    """Format lines 1 to 5 of one section's header, as sent (ACP 127 para 142)."""

    identifier: str | None = None  #: channel and message number (format line 1)
    routing: tuple[str, ...] = ()  #: indicators to deliver to (line 2)
    serial: str | None = None  #: station serial number (line 3)
    section: str | None = None  #: the section's number in line 3, as sent
    filed: str | None = None  #: day and time of filing (line 3)
    security: str | None = None  #: the security prosign's line, as ZNY CCCCC (line 4)
    signals: tuple[str, ...] = ()  #: operating and end signals (lines 4 and 5)
    remarks: str | None = None  #: what stands in brackets behind them (line 4)
    dtg: str | None = None  #: date-time group, as sent (line 5)


class Classification(Node, frozen=True, kw_only=True):
    """Level and caveats of the class line."""

    level: Level | None = None  #: in words; none where the line's is no known one
    caveats: tuple[str, ...] = ()  #: what limits it further, as NOFORN
    text: str  #: as printed


class Number(Node, frozen=True, kw_only=True):
    """Station and serial as the class line prints them."""

    station: str  #: the station's name
    serial: str  #: its number for this message, zeros kept
    text: str  #: both, as printed


class Section(Node, frozen=True, kw_only=True):
    """``SECTION 01 OF 03``."""

    number: int  #: which section, from 1
    total: int  #: of how many


class ExecutiveOrder(Node, frozen=True, kw_only=True):
    """The E.O. line: under which executive order it is classified, and until when."""

    order: str | None = None  #: number of the order, as 12958
    text: str | None = None  #: what stands behind the label, as printed
    declassify_on: str | None = None  #: ISO date
    declassify_event: str | None = None  #: the event that declassifies it
    exemption: str | None = None  #: the exemption claimed, as X1 or 25X1


class Reference(Node, frozen=True, kw_only=True):
    """One entry of the REF field."""

    label: str | None = None  #: letter or number it is cited by
    kind: ReferenceKind  #: what it points at
    text: str  #: as printed
    id: str | None = None  #: of a cable, in the form of the cable's own id
    notes: tuple[str, ...] = ()  #: remarks behind it, as NOTAL


class Person(Node, frozen=True, kw_only=True):
    """Somebody named by a field, apart from the title or office."""

    name: str  #: as printed
    title: str | None = None  #: title or office, as printed


class ClassifiedBy(Node, frozen=True, kw_only=True):
    """Who classified it and why (E.O. 12958 and 13526)."""

    text: str  #: the whole field, as printed
    people: tuple[Person, ...] = ()  #: who is named
    reasons: tuple[str, ...] = ()  #: paragraphs of the order, as 1.4(b)


class Block(Node, frozen=True, kw_only=True, tag_field="type"):
    """A piece of the body."""

    type: ClassVar[str]  # the block's kind, by the name that ``to_dict`` gives it
    role: BlockRole | None = None  #: what it is for, where the cable says so


class Heading(Block, frozen=True, kw_only=True, tag="heading"):
    """A line that names what follows."""

    type: ClassVar[Literal["heading"]] = "heading"
    text: str  #: its words, without rules
    marking: str | None = None  #: portion marking, what stands in the brackets


class Paragraph(Block, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph of running text, numbered or not."""

    type: ClassVar[Literal["paragraph"]] = "paragraph"
    number: int | None = None  #: as the cable counts; none where it goes on
    marking: str | None = None  #: portion marking, what stands in the brackets
    text: str = ""  #: running text, wrapped lines joined
    blocks: tuple[AnyBlock, ...] = ()  #: what belongs to it, in order


class Item(Block, frozen=True, kw_only=True, tag="item"):
    """A sub-item, under whatever label (``--``, ``A.``, ``(1)``)."""

    type: ClassVar[Literal["item"]] = "item"
    label: str  #: as printed
    marking: str | None = None  #: portion marking, what stands in the brackets
    text: str = ""  #: running text, wrapped lines joined
    blocks: tuple[AnyBlock, ...] = ()  #: what belongs to it, in order


class Table(Block, frozen=True, kw_only=True, tag="table"):
    """Columns."""

    type: ClassVar[Literal["table"]] = "table"
    rows: tuple[tuple[str, ...], ...]  #: cells, row by row
    text: str  #: as printed, with its line breaks


class Preformatted(Block, frozen=True, kw_only=True, tag="preformatted"):
    """Lines whose breaks carry meaning."""

    type: ClassVar[Literal["preformatted"]] = "preformatted"
    text: str  #: as printed, with its line breaks


class Quote(Block, frozen=True, kw_only=True, tag="quote"):
    """BEGIN TEXT ... END TEXT."""

    type: ClassVar[Literal["quote"]] = "quote"
    opening: str | None = None  #: the line that opens it, as printed
    blocks: tuple[AnyBlock, ...] = ()  #: what is quoted
    closing: str | None = None  #: the line that closes it, as printed


class EmbeddedCable(Block, frozen=True, kw_only=True, tag="cable"):
    """A whole cable repeated inside another."""

    type: ClassVar[Literal["cable"]] = "cable"
    opening: str | None = None  #: the line that opens it, as printed
    cable: Cable  #: the cable repeated
    closing: str | None = None  #: the line that closes it, as printed


AnyBlock = Heading | Paragraph | Item | Table | Preformatted | Quote | EmbeddedCable


class Furniture(Node, frozen=True, kw_only=True):
    """What is neither field nor text: page mark, repeated header, envelope, end mark."""

    kind: str  #: page-mark, repeated-header, end-mark ...
    text: str  #: as printed
    page: int | None = None  #: the container's page it stands on, from 1


class Part(Documented, frozen=True, kw_only=True, gc=False):
    """One stretch of the telegram's text and the node it belongs to, by its path in ``to_dict``."""

    start: int  #: offset of the first character
    end: int  #: offset after the last character
    role: Literal["field", "block", "furniture"]  #: what the node is
    path: Token  #: leads to the node, as body[2].blocks[0]


class Diagnostic(Documented, frozen=True, kw_only=True, gc=False):
    """A repair or a doubt."""

    code: Token  #: stable name, listed in docs/diagnostics.md
    severity: Severity  #: error, warning (doubt) or info (repair)
    message: str  #: what was found, in a sentence
    path: Token | None = None  #: the field or block meant
    line: int | None = None  #: of the file, from 1
    column: int | None = None  #: of the file, from 1
    hint: str | None = None  #: what to do next


class Source(Documented, frozen=True, kw_only=True, gc=False):
    """The container the telegram came in, and what it says itself (a witness, never a field)."""

    reader: Token | None = None  #: the reader's name
    name: str | None = None  #: the file's, with its folders below the one asked for
    member: str | None = None  #: the file inside an archive
    row: int | None = None  #: the row of a dump, from 1
    sha256: Token | None = None  #: of the bytes read, hexadecimal
    encoding: Token | None = None  #: what they were decoded by
    id: str | None = None  #: the container's own id of the cable
    date: str | None = None  #: the container's date
    office: str | None = None  #: the sender as the container names it
    classification: str | None = None  #: as the container names it
    url: str | None = None  #: where the container says it stood


class Cable(Node, frozen=True, kw_only=True):
    """A diplomatic cable.

    ``id`` is the message reference number as archives cite it: two-digit year, station
    without blanks, number without leading zeros.  ``parts`` covers every non-blank character
    of the telegram's text, in order, without overlap.
    """

    id: str | None = None  #: message reference number, as 07ASTANA48
    date: str | None = None  #: date-time group in ISO 8601, UTC
    precedence: PrecedencePair = PrecedencePair()  #: how fast it goes
    origin: Origin | None = None  #: who sent it
    to: tuple[Addressee, ...] = ()  #: action addressees
    info: tuple[Addressee, ...] = ()  #: information addressees
    transmissions: tuple[Transmission, ...] = ()  #: the machine's lines, header by header
    classification: Classification | None = None  #: level and caveats of the class line
    number: Number | None = None  #: station and serial as printed
    section: Section | None = None  #: which section of a long message
    captions: tuple[str, ...] = ()  #: SIPDIS and its like, each once
    passing: tuple[str, ...] = ()  #: passing and attention lines
    notices: tuple[str, ...] = ()  #: corrected copy, partial extract, release stamps
    distribution: str | None = None  #: the Department's distribution block
    drafted_by: str | None = None  #: the Department's drafting lines, as printed
    approved_by: str | None = None  #: who approved it, as printed
    cleared_by: str | None = None  #: who cleared it, as printed
    executive_order: ExecutiveOrder | None = None  #: the E.O. line
    tags: tuple[str, ...] = ()  #: upper case; persons as SURNAME, GIVEN
    subject: str | None = None  #: in one line, without its marking
    subject_marking: str | None = None  #: portion marking of the subject
    references: tuple[Reference, ...] = ()  #: entries of the REF field
    classified_by: ClassifiedBy | None = None  #: who classified it and why
    body: tuple[AnyBlock, ...] = ()  #: the text, block by block
    summary: str | None = None  #: derived: the text of what is marked as summary
    signed_by: tuple[str, ...] = ()  #: names, as printed
    furniture: tuple[Furniture, ...] = ()  #: what is neither field nor text
    parts: tuple[Part, ...] = ()  #: the account: whose every character is
    diagnostics: tuple[Diagnostic, ...] = ()  #: repairs and doubts
    source: Source = Source()  #: the container it came in

    @property
    def key(self) -> str | None:
        """``id``, or the container's id where the text has none: files and links use it."""
        return self.id or self.source.id

    @property
    def when(self) -> datetime | None:
        """``date`` as a point in time, in UTC."""
        return None if self.date is None else datetime.fromisoformat(self.date)

    @property
    def text(self) -> str:
        """The words of the body, block by block, with a blank line between."""
        return "\n\n".join(filter(None, (_own_text(block) for _, block in self.walk())))

    def __repr__(self) -> str:
        """What it is, in one line: the fields are many."""
        level = self.classification.level if self.classification else None
        about = ", ".join(filter(None, (self.key, self.date and self.date[:10], level)))
        counts = f"{len(self.body)} blocks, {len(self.diagnostics)} diagnostics"
        return f"<Cable {about or 'without id'}: {self.subject or 'no subject':.70} ({counts})>"

    def _repr_html_(self) -> str | None:
        """The page that notebooks show, where a format ``html`` is installed."""
        page: Callable[[Cable], str | None] = import_module(_NOTEBOOK).page
        return page(self)

    def to_dict(self) -> dict[str, Any]:
        """The tree as JSON types, by the names above, every one of them."""
        tree: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return tree

    @classmethod
    def from_dict(cls, tree: dict[str, Any]) -> Cable:
        """The inverse of ``to_dict``; names it does not know are passed over.

        Raises:
            cableconv.InvalidTreeError: a value is missing or has the wrong type.
        """
        from cableconv.errors import InvalidTreeError

        try:
            return msgspec.convert(tree, cls)
        except msgspec.ValidationError as error:
            raise InvalidTreeError(f"not a cable's tree: {error}") from error

    def replace(self, **changes: Any) -> Self:
        """As for any node; ``summary`` follows another ``body``, unless it is given as well."""
        changed = super().replace(**changes)
        if "summary" in changes or changes.get("body", self.body) == self.body:
            return changed
        return msgspec.structs.replace(changed, summary=summary_of(changed.body))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text of the tree with its path: fields, blocks, cells, repeated cables.

        Furniture, diagnostics and source are among them, as they may repeat what another text
        says; words of a closed set (levels, kinds) and codes, paths and hashes are not.
        """
        return tree_texts.texts(self)

    def map_texts(self, change: tree_texts.Change) -> Self:
        """A copy whose every text, as ``texts`` lists them, went through ``change``."""
        changed = tree_texts.map_fields(self, change)
        is_derived = self.summary == summary_of(self.body)
        return changed.replace(summary=summary_of(changed.body)) if is_derived else changed

    def walk(self) -> Iterator[tuple[str, AnyBlock]]:
        """Every block of the body with its path, in reading order, parents first."""
        return walk(self.body, "body")

    def map_blocks(self, change: Change) -> Cable:
        """A copy whose blocks went through ``change``, innermost first; ``None`` takes one out."""
        return self.replace(body=map_blocks(self.body, change))


_NOTEBOOK = "cableconv.notebook"
"""Knows plugins, and so stands above this module; loaded by notebooks only."""

Change = Callable[[AnyBlock], AnyBlock | None]
"""What becomes of a block; ``None`` takes it out."""


def walk(blocks: Iterable[AnyBlock], path: str) -> Iterator[tuple[str, AnyBlock]]:
    """Each block with its path (``body[2].blocks[0]``), parents before children."""
    for index, block in enumerate(blocks):
        here = f"{path}[{index}]"
        yield here, block
        if isinstance(block, Paragraph | Item | Quote):
            yield from walk(block.blocks, f"{here}.blocks")
        elif isinstance(block, EmbeddedCable):
            yield from walk(block.cable.body, f"{here}.cable.body")


def map_blocks(blocks: Iterable[AnyBlock], change: Change) -> tuple[AnyBlock, ...]:
    """The blocks after ``change``, innermost first; where it gives ``None`` the block goes."""
    changed = (change(_with_children(block, change)) for block in blocks)
    return tuple(block for block in changed if block is not None)


def _with_children(block: AnyBlock, change: Change) -> AnyBlock:
    if isinstance(block, Paragraph | Item | Quote) and block.blocks:
        return block.replace(blocks=map_blocks(block.blocks, change))
    if isinstance(block, EmbeddedCable):
        return block.replace(cable=block.cable.map_blocks(change))
    return block


def summary_of(blocks: Iterable[AnyBlock]) -> str | None:
    """The text of what is marked as summary, without the words that open and close it."""
    passages = (block for block in blocks if not isinstance(block, Heading))
    return roles.summary_of((block.role, _running_texts(block)) for block in passages)


def _running_texts(block: AnyBlock) -> Iterator[str]:
    """A block's texts and those of the blocks in it, without a repeated cable's."""
    if isinstance(block, EmbeddedCable):
        return
    if isinstance(block, Table):
        yield " ".join(block.text.split())
    else:
        yield _own_text(block)
    if isinstance(block, Paragraph | Item | Quote):
        for inner in block.blocks:
            yield from _running_texts(inner)


def _own_text(block: AnyBlock) -> str:
    """A block's text without those of the blocks in it: of what encloses others, its opening."""
    if isinstance(block, Quote | EmbeddedCable):
        return block.opening or ""
    return block.text
