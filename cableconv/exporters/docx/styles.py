"""The names of the template's styles, with their ids.

A document refers to the style of a paragraph, run or table; the template defines how
the style looks (``design``).
"""

from __future__ import annotations

from typing import NamedTuple

TITLE = "Title"
LONG_TITLE = "LongTitle"
TELEGRAM_NUMBER = "TelegramNumber"
MESSAGE_LABEL = "MessageLabel"
MESSAGE_VALUE = "MessageValue"
ADDRESSEE = "MessageAddressee"
ADDRESSEES = "MessageAddressees"
REFERENCE = "MessageReference"
OPENING = "TextOpening"
CLOSING = "TextClosing"
SIGNATURE = "Signature"
TABLE_HEADING = "TableHeading"
TABLE_TEXT = "TableText"
TABLE_FIGURE = "TableFigure"
TABLE_FIGURE_HEADING = "TableFigureHeading"
TABLE_SPACE = "TableSpace"
CONTENTS = "Contents"
OUTLINE = "Outline"
EDITORIAL_NOTE = "EditorialNote"
EDITORIAL_HEADING = "EditorialHeading"
EDITORIAL_SOURCE = "EditorialSource"
HEADLINE = "Headline"
DATELINE = "Dateline"
COMMENT = "annotationtext"
FOOTNOTE = "footnotetext"
BANNER = "Banner"
HEADER = "Header"
FOOTER = "Footer"

PORTION_MARKING = "PortionMarking"
HYPERLINK = "Hyperlink"
COMMENT_MARK = "annotationreference"
FOOTNOTE_MARK = "footnotereference"

MESSAGE_DATA = "MessageData"
TELEGRAM_TABLE = "TelegramTable"
BOX = "EmbeddedCable"

DEPTH = 3
"""The depth to which nested items have their own style; deeper ones use the last."""


class Voice(NamedTuple):
    """The styles of running text, one set for the cable's own words and one for quoted ones.

    ``texts`` are unnumbered paragraphs by level: at the margin, below a numbered paragraph,
    below an item, below an item's item; ``items`` are the items at those levels.
    """

    subject: str
    heading: str
    numbered: str
    texts: tuple[str, ...]
    items: tuple[str, ...]
    preformatted: str


def _levels(prefix: str) -> tuple[str, ...]:
    return tuple(f"{prefix}{level}" for level in range(1, DEPTH + 1))


ROLES = {
    "summary": ("Summary", "SummaryNumbered"),
    "comment": ("Comment", "CommentNumbered"),
    "action": ("ActionRequest", "ActionRequestNumbered"),
}
"""The styles of the cable's own paragraphs with a role, without and with a number."""

OWN = Voice(
    subject=TITLE,
    heading="Heading1",
    numbered="NumberedParagraph",
    texts=("BodyText", "ParagraphContinued", *_levels("ItemContinued")),
    items=_levels("Item"),
    preformatted="Preformatted",
)
QUOTED = Voice(
    subject="Heading1",
    heading="QuotationHeading",
    numbered="QuotationNumbered",
    texts=("Quotation", "QuotationContinued", *_levels("QuotationItemContinued")),
    items=_levels("QuotationItem"),
    preformatted="QuotationPreformatted",
)
