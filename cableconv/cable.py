"""The tree: what a diplomatic cable is once it has been read.

Every other part of the project speaks in the structs of this module: readers and
the parser make them, transforms change them, exporters write them down.  They are
frozen; ``replace`` gives a changed copy.  What the cable does not have is ``None``
or empty, never made up.

Offsets (``span``, ``Part.start``) count code points of the telegram's text, from 0,
the end excluded.  ``Diagnostic.line`` and ``column`` count from 1 in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, Self

import msgspec

Precedence = Literal["FLASH", "NIACT IMMEDIATE", "IMMEDIATE", "PRIORITY", "ROUTINE"]
"""How fast a message must travel, in words (5 FAH-2 H-421)."""

Level = Literal["UNCLASSIFIED", "LIMITED OFFICIAL USE", "CONFIDENTIAL", "SECRET", "TOP SECRET"]
"""A classification level as the executive orders and the Department name them."""

ReferenceKind = Literal[
    "cable", "message", "email", "telephone", "meeting", "memo",
    "report", "book", "fax", "web", "redacted", "other",
]  # fmt: skip
"""What a reference points at; ``message`` is a military message, known by its date-time group."""

BlockRole = Literal["summary", "comment", "action"]
Severity = Literal["error", "warning", "info"]


class Span(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """From the first to after the last character, as ``[start, end]``."""

    start: int
    end: int


class Node(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What every node of the tree has: its place in the telegram's text."""

    span: Span | None = None

    def replace(self, **changes: Any) -> Self:
        """A copy with other values for the named fields; TypeError for a field that isn't there."""
        return msgspec.structs.replace(self, **changes)


class PrecedencePair(Node, frozen=True, kw_only=True):
    """Format line 5: how fast it goes to the action and to the information addressees."""

    action: Precedence | None = None
    info: Precedence | None = None


class Origin(Node, frozen=True, kw_only=True):
    """Who sent it: routing indicator, name as on the FM line, post, country (ISO 3166 alpha-2)."""

    route: str | None = None
    name: str | None = None
    post: str | None = None
    country: str | None = None


class Addressee(Node, frozen=True, kw_only=True):
    """One action or information addressee (ACP 127 format lines 7 to 9).

    ``number`` is the message continuity number as printed; ``office`` stands between
    double slashes; ``exempted`` holds the names after XMT.
    """

    route: str | None = None
    name: str
    office: str | None = None
    precedence: Precedence | None = None
    number: str | None = None
    exempted: tuple[str, ...] = ()


class Transmission(Node, frozen=True, kw_only=True):
    """Format lines 1 to 5 of one section's header, as sent (ACP 127 para 142)."""

    identifier: str | None = None
    routing: tuple[str, ...] = ()
    serial: str | None = None
    section: str | None = None
    filed: str | None = None
    security: str | None = None
    signals: tuple[str, ...] = ()
    remarks: str | None = None
    dtg: str | None = None


class Classification(Node, frozen=True, kw_only=True):
    """Level and caveats of the class line; ``text`` as printed."""

    level: Level | None = None
    caveats: tuple[str, ...] = ()
    text: str


class Number(Node, frozen=True, kw_only=True):
    """Station and serial as the class line prints them."""

    station: str
    serial: str
    text: str


class Section(Node, frozen=True, kw_only=True):
    """``SECTION 01 OF 03``."""

    number: int
    total: int


class ExecutiveOrder(Node, frozen=True, kw_only=True):
    """The E.O. line: ``order`` is the number, ``declassify_on`` an ISO date."""

    order: str | None = None
    text: str | None = None
    declassify_on: str | None = None
    declassify_event: str | None = None
    exemption: str | None = None


class Reference(Node, frozen=True, kw_only=True):
    """One entry of the REF field; ``id`` only for cables, in the form of ``Cable.id``."""

    label: str | None = None
    kind: ReferenceKind
    text: str
    id: str | None = None
    notes: tuple[str, ...] = ()


class Person(Node, frozen=True, kw_only=True):
    """Somebody named by a field, apart from the title or office."""

    name: str
    title: str | None = None


class ClassifiedBy(Node, frozen=True, kw_only=True):
    """Who classified it and why; ``reasons`` as ``1.4(b)`` (E.O. 12958 and 13526)."""

    text: str
    people: tuple[Person, ...] = ()
    reasons: tuple[str, ...] = ()


class Block(Node, frozen=True, kw_only=True, tag_field="type"):
    """A piece of the body.  ``role`` says what it is for, where the cable says so."""

    role: BlockRole | None = None

    @property
    def type(self) -> str:
        """The block's kind by the name that ``to_dict`` gives it."""
        return str(self.__struct_config__.tag)


class Heading(Block, frozen=True, kw_only=True, tag="heading"):
    """A line that names what follows, without its rules."""

    text: str
    marking: str | None = None


