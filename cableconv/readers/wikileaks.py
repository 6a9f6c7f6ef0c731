"""The WikiLeaks page: header and body, each in a ``<pre>``, and a table of metadata.

In the text every pilcrow is an anchor (``<a id='par4' href='#par4'>¶</a>4.``), every TAG a
link, and every line break an entity (``&#x000A;``).  The table gives the cable's id, dates,
classification and office; this is metadata of the page, not the telegram, and goes to ``Source``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cableconv.diagnostics.container import PAGE_CUT_SHORT, PRE_NOT_CLOSED
from cableconv.errors import InputError
from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.telegram import Telegram

if TYPE_CHECKING:
    from cableconv.readers.page import Page, Pre
    from cableconv.readers.transcription import Transcription

_OF_THIS_FORM = pattern(r"<pre[\s>]|<title>\s*Cable Viewer|<th>\s*Reference ID", re.IGNORECASE)
_MARKUP = pattern(r"\s*+<[!?a-z]", re.IGNORECASE)

_LABELS = {
    "reference id": "id",
    "created": "date",
    "date": "date",  # the pages of 2010
    "classification": "classification",
    "origin": "office",
}
"""The page's labels for the fields of ``Source``."""

_CUT_SHORT = PAGE_CUT_SHORT.at()
_NOT_CLOSED = PRE_NOT_CLOSED.at()


def sniff(content: Content) -> Sniff:
    """Return SURE for markup with a ``<pre>``, which other texts may quote; else MAYBE for HTML."""
    if "<" not in content.head:
        return Sniff.NO
    if _OF_THIS_FORM.search(content.head):
        return Sniff.SURE if _MARKUP.match(content.head) else Sniff.LIKELY
    from cableconv.readers.markup import is_page

    return Sniff.MAYBE if is_page(content.head) else Sniff.NO


def read(content: Content) -> Iterator[Telegram]:
    """Yield the telegram of the page; nothing for a blank file.

    Raises:
        InputError: no ``<pre>`` of the page has a text, and the page shows no cable elsewhere.
    """
    html = content.text
    if not html.strip():
        return
    from cableconv.readers.page import page
    from cableconv.readers.records.texts import looks_like_a_cable
    from cableconv.readers.visible import shown_text

    found = page(html)
    texts = [pre for pre in found.pres if pre.is_filled(html)]
    if not texts and looks_like_a_cable(shown_text(html)):
        yield _telegram(_shown(html), content, found)
        return
    if not texts:
        where = content.name or "input"
        has = "has an empty <pre>" if found.pres else "has no <pre>"
        raise InputError(
            f"HTML that {has}, where the text of a cable stands, and shows none elsewhere",
            path=where,
            hint="check that it is a cable's page and whole.",
        )
    yield _telegram(_transcribed(html, texts, found.is_cut), content, found)


def _telegram(transcription: Transcription, content: Content, found: Page) -> Telegram:
    """Return the page's telegram; a page without a table on one cable may show several."""
    says = _says(found)
    telegram = transcription.telegram(content, reader.name, **says)
    return telegram if says else replace(telegram, is_plain=True)


def _transcribed(html: str, texts: list[Pre], is_cut: bool) -> Transcription:
    """Return the texts in order, with a blank line between header and body."""
    from cableconv.readers.transcription import Transcription

    transcription = Transcription(html)
    for index, pre in enumerate(texts):
        if index:
            transcription.write("\n\n", pre.start)
        if not (pre.is_closed or is_cut):
            transcription.report(_NOT_CLOSED)
        for start, end, meaning in pre.texts:
            if meaning is None:
                transcription.copy(start, end)
            else:
                transcription.write(meaning, start)
    if is_cut:
        transcription.report(_CUT_SHORT)
    return transcription


def _shown(html: str) -> Transcription:
    """Return the visible text of a page without ``<pre>``, including the site's own words."""
    from cableconv.readers.transcription import Transcription
    from cableconv.readers.visible import shown

    transcription = Transcription(html)
    for piece in shown(html):
        transcription.write(piece.text, piece.at)
    return transcription


def _says(found: Page) -> dict[str, str | None]:
    """Return the table's values by the fields of ``Source``; none if it lists several cables."""
    said = {(_label(label), cell.text): cell for label, cell in found.table}
    known = [(_LABELS[label], cell) for (label, _), cell in said.items() if label in _LABELS]
    cells = dict(known)
    if len(known) > len(cells) or any(_label(cell.text) in _LABELS for cell in cells.values()):
        return {}
    says: dict[str, str | None] = {
        field: cells[field].text or None for field in set(_LABELS.values()) if field in cells
    }
    if says.get("date"):
        says["date"] = re.sub(r"^(\d{4}-\d\d-\d\d) (?=\d\d:)", r"\1T", says["date"] or "")
    if "id" in cells:
        says["url"] = cells["id"].link
    return says


def _label(text: str) -> str:
    return text.lower().rstrip(":")


reader = Reader(
    name="wikileaks",
    sniff=sniff,
    read=read,
    help="The WikiLeaks page (HTML): header and body in a <pre> each.",
    endings=(".html", ".htm", ".xhtml"),
    aliases=("html",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
