"""The project's own Word documents: the tree inside comes back equal.

What stands on a document's pages is never read: numbers, markings and furniture cannot be told
from it with certainty, and the tree inside has them all.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from cableconv.archives.budget import LARGEST_HELD
from cableconv.cable import Cable, Diagnostic
from cableconv.content import Content
from cableconv.errors import InputError
from cableconv.exporters.docx.shown_text import checksum
from cableconv.exporters.docx.template import MAIN
from cableconv.exporters.docx.tree_part import NAMESPACE, ROOT, SHOWN_TEXT
from cableconv.plugins import hookimpl
from cableconv.plugins.descriptors import Reader, Sniff

if TYPE_CHECKING:
    from lxml.etree import _Element

_ZIP = b"PK\x03\x04"
_OFFICE, _WORD = b"[Content_Types].xml", b"word/"
_CUSTOM_PART = re.compile(r"customXml/item\d*\.xml")
_MOST_PARTS = 100
"""Custom parts that are looked into; a document has a handful."""

_EDITED = Diagnostic(
    code="docx-edited",
    severity="warning",
    message="the document's text was changed after it was made; this is the cable as it was then",
    hint="change what the document was made of instead, or the tree as JSON",
)


def sniff(content: Content) -> Sniff:
    """Sure of a zip archive with a member below ``word/``; another Office document is none."""
    opening = content.opening
    if not opening.startswith(_ZIP) or content.is_text:
        return Sniff.NO
    if _WORD in opening:
        return Sniff.SURE
    return Sniff.MAYBE if _OFFICE in opening else Sniff.NO


def read(content: Content) -> Iterator[Cable]:
    """The cable whose tree lies inside the document.

    Raises:
        InputError: it is damaged, holds no tree, or one that cannot be read.
    """
    name = content.name or "input"
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            yield _cable(archive, name)
    except RuntimeError as error:
        raise InputError(f"{name}: is encrypted; save it without its password first.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise InputError(f"{name}: a damaged Word document ({error}); get it anew.") from error


def _cable(archive: zipfile.ZipFile, name: str) -> Cable:
    from cableconv.readers.json.documents import Document, cable_of

    parts = (each for each in archive.namelist() if _CUSTOM_PART.fullmatch(each))
    for part in islice(parts, _MOST_PARTS):
        where = f"{name}/{part}"
        data = _held(archive, part, where)
        if NAMESPACE.encode() in data:
            tree = _tree(data, where)
            cable = cable_of(Document(tree.text or "", where, where))
            return _marked_if_edited(cable, tree.get(SHOWN_TEXT), archive, name)
    raise InputError(
        f"{name}: no cable's tree lies inside this document: another program made it, or "
        "-O tree=no was said, or hidden data was removed; convert what it was made of instead."
    )


def _held(archive: zipfile.ZipFile, part: str, where: str) -> bytes:
    with archive.open(part) as stream:
        data = stream.read(LARGEST_HELD + 1)
    if len(data) > LARGEST_HELD:
        raise InputError(
            f"{where}: unpacks to more than {LARGEST_HELD // 2**20} MiB, and no cable is so long; "
            "cableconv did not write it."
        )
    return data


def _tree(data: bytes, where: str) -> _Element:
    """The element of one of our parts that holds the tree as JSON."""
    from cableconv.xml_parsing import well_formed

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: not in UTF-8: {error}; get the document anew.") from error
    root = well_formed(text, where, huge=True)
    if root.tag != f"{{{NAMESPACE}}}{ROOT}" or not root.text:
        raise InputError(f"{where}: no cable's tree, though it says so; get the document anew.")
    return root


def _marked_if_edited(cable: Cable, text: str | None, archive: zipfile.ZipFile, name: str) -> Cable:
    """The cable; with a warning where the document's text is another than it was made with."""
    if text is None or MAIN not in archive.namelist():
        return cable
    main = _held(archive, MAIN, f"{name}/{MAIN}").decode(errors="replace")
    edited = () if checksum(main) == text else (_EDITED,)
    return cable.replace(diagnostics=(*cable.diagnostics, *edited))


reader = Reader(
    name="docx",
    sniff=sniff,
    read=read,
    help="A tree inside a Word document, as the format docx writes it.",
    endings=(".docx",),
    aliases=("word",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
