"""From the records of a web archive to the contents that may be cables."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from cableconv.cable import Source
from cableconv.diagnostics.container import ARCHIVE_DAMAGED, DOCUMENTS_NOT_READ
from cableconv.errors import InputError, NoCableError
from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.readers.records.texts import looks_like_a_cable
from cableconv.readers.visible import shown_text
from cableconv.readers.warc.records import Page, records

_CUT = ARCHIVE_DAMAGED.at(what="its web archive ends in the middle of it")
_UNSAFE = pattern(r"[^\w.()~ -]+")
_LOOKED_AT = 512 * 1024
"""Bytes of a page that are searched for a cable."""


def pages(content: Content) -> Iterator[Content]:
    """Yield the pages with cables; errors as ``warc.read``."""
    where, last, others = content.name or "input", None, 0
    try:
        with content.stream() as stream:
            for page in records(stream):
                if page is None or not _shows_a_cable(page):
                    others += page is not None
                    continue
                if last:
                    yield last
                last = _content(content, page)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}.", path=where) from error
    if last is None:
        raise NoCableError(
            f"a web archive in which no page shows a cable ({others} pages)",
            path=where,
            hint="check that the crawl reached the cables.",
        )
    if others:
        last.findings.append(DOCUMENTS_NOT_READ.at(number=others))
    yield last


def _shows_a_cable(page: Page) -> bool:
    text = page.data[:_LOOKED_AT].decode("utf-8", "replace")
    return looks_like_a_cable(shown_text(text) if "</" in text else text)


def _content(content: Content, page: Page) -> Content:
    """Return the page as a member whose name is its address, as a path."""
    address = urlsplit(page.address)
    parts = [address.netloc, *unquote(address.path).split("/"), address.query]
    names = [name for part in parts if (name := _UNSAFE.sub("_", part).strip(". "))]
    inner = content.within(
        page.data, "/".join(names) or "page", Source(url=page.address or None), "a web archive"
    )
    if page.is_cut:
        inner.findings.append(_CUT)
    return inner
