"""Telegrams of 1973 to 1979 as published by the National Archives (RG 59, AAD).

A record is the telegram (``Message Text``) and the archive's metadata (``Message
Attributes``): number, dates, office, classification and some sixty more.  Four of them
go to ``Source``; the whole block stays in the text as furniture.  A release stamp at
each page's foot is a notice.  The bare telegram, with ``PAGE 01`` and the distribution at its
head, is read too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from cableconv.diagnostics.telegram import TEXT_LOST_IN_ARCHIVE
from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.telegram import NOTICE, Telegram
from cableconv.vocabulary.archive_ids import archive_id
from cableconv.vocabulary.dates_in_text import find_date

if TYPE_CHECKING:
    from cableconv.readers.transcription import Transcription

_BANNER = r"\s*+(?:[A-Z][A-Z /]{3,40}\n\s*+)?"
_OPENING = pattern(rf"{_BANNER}PAGE 01\b")
_HEADING = pattern("Message (?:Text|Attributes)")  # found faster than with the rest of its line
_OPENS_A_RECORD = pattern(rf"{_BANNER}Message (?:Text|Attributes)[ \t\r]*+$", re.MULTILINE)
_DISTRIBUTED = pattern(r"^[ \t]*+(?:ACTION|ORIGIN) +[A-Z/]+-\d\d", re.MULTILINE)
_TEXT = pattern(r"^[ \t]*Message Text[ \t\r]*$", re.MULTILINE)
_ATTRIBUTES = pattern(r"^[ \t]*Message Attributes[ \t\r]*$", re.MULTILINE)
_STAMP = pattern(
    r"^[ \t]*(?:[A-Z][A-Za-z.' -]{2,40}\s+)?Declassified/Released\s+US Department of State\s+"
    r"EO Systematic Review\s+\d{1,2} [A-Za-z]{3} \d{4}",
    re.MULTILINE,
)
_STATUS = pattern(r"^[ \t]*\*\*\* Current .*", re.MULTILINE)
_LOST = pattern(
    r"^.*(?:ERROR READING TEXT|EXPAND ERROR ENCOUNTERED"
    r"|TEXT (?:IS )?(?:UNRETRIEVABLE|NOT CONVERTED|GARBLED))",
    re.MULTILINE,
)

_TEXT_LOST = TEXT_LOST_IN_ARCHIVE.at()


class _Stretch(msgspec.Struct, frozen=True, order=True):
    """A part of the file that belongs to the archive, from ``start`` to ``end``."""

    start: int
    end: int
    kind: str


def sniff(content: Content) -> Sniff:
    """Return SURE for a first page with distribution, and for the archive's headings at the top.

    LIKELY if such a heading comes later.
    """
    head = content.head
    if _OPENING.match(head) and _DISTRIBUTED.search(head):
        return Sniff.SURE
    if not _HEADING.search(head):
        return Sniff.NO
    if _OPENS_A_RECORD.match(head):
        return Sniff.SURE
    return Sniff.LIKELY if _ATTRIBUTES.search(head) or _TEXT.search(head) else Sniff.NO


def read(content: Content) -> Iterator[Telegram]:
    """Yield the telegram of each record; nothing for a blank text."""
    text = content.text
    if not text.strip():
        return
    starts = [found.start() for found in _TEXT.finditer(text)]
    for start, end in pairwise([0, *starts[1:], len(text)]):
        yield _telegram(content, start, end)


def _telegram(content: Content, start: int, end: int) -> Telegram:
    from cableconv.readers.transcription import Transcription

    text = content.text
    transcription = Transcription(text)
    done = start
    for stretch in _of_the_archive(text, start, end):
        _copy(transcription, text, done, stretch.start)
        transcription.set_apart(stretch.kind, (stretch.start, stretch.end))
        done = stretch.end
    _copy(transcription, text, done, end)
    attributes = _ATTRIBUTES.search(text, start, end)
    said = _witnesses(text[attributes.end() : end]) if attributes else {}
    telegram = transcription.telegram(content, reader.name, **said)
    return replace(telegram, is_plain=attributes is None)


def _copy(transcription: Transcription, text: str, start: int, end: int) -> None:
    for lost in _LOST.finditer(text, start, end):
        transcription.copy(start, lost.start())
        transcription.report(_TEXT_LOST)
        start = lost.start()
    transcription.copy(start, end)


def _of_the_archive(text: str, start: int, end: int) -> list[_Stretch]:
    """Return the archive's own lines, in order."""
    heading = _TEXT.search(text, start, end)
    attributes = _ATTRIBUTES.search(text, start, end)
    first = heading.end() if heading else start
    last = attributes.start() if attributes else end
    found = [_Stretch(*stamp.span(), NOTICE) for stamp in _STAMP.finditer(text, first, last)]
    found += [_Stretch(*s.span(), "archive-status") for s in _STATUS.finditer(text, first, last)]
    if heading:
        found.append(_Stretch(start, first, "envelope"))
    if attributes:
        found.append(_Stretch(last, end, "message-attributes"))
    return sorted(found)


def _witnesses(attributes: str) -> dict[str, str | None]:
    """Return the attributes that ``Source`` keeps; the classification is the original one."""
    dates = (_attribute(attributes, f"{name} Date") for name in ("Draft", "Document", "Sent"))
    number = _attribute(attributes, "Document Number")
    return {
        "id": number and archive_id(number),
        "date": next((find_date(date.replace("-", " ")) for date in dates if date), None),
        "office": _attribute(attributes, "Office"),
        "classification": _attribute(attributes, "Original Classification"),
    }


def _attribute(attributes: str, name: str) -> str | None:
    found = re.search(rf"^[ \t]*{name}:[ \t]*(?P<value>.*?)[ \t\r]*$", attributes, re.MULTILINE)
    value = found["value"].strip("'") if found else ""
    return None if value.upper() in ("", "N/A", "NA") else value


reader = Reader(
    name="nara",
    sniff=sniff,
    read=read,
    help="Telegrams of 1973-79 with the National Archives' attributes.",
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
