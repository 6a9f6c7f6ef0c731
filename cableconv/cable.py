"""The tree that represents a diplomatic cable.

All other parts of the project use the structs of this module: readers and the parser create
them, transforms change them, exporters write them.  They are frozen; ``replace`` returns a
changed copy.  A value that the cable lacks is ``None`` or empty; none is made up.

Offsets (``span``, ``Part.start``) count code points of the telegram's text from 0; the end is
exclusive.  The comments after ``#:`` describe the fields, here and in the schemas.
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

Precedence = Literal["FLASH", "NIACT IMMEDIATE", "IMMEDIATE", "PRIORITY", "ROUTINE"]
"""How fast a message must travel, in words (5 FAH-2 H-421)."""

Level = Literal["UNCLASSIFIED", "LIMITED OFFICIAL USE", "CONFIDENTIAL", "SECRET", "TOP SECRET"]
"""A classification level as the executive orders and the Department name them."""

ReferenceKind = Literal[
    "cable", "message", "email", "telephone", "meeting", "memo",
    "report", "book", "fax", "web", "redacted", "other",
]  # fmt: skip
"""The kinds of reference targets; ``message`` is a military message, cited by its DTG."""

Severity = Literal["error", "warning", "info"]


class Span(Documented, frozen=True, array_like=True, gc=False):
    """A range of offsets, written as ``[start, end]``; the end is exclusive."""

    start: int  #: offset of the first character
    end: int  #: offset after the last character


class Node(Documented, frozen=True, kw_only=True, gc=False):
    """The base of every node of the tree, with its position in the telegram's text."""

    span: Span | None = None  #: position in the telegram's text

    def replace(self, **changes: Any) -> Self:
        """Return a copy with other values for the named fields.

        Raises:
            TypeError: a field does not exist, or a value has the wrong type.
        """
        from cableconv.tree_types import check_changes  # the parser does not need it

        check_changes(type(self), changes)
        return msgspec.structs.replace(self, **changes)


class PrecedencePair(Node, frozen=True, kw_only=True):
    """The precedences for action and information addressees (format line 5)."""

    action: Precedence | None = None  #: precedence for the action addressees
    info: Precedence | None = None  #: precedence for the information addressees


class Origin(Node, frozen=True, kw_only=True):
    """The sender of a cable (ACP 127 format line 6)."""

    route: str | None = None  #: routing indicator, such as RUEHRK
    name: str | None = None  #: name as printed on the FM line
    post: str | None = None  #: name of the post, without its type
    country: str | None = None  #: country of the post, ISO 3166-1 alpha-2


class Addressee(Node, frozen=True, kw_only=True):
    """One action or information addressee (ACP 127 format lines 7 to 9)."""

    route: str | None = None  #: routing indicator, such as RUEHC
    name: str  #: name as printed
    office: str | None = None  #: office between double slashes
    precedence: Precedence | None = None  #: precedence for it, as printed after the name
    number: str | None = None  #: message continuity number, as printed
    exempted: tuple[str, ...] = ()  #: names after XMT: members that do not get the cable


class Transmission(Node, frozen=True, kw_only=True):
    """Format lines 1 to 5 of one section's header, as sent (ACP 127 para 142)."""

    identifier: str | None = None  #: channel and message number (format line 1)
    routing: tuple[str, ...] = ()  #: indicators to deliver to (line 2)
    serial: str | None = None  #: station serial number (line 3)
    section: str | None = None  #: section number in line 3, as sent
    filed: str | None = None  #: day and time of filing (line 3)
    security: str | None = None  #: line with the security prosign, such as ZNY CCCCC (line 4)
    signals: tuple[str, ...] = ()  #: operating and end signals (lines 4 and 5)
    remarks: str | None = None  #: remarks in brackets after the signals (line 4)
    dtg: str | None = None  #: date-time group, as sent (line 5)


class Classification(Node, frozen=True, kw_only=True):
    """Level and caveats of the class line."""

    level: Level | None = None  #: level in words; None if the line names no known level
    caveats: tuple[str, ...] = ()  #: further restrictions, such as NOFORN
    text: str  #: the line as printed


class Number(Node, frozen=True, kw_only=True):
    """The station and serial on the class line."""

    station: str  #: name of the station
    serial: str  #: serial of the message, with leading zeros
    text: str  #: station and serial as printed


