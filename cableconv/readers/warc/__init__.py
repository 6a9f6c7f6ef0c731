"""Web archives (WARC, ISO 28500): the pages of a crawl, of which each may show a cable.

Each page that looks like it is a content of its own, read by its own reader; its address goes
to ``Source``.  Requests, and pages without a cable (menus, pictures), are left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.input.content import Content
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff


def sniff(content: Content) -> Sniff:
    """Return SURE for the version that every record begins with."""
    return Sniff.SURE if content.opening.startswith(b"WARC/") else Sniff.NO


def read(content: Content) -> Iterator[Content]:
    """Yield each page with a cable; the last one has the diagnostics of the file.

    Raises:
        InputError: it cannot be read.
        NoCableError: no page shows a cable.
    """
    from cableconv.readers.warc.pages import pages

    return pages(content)


reader = Reader(
    name="warc",
    sniff=sniff,
    read=read,
    help="Web archives (WARC): the pages of a crawl.",
    endings=(".warc",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
