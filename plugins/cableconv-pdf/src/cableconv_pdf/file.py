"""Opens a PDF file: its pages as positioned characters, or a clear error."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from cableconv import InputError

from cableconv_pdf.characters import Character, characters

_NO_PDF = "not a PDF, though it was read as one"
_SIGNATURE = b"%PDF-"


def pages(data: bytes, name: str) -> Iterator[list[Character]]:
    """Yield the characters of each page, in order; ``name`` is for messages.

    Raises:
        InputError: the file is damaged or encrypted, or a page is a picture without text.
    """
    document = _opened(data, name)
    try:
        total = len(document)
        if not total:
            raise InputError("a PDF without pages", path=name, hint="get it again.")
        for index in range(total):
            yield _read(document, index, name)
    finally:
        document.close()


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    if _SIGNATURE not in data[:1024]:
        raise InputError(_NO_PDF, path=name, hint="leave out --from.")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                "an encrypted PDF, which asks for a password",
                path=name,
                hint="remove the password first: qpdf --decrypt --password=... IN OUT.",
            ) from error
        raise InputError(
            "looks like a PDF, but is damaged", path=name, hint="get it again, or try qpdf IN OUT."
        ) from error


def _read(document: pypdfium2.PdfDocument, index: int, name: str) -> list[Character]:
    try:
        page = document[index]
        found = list(characters(page))
        empty = not found and _has_picture(page)
        page.close()
    except pypdfium2.PdfiumError as error:
        raise InputError(
            f"page {index + 1} of this PDF is damaged", path=name, hint="get it again."
        ) from error
    if empty:
        raise InputError(
            f"page {index + 1} is a picture without a text layer",
            path=name,
            hint="run text recognition first: ocrmypdf IN OUT (--force-ocr where some pages have "
            "text).",
        )
    return found


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether anything is drawn, as a blank page is not a scan."""
    return next(iter(page.get_objects(max_depth=3)), None) is not None