class Section(Node, frozen=True, kw_only=True):
    """``SECTION 01 OF 03``."""

    number: int  #: number of this section, from 1
    total: int  #: total number of sections


class ExecutiveOrder(Node, frozen=True, kw_only=True):
    """The E.O. line: the executive order under which the cable is classified, and until when."""

    order: str | None = None  #: number of the order, such as 12958
    text: str | None = None  #: text after the label, as printed
    declassify_on: str | None = None  #: date of declassification, ISO 8601
    declassify_event: str | None = None  #: event that declassifies the cable
    exemption: str | None = None  #: exemption claimed, such as X1 or 25X1


class Reference(Node, frozen=True, kw_only=True):
    """One entry of the REF field."""

    label: str | None = None  #: letter or number by which it is cited
    kind: ReferenceKind  #: kind of target
    text: str  #: entry as printed
    id: str | None = None  #: id of a cable, in the form of the cable's own id
    notes: tuple[str, ...] = ()  #: remarks after the entry, such as NOTAL


class Person(Node, frozen=True, kw_only=True):
    """A person named in a field, with title or office kept apart."""

    name: str  #: name as printed
    title: str | None = None  #: title or office, as printed


class ClassifiedBy(Node, frozen=True, kw_only=True):
    """The classifier and the reasons (E.O. 12958 and 13526)."""

    text: str  #: whole field, as printed
    people: tuple[Person, ...] = ()  #: people named in the field
    reasons: tuple[str, ...] = ()  #: paragraphs of the order, such as 1.4(b)


class Block(Node, frozen=True, kw_only=True, tag_field="type"):
    """A block of the body."""

    type: ClassVar[str]  # the block's type, as ``to_dict`` names it
    role: BlockRole | None = None  #: purpose, if the cable states it


class Heading(Block, frozen=True, kw_only=True, tag="heading"):
    """A heading."""

    type: ClassVar[Literal["heading"]] = "heading"
    text: str  #: words of the heading, without rules
    marking: str | None = None  #: portion marking, without brackets


