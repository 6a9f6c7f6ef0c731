"""A cable as a self-contained page."""

from __future__ import annotations

from textwrap import shorten

from cableconv import Cable
from cableconv.rendering.message_data import designation

from cableconv_html.anchors import Anchors
from cableconv_html.arrangement import arranged
from cableconv_html.classification import banner, printed_banner
from cableconv_html.extras import Extras
from cableconv_html.footnotes import Footnotes
from cableconv_html.frame import Page, look, page
from cableconv_html.links import Links, OutwardLinks
from cableconv_html.markup import NOTHING, Markup, element, joined, some
from cableconv_html.references import References
from cableconv_html.telegram import Place, title

_DESCRIPTION = 300
"""Characters of the summary for search engines and previews."""


def encode(
    cable: Cable,
    *,
    layout: str = "office",
    link_base: str | None = None,
    tag_base: str | None = None,
    editorial: bool = True,
    notes: str = "none",
    furniture: bool = False,
    diagnostics: bool = False,
    provenance: bool = False,
) -> str:
    """Return the cable as a page with its style inside, in that layout.

    ``link_base`` and ``tag_base`` are addresses to which the id of a cited cable, or a tag, is
    appended.  ``editorial`` adds notes for every reader, source and citation; ``notes`` puts
    other doubts into the ``margin``.  ``furniture``, ``diagnostics`` and ``provenance`` add
    such sections at the end.
    """
    extras = Extras(editorial, notes, furniture, diagnostics, provenance, layout)
    written = cable_page(cable, OutwardLinks(link_base, tag_base), extras)
    return page(written)


def cable_page(cable: Cable, links: Links, extras: Extras) -> Page:
    """Return the page of a cable."""
    layout = extras.arrangement
    anchors = Anchors()
    references = References(cable.references, anchors, links)
    footnotes = Footnotes(anchors) if layout.footnotes else None
    place = Place(anchors, links, references, extras.remarks(cable), footnotes=footnotes)
    shown = arranged(cable, layout, place, extras.source(cable))
    return Page(
        title=_page_title(cable),
        description=shorten(cable.summary or "", _DESCRIPTION, placeholder=" …"),
        banner=banner(cable),
        header=shown.header,
        aside=some("aside", _folded(shown.data)),
        main=joined((shown.main, extras.of(cable))),
        closing=banner(cable, is_last=True),
        styles=(look("cable.css"), printed_banner(cable)),
    )


def _folded(data: Markup) -> Markup:
    """Return data that narrow screens fold, but wide ones and paper always show."""
    return element("details", element("summary", "Message data"), data) if data else NOTHING


def _page_title(cable: Cable) -> str:
    name = designation(cable)
    return f"{title(cable)} ({name})" if cable.subject and name else title(cable)
