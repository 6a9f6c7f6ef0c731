"""Every paragraph style as a table: its base style, and how it differs from that.

Text is set in Times New Roman, everything around it in Arial; offices have both, and
LibreOffice has equivalents.  Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

SERIF, SANS, FIXED = "Times New Roman", "Arial", "Courier New"
INK, GREY, LINK = "1F2A44", "5A6270", "1F4E9E"

STEP = 29.0
"""From the margin to a numbered paragraph's text, and from there to each item's."""

TEXT_RIGHT = 468.0
"""The right edge of the text: 6.5 inches."""


class Look(NamedTuple):
    """A paragraph style; ``None`` means as in the base style.

    ``left`` is the indent of the text, ``hanging`` how far its first line extends to the left;
    ``bar`` is the colour of a line to its left; ``outline`` is the level in Word's navigation
    pane; ``tabs`` are ``(position, side)``.
    """

    name: str
    based_on: str = "Normal"
    next: str | None = None
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    color: str | None = None
    spacing: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: str | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    outline: int | None = None
    bar: str | None = None
    tabs: tuple[tuple[float, str], ...] = ()


def looks() -> Iterator[Look]:
    """Yield all of them, each after its base style."""
    yield from _PAGE
    yield from _MESSAGE
    yield from _HEADINGS
    yield from _voice(_OWN)
    yield from _voice(_QUOTED)
    yield from _ROLES
    yield from _AROUND
    yield from _TABLE
    yield from _EDITORIAL


_PAGE = (
    Look("Header", font=SANS, size=8.5, color=GREY, tabs=((TEXT_RIGHT, "right"),)),
    Look("Footer", font=SANS, size=8.5, color=GREY, tabs=((TEXT_RIGHT, "right"),)),
    Look(
        "Banner", font=SANS, size=11, bold=True, spacing=1.5, align="center", before=4,
        color="000000",
    ),
)  # fmt: skip

_MESSAGE = (
    Look("Telegram Number", next="Title", before=6, after=3, font=SANS, size=9, color=GREY,
         spacing=0.6, keep_next=True),
    Look("Title", next="Body Text", font=SANS, size=16, bold=True, color=INK, after=10,
         keep_next=True, keep_lines=True),
    Look("Long Title", next="Body Text", font=SANS, size=12, bold=True, color=INK,
         after=10),
    Look("Headline", "Title", font=SERIF, size=14, color="000000"),
    Look("Dateline", italic=True, after=10, align="right"),
    Look("Message Label", font=SANS, size=8.5, bold=True, color=GREY, before=3, after=2),
    Look("Message Value", font=SANS, size=9.5, before=2, after=2),
    Look("Message Addressee", "Message Value", before=1, after=1, left=9, hanging=9),
    Look("Message Addressees", "Message Value", size=8.5, before=1, after=1),
    Look("Message Reference", "Message Value", before=1, after=1, left=18, hanging=18),
)  # fmt: skip

_ROLES = tuple(
    Look(f"{role}{kind}", text, bar=color)
    for role, color in (("Summary", "B59A3F"), ("Comment", "5E8A6C"), ("Action Request", "B0503F"))
    for kind, text in (("", "Body Text"), (" Numbered", "Numbered Paragraph"))
)

_HEADINGS = (
    Look("Heading 1", next="Body Text", font=SANS, size=12, bold=True, color=INK, before=15,
         after=4, keep_next=True, keep_lines=True, outline=0),
    Look("Heading 2", "Heading 1", next="Body Text", size=10.5, before=12, outline=1),
    Look("Quotation Heading", "Heading 2", next="Quotation", left=STEP),
)  # fmt: skip


class _Words(NamedTuple):
    """The differences between the styles of two voices: names, margins, size."""

    text: str
    continued: str
    numbered: str
    item: str
    fixed: str
    left: float
    right: float
    size: float


_OWN = _Words(
    "Body Text", "Paragraph Continued", "Numbered Paragraph", "Item", "Preformatted", 0, 0, 11.5
)
_QUOTED = _Words(
    "Quotation", "Quotation Continued", "Quotation Numbered", "Quotation Item",
    "Quotation Preformatted", STEP, STEP, 10.5,
)  # fmt: skip


def _voice(words: _Words) -> Iterator[Look]:
    left, text = words.left, words.text
    yield Look(text, size=words.size, before=4, after=5, line=1.08, left=left, right=words.right)
    yield Look(words.continued, text, left=left + STEP)
    yield Look(words.numbered, text, left=left + STEP, hanging=STEP)
    for level in (1, 2, 3):
        place = left + STEP * (level + 1)
        yield Look(f"{words.item} {level}", text, left=place, hanging=STEP)
        yield Look(f"{words.item} Continued {level}", text, left=place)
    yield Look(words.fixed, font=FIXED, size=9, before=6, after=6, left=STEP)


_AROUND = (
    Look("Text Opening", "Body Text", font=SANS, size=8.5, bold=True, color=GREY, before=10,
         left=STEP, keep_next=True),
    Look("Text Closing", "Text Opening", before=4, after=10, keep_next=False),
    Look("Signature", "Body Text", bold=True, before=22, left=STEP, keep_lines=True),
)  # fmt: skip

_TABLE = (
    Look("Table Text", font=SANS, size=8.5, before=1.5, after=1.5),
    Look("Table Figure", "Table Text", align="right"),
    Look("Table Heading", "Table Text", bold=True, keep_next=True),
    Look("Table Figure Heading", "Table Heading", align="right"),
    Look("Table Space", size=6, line=0.9),
)

_EDITORIAL = (
    Look("Contents", font=SANS, size=9.5, before=2, after=2, left=196, hanging=196,
         keep_lines=True),
    Look("Outline", "Contents", left=78, hanging=78),
    Look("Editorial Note", font=SANS, size=8.5, italic=True, color=GREY, before=4, after=5),
    Look("Editorial Heading", font=SANS, size=8.5, bold=True, color=GREY, before=22, after=2,
         keep_next=True),
    Look("Editorial Source", font=SANS, size=8.5, color=GREY, after=2, left=48, hanging=48,
         keep_lines=True),
    Look("annotation text", font=SANS, size=9),
    Look("footnote text", font=SANS, size=8.5, after=2),
)  # fmt: skip