class Paragraph(Block, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph of running text, numbered or not."""

    type: ClassVar[Literal["paragraph"]] = "paragraph"
    number: int | None = None  #: number of the paragraph; None if it continues the one before
    marking: str | None = None  #: portion marking, without brackets
    text: str = ""  #: running text, wrapped lines joined
    blocks: tuple[AnyBlock, ...] = ()  #: blocks that belong to the paragraph, in order


class Item(Block, frozen=True, kw_only=True, tag="item"):
    """A sub-item with any kind of label (``--``, ``A.``, ``(1)``)."""

    type: ClassVar[Literal["item"]] = "item"
    label: str  #: label as printed
    marking: str | None = None  #: portion marking, without brackets
    text: str = ""  #: running text, wrapped lines joined
    blocks: tuple[AnyBlock, ...] = ()  #: blocks that belong to the item, in order


class Table(Block, frozen=True, kw_only=True, tag="table"):
    """A table in columns."""

    type: ClassVar[Literal["table"]] = "table"
    rows: tuple[tuple[str, ...], ...]  #: cells, row by row
    text: str  #: table as printed, with its line breaks


class Preformatted(Block, frozen=True, kw_only=True, tag="preformatted"):
    """Lines whose breaks are significant."""

    type: ClassVar[Literal["preformatted"]] = "preformatted"
    text: str  #: lines as printed, with their breaks


class Quote(Block, frozen=True, kw_only=True, tag="quote"):
    """A quoted text between BEGIN TEXT and END TEXT."""

    type: ClassVar[Literal["quote"]] = "quote"
    opening: str | None = None  #: opening line, as printed
    blocks: tuple[AnyBlock, ...] = ()  #: blocks of the quoted text
    closing: str | None = None  #: closing line, as printed


class EmbeddedCable(Block, frozen=True, kw_only=True, tag="cable"):
    """A whole cable repeated inside another."""

    type: ClassVar[Literal["cable"]] = "cable"
    opening: str | None = None  #: opening line, as printed
    cable: Cable  #: the embedded cable
    closing: str | None = None  #: closing line, as printed


AnyBlock = Heading | Paragraph | Item | Table | Preformatted | Quote | EmbeddedCable


class Furniture(Node, frozen=True, kw_only=True):
    """Text that is neither a field nor body: page mark, repeated header, envelope, end mark."""

    kind: str  #: kind, such as page-mark, repeated-header or end-mark
    text: str  #: text as printed
    page: int | None = None  #: page of the container that it is on, from 1


class Part(Documented, frozen=True, kw_only=True, gc=False):
    """A range of the telegram's text and the node that owns it, by its path in ``to_dict``."""

    start: int  #: offset of the first character
    end: int  #: offset after the last character
    role: Literal["field", "block", "furniture"]  #: kind of node
    path: Token  #: path of the node, such as body[2].blocks[0]


class Diagnostic(Documented, frozen=True, kw_only=True, gc=False):
    """A reported repair or doubt."""

    code: Token  #: stable name, listed in docs/diagnostics.md
    severity: Severity  #: error, warning (doubt) or info (repair)
    message: str  #: finding, in a sentence
    path: Token | None = None  #: path of the field or block concerned
    line: int | None = None  #: line in the file, from 1
    column: int | None = None  #: column in the file, from 1
    hint: str | None = None  #: what to do about it


class Source(Documented, frozen=True, kw_only=True, gc=False):
    """The telegram's container and its own metadata (compared with the text, never a field)."""

    reader: Token | None = None  #: name of the reader
    name: str | None = None  #: name of the file, with its folders below the one read
    member: str | None = None  #: name of the file inside an archive
    row: int | None = None  #: row of a dump, from 1
    sha256: Token | None = None  #: hash of the bytes read, hexadecimal
    encoding: Token | None = None  #: encoding by which they were decoded
    id: str | None = None  #: the container's own id of the cable
    date: str | None = None  #: the container's date
    office: str | None = None  #: sender, as the container names it
    classification: str | None = None  #: classification, as the container names it
    url: str | None = None  #: web address of the cable, according to the container


class Cable(Node, frozen=True, kw_only=True):
    """A diplomatic cable.

    ``id`` is the message reference number as archives cite it: two-digit year, station
    without spaces, number without leading zeros.  ``parts`` covers every non-blank character
    of the telegram's text, in order, without overlap.
    """

    id: str | None = None  #: message reference number, such as 07ASTANA48
    date: str | None = None  #: date-time group in ISO 8601, UTC
    precedence: PrecedencePair = PrecedencePair()  #: precedences of the message
    origin: Origin | None = None  #: sender of the message
    to: tuple[Addressee, ...] = ()  #: action addressees
    info: tuple[Addressee, ...] = ()  #: information addressees
    transmissions: tuple[Transmission, ...] = ()  #: transmission lines, header by header
    classification: Classification | None = None  #: level and caveats of the class line
    number: Number | None = None  #: station and serial as printed
    section: Section | None = None  #: section of a long message
    captions: tuple[str, ...] = ()  #: captions such as SIPDIS, each once
    passing: tuple[str, ...] = ()  #: passing and attention lines
    notices: tuple[str, ...] = ()  #: corrected copy, partial extract, release stamps
    distribution: str | None = None  #: the Department's distribution block
    drafted_by: str | None = None  #: the Department's drafting lines, as printed
    approved_by: str | None = None  #: approving officer, as printed
    cleared_by: str | None = None  #: clearing officers, as printed
    executive_order: ExecutiveOrder | None = None  #: the E.O. line
    tags: tuple[str, ...] = ()  #: upper case; persons as SURNAME, GIVEN; markings as (S)
    subject: str | None = None  #: subject on one line, without its marking
    subject_marking: str | None = None  #: portion marking of the subject
    references: tuple[Reference, ...] = ()  #: entries of the REF field
    classified_by: ClassifiedBy | None = None  #: classifier and reasons
    body: tuple[AnyBlock, ...] = ()  #: text, block by block
    summary: str | None = None  #: derived: text of the blocks marked as summary
    signed_by: tuple[str, ...] = ()  #: names in the signature, as printed
    furniture: tuple[Furniture, ...] = ()  #: text that is neither field nor body
    parts: tuple[Part, ...] = ()  #: ranges that account for every non-blank character
    diagnostics: tuple[Diagnostic, ...] = ()  #: repairs and doubts
    source: Source = Source()  #: container of the telegram

    @property
    def key(self) -> str | None:
        """``id``, or the container's id if the text has none; used for file names and links."""
        return self.id or self.source.id

    @property
    def when(self) -> datetime | None:
        """``date`` as a datetime in UTC."""
        return None if self.date is None else datetime.fromisoformat(self.date)

    @property
    def text(self) -> str:
        """The text of the body, block by block, separated by blank lines."""
        return "\n\n".join(filter(None, (_own_text(block) for _, block in self.walk())))

    def __repr__(self) -> str:
        """Describe the cable in one line, as it has many fields."""
        level = self.classification.level if self.classification else None
        about = ", ".join(filter(None, (self.key, self.date and self.date[:10], level)))
        counts = f"{_count(self.body, 'block')}, {_count(self.diagnostics, 'diagnostic')}"
        return f"<Cable {about or 'without id'}: {self.subject or 'no subject':.70} ({counts})>"

    def _repr_html_(self) -> str | None:
        """Return the page that notebooks display, if a format ``html`` is installed."""
        page: Callable[[Cable], str | None] = import_module(_NOTEBOOK).page
        return page(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the tree as JSON types, with every field by its name."""
        tree: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return tree

    @classmethod
    def from_dict(cls, tree: dict[str, Any]) -> Cable:
        """Build a cable from the result of ``to_dict``, ignoring unknown names.

        Raises:
            cableconv.InvalidTreeError: a value is missing or has the wrong type.
        """
        from cableconv.errors import InvalidTreeError

        try:
            return msgspec.convert(tree, cls)
        except msgspec.ValidationError as error:
            raise InvalidTreeError(f"not a cable's tree: {error}") from error

    def replace(self, **changes: Any) -> Self:
        """Return a changed copy; ``summary`` follows a new ``body``, unless it is given too."""
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
        """Return a copy with ``change`` applied to every text listed by ``texts``."""
        changed = tree_texts.map_fields(self, change)
        is_derived = self.summary == summary_of(self.body)
        return changed.replace(summary=summary_of(changed.body)) if is_derived else changed

    def walk(self) -> Iterator[tuple[str, AnyBlock]]:
        """Yield every block of the body with its path, in reading order, parents first."""
        return walk(self.body, "body")

    def map_blocks(self, change: Change) -> Cable:
        """Return a copy with ``change`` applied to its blocks; ``None`` removes a block."""
        return self.replace(body=map_blocks(self.body, change))


_NOTEBOOK = "cableconv.notebook"
"""Imports plugins, so it belongs above this module; only notebooks load it."""

Change = Callable[[AnyBlock], AnyBlock | None]
"""Returns the changed block, or ``None`` to remove it."""


def walk(blocks: Iterable[AnyBlock], path: str) -> Iterator[tuple[str, AnyBlock]]:
    """Yield each block with its path (``body[2].blocks[0]``), parents before children."""
    for index, block in enumerate(blocks):
        here = f"{path}[{index}]"
        yield here, block
        if isinstance(block, Paragraph | Item | Quote):
            yield from walk(block.blocks, f"{here}.blocks")
        elif isinstance(block, EmbeddedCable):
            yield from walk(block.cable.body, f"{here}.cable.body")


def map_blocks(blocks: Iterable[AnyBlock], change: Change) -> tuple[AnyBlock, ...]:
    """Apply ``change`` to the blocks, innermost first; ``None`` removes a block."""
    changed = (change(_with_children(block, change)) for block in blocks)
    return tuple(block for block in changed if block is not None)


def _with_children(block: AnyBlock, change: Change) -> AnyBlock:
    if isinstance(block, Paragraph | Item | Quote) and block.blocks:
        return block.replace(blocks=map_blocks(block.blocks, change))
    if isinstance(block, EmbeddedCable):
        return block.replace(cable=block.cable.map_blocks(change))
    return block


def summary_of(blocks: Iterable[AnyBlock]) -> str | None:
    """Return the text marked as summary, without the words that open and close it."""
    passages = (block for block in blocks if not isinstance(block, Heading))
    return roles.summary_of((block.role, _running_texts(block)) for block in passages)


def _running_texts(block: AnyBlock) -> Iterator[str]:
    """Yield the texts of a block and of the blocks in it, except those of an embedded cable."""
    if isinstance(block, EmbeddedCable):
        return
    if isinstance(block, Table):
        yield " ".join(block.text.split())
    else:
        yield _own_text(block)
    if isinstance(block, Paragraph | Item | Quote):
        for inner in block.blocks:
            yield from _running_texts(inner)


def _count(things: tuple[object, ...], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _own_text(block: AnyBlock) -> str:
    """Return a block's text without that of nested blocks; for a container block, its opening."""
    if isinstance(block, Quote | EmbeddedCable):
        return block.opening or ""
    return block.text
