"""Cables in PDF files, printed or scanned with a text layer: a cableconv plugin."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.input.content import Content
from cableconv.plugins import Reader, Sniff, hookimpl
from cableconv.telegram import Telegram

_SIGNATURE = b"%PDF-"
_WITHIN = 1024
"""Bytes in which programs search for the signature (ISO 32000-1, Annex H)."""


def sniff(content: Content) -> Sniff:
    """Return SURE for a signature at the start; other bytes may precede it."""
    if content.is_text:
        return Sniff.NO
    if content.opening.startswith(_SIGNATURE):
        return Sniff.SURE
    return Sniff.MAYBE if _SIGNATURE in content.opening[:_WITHIN] else Sniff.NO


def read(content: Content) -> Iterator[Telegram]:
    """Yield each cable of the file.

    Raises:
        InputError: it is damaged or encrypted, or a page of it is a picture without text.
    """
    from cableconv_pdf.telegrams import telegrams

    yield from telegrams(content, reader.name)


reader = Reader(
    name="pdf",
    sniff=sniff,
    read=read,
    help="A PDF, printed from a program or scanned with a text layer.",
    endings=(".pdf",),
)


@hookimpl
def cableconv_readers() -> list[Reader]:
    return [reader]
