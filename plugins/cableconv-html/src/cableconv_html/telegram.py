"""A cable on a page: title, message data, text; a whole one, or one that another repeats."""

from __future__ import annotations

from cableconv import Cable

from cableconv_html.anchors import Anchors
from cableconv_html.body import Place, blocks, heading, marked
from cableconv_html.dates import dated
from cableconv_html.links import Links
from cableconv_html.markup import NOTHING, Markup, element, joined, some, text
from cableconv_html.message_data import message_data
from cableconv_html.references import References

_UNTITLED = "Cable without a subject"


def title(cable: Cable) -> str:
    """The subject, or else how archives cite it."""
    return cable.subject or cable.key or _UNTITLED


def telegram(cable: Cable, anchors: Anchors, links: Links, level: int) -> Markup:
    """A cable that another repeats, under a heading of that level."""
    references = References(cable.references, anchors, links)
    return element(
        "article",
        masthead(cable, level),
        message_data(cable, references, links),
        article(cable, Place(anchors, links, references, level)),
        class_="telegram",
    )


def masthead(cable: Cable, level: int = 1) -> Markup:
    """Number, subject, and a line that says from where and when."""
    number = joined(("Telegram", cable.key), " ") if cable.key else text("Telegram")
    subject = joined((marked(cable.subject_marking), title(cable)))
    lines = (
        element("p", number, class_="kicker"),
        heading(level, subject),
        some("p", _dateline(cable), class_="dateline"),
    )
    return element("header", joined(filter(None, lines), "\n"), class_="masthead")


def article(cable: Cable, place: Place) -> Markup:
    """The text and who signed it."""
    names = (element("p", name) for name in cable.signed_by)
    signature = some("div", joined(names, "\n"), class_="signature")
    return joined((blocks(cable.body, place), signature), "\n")


def _dateline(cable: Cable) -> Markup:
    sender = text(cable.origin.name or cable.origin.post or "") if cable.origin else NOTHING
    date = dated(cable.date) if cable.date else NOTHING
    return joined(filter(None, (sender, date)), " · ")
