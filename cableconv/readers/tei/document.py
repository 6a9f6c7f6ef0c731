"""A telegram as printed in *Foreign Relations*: the text is parsed, the markup gives the header.

The editors leave out the machine's heading.  What they encode instead (sender and addressee in
the head, place and date in the dateline, the telegram's number before its first paragraph)
becomes the fields; the source note, with classification and precedence, is a notice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import pairwise
from typing import Any, NamedTuple

from lxml import etree
from lxml.etree import _Element
from msgspec.structs import replace

from cableconv.cable import Cable, Source
from cableconv.diagnostics.heading import NO_CLASS_LINE, NO_DATE
from cableconv.diagnostics.telegram import NO_CABLE
from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.readers.tei.editors import Edition, edition_of
from cableconv.readers.tei.lines import Piece, pieces_of, words_of
from cableconv.readers.tei.names import NAMESPACES, XML_ID
from cableconv.readers.tei.own_header import fields_of, own_header
from cableconv.readers.transcription import Transcription
from cableconv.telegram import NOTICE, Telegram
from cableconv.vocabulary.archive_ids import is_cable_number

NUMBER = "telegram-number"
"""The kind of the number that the editors print before the first paragraph."""

SOURCE_NOTE = "source-note"
"""The kind of a note written by cableconv; an edition's is a notice."""

_TITLE = pattern(r"[\[(]?\d*[\])]?\.?\s*(?P<words>.*)")
_TELEGRAM = pattern(
    r"(?:(?!Memorand|Letter|Note\b|Minutes|Summary|Report|Editorial|Paper|Record|Message)"
    r"[\w-]+ ){0,3}(?:Tele|Air)grams?\b"
)
_NUMBER = pattern(r"(?P<number>\d{1,6})\.\s+(?=\S)")
_FIELDS = pattern(
    r"(?:(?<=[.;\])]\s)|\A)(?=(?:Subj(?:ect)?|Refs?|References?|Tags|TAGS|E\.O\.? ?\d{5})\s*:)"
)
_BEFORE_KEY = "d"
_PREFACE = 6
"""Paragraphs at the beginning that may hold fields."""


def is_telegram(document: _Element) -> bool:
    """Whether the head calls it a telegram or an airgram."""
    head = words_of(document.find("t:head", NAMESPACES))
    found = _TITLE.match(head.title() if head.isupper() else head)
    return found is not None and _TELEGRAM.match(found["words"]) is not None


def telegram_of(document: _Element, volume: str | None, content: Content) -> Telegram:
    """Return the telegram of such a document; its markup completes the tree."""
    header = own_header(document)
    pieces = list(_taken_apart(pieces_of(document)))
    if header is not None:  # the note repeats its fields
        pieces = [p._replace(kind=SOURCE_NOTE) if p.kind == NOTICE else p for p in pieces]
    number = next((piece.text.rstrip(".") for piece in pieces if piece.kind == NUMBER), None)
    edition = edition_of(document, number)
    named = document.get(XML_ID) or document.get("n")
    if header is not None and named:  # its name is that of the cable, after a letter
        named = named.removeprefix(_BEFORE_KEY)
        volume = None if is_cable_number(named) else volume
    source = Source(
        reader="tei",
        name=content.file,
        member=content.member,
        sha256=sha256(_bytes_of(document)).hexdigest(),
        encoding=content.stream_encoding,
        id="/".join(filter(None, (volume, named))) or None,
        date=edition.day,
        office=edition.sender,
        classification=edition.classification,
    )
    telegram = _transcribed(pieces).telegram_from(source, first_line=_first_line(pieces))
    note = next((piece.text for piece in pieces if piece.kind == SOURCE_NOTE), "")
    own = fields_of(header, note) if header is not None else {}
    return replace(telegram, complete=_Fields(edition, own))


def _bytes_of(document: _Element) -> bytes:
    """Return its canonical form, or, as relative namespaces have none, its plain one."""
    try:
        return etree.tostring(document, method="c14n", with_tail=False)
    except etree.C14NError:
        return etree.tostring(document, with_tail=False)


class _Fields(NamedTuple):
    """The fields from the markup: the edition's, or those that cableconv wrote."""

    edition: Edition
    own: Mapping[str, Any]

    def __call__(self, cable: Cable) -> Cable:
        return _with_fields(cable, self.edition).replace(**self.own)


def _taken_apart(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the lines, with the telegram's number and fields on separate lines."""
    seen = 0
    for piece in pieces:
        if piece.kind is not None or seen == _PREFACE:
            yield piece
            continue
        numbered = _NUMBER.match(piece.text) if not seen else None
        if numbered and _is_a_telegrams(numbered["number"], pieces):
            yield piece._replace(text=numbered[0].rstrip(), kind=NUMBER)
            piece = piece._replace(text=piece.text[numbered.end() :])
        seen += 1
        yield from _fields(piece)


def _is_a_telegrams(number: str, pieces: list[Piece]) -> bool:
    """Whether it is the telegram's: a paragraph's own would be 1, and no other has that."""
    ones = sum(piece.text.startswith("1. ") for piece in pieces if piece.kind is None)
    return number != "1" or ones > 1


def _fields(piece: Piece) -> Iterator[Piece]:
    cuts = [found.start() for found in _FIELDS.finditer(piece.text)]
    for start, end in pairwise(dict.fromkeys([0, *cuts, len(piece.text)])):
        yield piece._replace(text=piece.text[start:end].strip())


def _first_line(pieces: list[Piece]) -> int:
    return pieces[0].line if pieces else 1


def _transcribed(pieces: list[Piece]) -> Transcription:
    """Return the lines, separated by blank ones, each as if alone on its line of the file.

    A rule, which the edition left out, underlines the titles of sections.
    """
    first, page, starts, at, lines = _first_line(pieces), list[str](), list[int](), 0, 0
    for piece in pieces:
        down = max(piece.line - first - lines, 1 if at else 0)
        starts.append(at + down)
        page += ("\n" * down, piece.text)
        at, lines = at + down + len(piece.text), lines + down + piece.text.count("\n")
    transcription = Transcription("".join(page))
    for at, piece in zip(starts, pieces, strict=True):
        end = at + len(piece.text)
        if piece.kind:
            transcription.set_apart(piece.kind, (at, end))
        else:
            transcription.copy(at, end)
        rule = f"\n{'-' * len(piece.text)}" if piece.is_title and not piece.kind else ""
        transcription.write(f"{rule}\n\n", end)
    return transcription


def _with_fields(cable: Cable, edition: Edition) -> Cable:
    """Return the cable with the edition's fields.

    Its head says that it is a telegram, and no edition prints the class line.
    """
    answered = {NO_CABLE.name, NO_CLASS_LINE.name, *([NO_DATE.name] if edition.date else [])}
    return cable.replace(
        id=cable.id or edition.id,
        date=cable.date or edition.date,
        origin=cable.origin or edition.origin,
        to=cable.to or edition.to,
        number=cable.number or edition.number,
        subject=cable.subject and cable.subject.removesuffix("."),
        diagnostics=tuple(each for each in cable.diagnostics if each.code not in answered),
    )
