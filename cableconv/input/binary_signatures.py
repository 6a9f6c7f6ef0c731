"""Recognition of binary content by its first bytes, with advice."""

from __future__ import annotations

import msgspec

_NUL_WINDOW = 8192
"""NULs among this many first bytes mean binary; a later one is damage in a text."""

_SCARS = 100
"""A single NUL is damage in a text too, and so is one in this many bytes of pure text."""

_NOT_TEXT = bytes({*range(0x20)} - {*b"\0\t\n\v\f\r\x1a\x1b"})


class Binary(msgspec.Struct, frozen=True):
    """A kind of binary content, with advice on how to get text from it."""

    kind: str
    advice: str


_ARCHIVE = "unpack it first"
_PICTURE = "run text recognition on it first"
_OFFICE = "save it as plain text first"
_ROWS = "write its rows as JSON or CSV first"
_PYTHON = "write them as JSON first (json.dump)"

_SIGNATURES = {
    b"PK\x03\x04": Binary("a zip archive or an Office document (.docx, .odt)", "take its text out"),
    b"PK\x05\x06": Binary("an empty zip archive", "give the telegrams themselves"),
    b"%PDF-": Binary("a PDF", "install cableconv-pdf, which reads it"),
    b"\xd0\xcf\x11\xe0": Binary("an old Office document (.doc)", _OFFICE),
    b"{\\rtf": Binary("a Rich Text document", _OFFICE),
    b"\x1f\x8b": Binary("a gzip archive", _ARCHIVE),
    b"BZh": Binary("a bzip2 archive", _ARCHIVE),
    b"\xfd7zXZ\x00": Binary("an xz archive", _ARCHIVE),
    b"7z\xbc\xaf\x27\x1c": Binary("a 7-Zip archive", _ARCHIVE),
    b"Rar!": Binary("a RAR archive", _ARCHIVE),
    b"\x89PNG": Binary("a picture (PNG)", _PICTURE),
    b"\xff\xd8\xff": Binary("a picture (JPEG)", _PICTURE),
    b"GIF8": Binary("a picture (GIF)", _PICTURE),
    b"II*\x00": Binary("a picture (TIFF)", _PICTURE),
    b"MM\x00*": Binary("a picture (TIFF)", _PICTURE),
    b"PAR1": Binary("a Parquet file", _ROWS),
    b"ARROW1": Binary("an Arrow or Feather file", _ROWS),
    b"Obj\x01": Binary("an Avro file", _ROWS),
    b"\x89HDF": Binary("an HDF5 file", _ROWS),
    b"SEQ\x06": Binary(
        "a sequence file of Hadoop", "write it as text first (hadoop fs -text FILE)"
    ),
    b"\x80\x04\x95": Binary("objects of Python (pickle)", _PYTHON),
    b"\x80\x05\x95": Binary("objects of Python (pickle)", _PYTHON),
    b"bplist00": Binary(
        "a property list, or a web archive of Safari", "save the page as its source (HTML) first"
    ),
    b"(\xb5/\xfd": Binary("a Zstandard archive", _ARCHIVE),
    b"\x00\x01\x00\x00Standard": Binary("an Access database", "write its tables as CSV first"),
    b"SQLite format 3\x00": Binary(
        "an SQLite database",
        "write its tables as SQL first (sqlite3 FILE .dump > FILE.sql), and give that",
    ),
}

_SIGNED = tuple(_SIGNATURES)
_SPREADSHEET = "save its table as CSV in UTF-8 and give that"
_ZIPPED = {
    b"xl/": Binary("an Excel workbook", _SPREADSHEET),
    b"opendocument.spreadsheet": Binary("an OpenDocument spreadsheet", _SPREADSHEET),
    b"opendocument.text": Binary("an OpenDocument text (LibreOffice)", _OFFICE),
    b"application/epub": Binary("an e-book (EPUB)", "unzip it, and give the folder of its pages"),
    b"ppt/": Binary("a PowerPoint presentation", _OFFICE),
}
"""The kind of document in a zip archive, by names near its beginning."""


def signed_binary(data: bytes) -> Binary | None:
    """Return the binary format whose signature ``data`` has, or None."""
    if not data.startswith(_SIGNED):
        return None
    if data.startswith(b"PK\x03\x04"):
        window = data[:_NUL_WINDOW]
        inside = next((kind for name, kind in _ZIPPED.items() if name in window), None)
        if inside:
            return inside
    return next(kind for mark, kind in _SIGNATURES.items() if data.startswith(mark))


def unsigned_binary(data: bytes) -> Binary | None:
    """Return the kind of data with NUL bytes, which no telegram in an 8-bit encoding has."""
    window = data[:_NUL_WINDOW]
    if b"\0" not in window or _is_scarred_text(window):
        return None
    for encoding, letters, zeros in (
        ("utf-16-le", window[::2], window[1::2]),
        ("utf-16-be", window[1::2], window[::2]),
    ):
        # Latin text in UTF-16 has a zero in every other byte.
        if zeros.count(0) > 0.7 * len(zeros) and not letters.count(0):
            advice = f"say that its encoding is {encoding}"
            return Binary("UTF-16 without a byte-order mark", advice)
    return Binary("a binary file (it has NUL bytes)", "give the telegram as a text file")


def _is_scarred_text(window: bytes) -> bool:
    has_others = len(window.translate(None, _NOT_TEXT)) < len(window)
    return not has_others and window.count(0) <= max(1, len(window) // _SCARS)