class Paragraph(Block, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph; ``number`` as the cable counts, ``marking`` what stands in the brackets."""

    number: int | None = None
    marking: str | None = None
    text: str = ""
    blocks: tuple[AnyBlock, ...] = ()


class Item(Block, frozen=True, kw_only=True, tag="item"):
    """A sub-item; ``label`` as printed (``--``, ``A.``, ``(1)``)."""

    label: str
    marking: str | None = None
    text: str = ""
    blocks: tuple[AnyBlock, ...] = ()


class Table(Block, frozen=True, kw_only=True, tag="table"):
    """Columns; ``rows`` of cells, ``text`` as printed with its line breaks."""

    rows: tuple[tuple[str, ...], ...]
    text: str


class Preformatted(Block, frozen=True, kw_only=True, tag="preformatted"):
    """Lines whose breaks carry meaning, as printed."""

    text: str


class Quote(Block, frozen=True, kw_only=True, tag="quote"):
    """BEGIN TEXT ... END TEXT; ``opening`` and ``closing`` as printed."""

    opening: str | None = None
    blocks: tuple[AnyBlock, ...] = ()
    closing: str | None = None


class EmbeddedCable(Block, frozen=True, kw_only=True, tag="cable"):
    """A whole cable repeated inside another."""

    opening: str | None = None
    cable: Cable
    closing: str | None = None


AnyBlock = Heading | Paragraph | Item | Table | Preformatted | Quote | EmbeddedCable


class Furniture(Node, frozen=True, kw_only=True):
    """What is neither field nor text: page mark, repeated header, envelope, end mark."""

    kind: str
    text: str


class Part(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One stretch of the telegram's text and the node it belongs to.

    ``role`` is ``field``, ``block`` or ``furniture``; ``path`` leads to the node in
    ``to_dict()``, as in ``body[2].blocks[0]``.
    """

    start: int
    end: int
    role: Literal["field", "block", "furniture"]
    path: str


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A repair or a doubt; ``code`` is stable, ``path`` names the field or block meant."""

    code: str
    severity: Severity
    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    hint: str | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The container the telegram came in, and what it says itself (a witness, never a field)."""

    reader: str | None = None
    name: str | None = None
    member: str | None = None
    row: int | None = None
    sha256: str | None = None
    encoding: str | None = None
    id: str | None = None
    date: str | None = None
    office: str | None = None
    classification: str | None = None
    url: str | None = None


class Cable(Node, frozen=True, kw_only=True):
    """A diplomatic cable.

    ``id`` is the message reference number as archives cite it (``07ASTANA48``): two-digit
    year, station without blanks, number without leading zeros.  ``date`` is the date-time
    group in ISO 8601, UTC.  ``summary`` is derived from the body; ``parts`` covers every
    non-blank character of the telegram's text, in order, without overlap.
    """

    id: str | None = None
    date: str | None = None
    precedence: PrecedencePair = PrecedencePair()
    origin: Origin | None = None
    to: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    transmissions: tuple[Transmission, ...] = ()
    classification: Classification | None = None
    number: Number | None = None
    section: Section | None = None
    captions: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    distribution: str | None = None
    drafted_by: str | None = None
    approved_by: str | None = None
    cleared_by: str | None = None
    executive_order: ExecutiveOrder | None = None
    tags: tuple[str, ...] = ()
    subject: str | None = None
    subject_marking: str | None = None
    references: tuple[Reference, ...] = ()
    classified_by: ClassifiedBy | None = None
    body: tuple[AnyBlock, ...] = ()
    summary: str | None = None
    signed_by: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    parts: tuple[Part, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    source: Source = Source()

    @property
    def key(self) -> str | None:
        """``id``, or the container's id where the text has none: files and links use it."""
        return self.id or self.source.id

    def to_dict(self) -> dict[str, Any]:
        """The tree as JSON types, by the names above, every one of them."""
        tree: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return tree

    @classmethod
    def from_dict(cls, tree: dict[str, Any]) -> Cable:
        """The way back from ``to_dict``; names it does not know are passed over.

        Raises:
            cableconv.InvalidTree: a value is missing or has the wrong type.
        """
        from cableconv.errors import InvalidTree

        try:
            return msgspec.convert(tree, cls)
        except msgspec.ValidationError as error:
            raise InvalidTree(f"not a cable's tree: {error}") from error

    def walk(self) -> Iterator[tuple[str, AnyBlock]]:
        """Every block of the body with its path, in reading order, parents first."""
        from cableconv.walking import walk

        return walk(self.body, "body")

    def map_blocks(self, change: Callable[[AnyBlock], AnyBlock | None]) -> Cable:
        """A copy whose blocks went through ``change``, innermost first; ``None`` takes one out."""
        from cableconv.walking import map_blocks

        return self.replace(body=map_blocks(self.body, change))
