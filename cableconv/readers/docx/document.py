"""Finds and reads the tree inside a Word document, and compares it with the document's text."""

from __future__ import annotations

import io
import zipfile
import zlib
from itertools import islice
from typing import TYPE_CHECKING

from cableconv.cable import Cable
from cableconv.diagnostics.telegram import DOCX_EDITED
from cableconv.errors import InputError
from cableconv.exporters.docx.package import MAIN
from cableconv.exporters.docx.tree_part import NAMESPACE, ROOT, SHOWN_TEXT, checksum
from cableconv.input.limits import LARGEST_HELD
from cableconv.patterns import pattern
from cableconv.readers.json import documents

if TYPE_CHECKING:
    from lxml.etree import _Element

_CUSTOM_PART = pattern(r"customXml/item\d*\.xml")
_MOST_PARTS = 100
"""Custom parts that are searched; a document has a handful."""

_EDITED = DOCX_EDITED.at()


def cable_of(data: bytes, name: str) -> Cable:
    """Return the cable of the tree inside the document; ``name`` is for messages.

    Raises:
        InputError: it is damaged, or has no readable tree.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _cable(archive, name)
    except RuntimeError as error:
        raise InputError(
            "is encrypted", path=name, hint="save it without its password first."
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise InputError(
            f"a damaged Word document ({error})", path=name, hint="get it again."
        ) from error


def _cable(archive: zipfile.ZipFile, name: str) -> Cable:
    parts = (each for each in archive.namelist() if _CUSTOM_PART.fullmatch(each))
    for part in islice(parts, _MOST_PARTS):
        where = f"{name}/{part}"
        data = _held(archive, part, where)
        if NAMESPACE.encode() in data:
            tree = _tree(data, where)
            cable = documents.cable_of(documents.Document(tree.text or "", where, where))
            return _marked_if_edited(cable, tree.get(SHOWN_TEXT), archive, name)
    raise InputError(
        "no cable's tree lies inside this document: another program made it, or -O "
        "tree=no was said, or hidden data was removed",
        path=name,
        hint="convert its source instead.",
    )


def _held(archive: zipfile.ZipFile, part: str, where: str) -> bytes:
    with archive.open(part) as stream:
        data = stream.read(LARGEST_HELD + 1)
    if len(data) > LARGEST_HELD:
        raise InputError(
            f"unpacks to more than {LARGEST_HELD // 2**20} MiB, but no cable is that long",
            path=where,
            hint="cableconv did not write it.",
        )
    return data


def _tree(data: bytes, where: str) -> _Element:
    """Return the element that holds the tree as JSON in one of cableconv's parts."""
    from cableconv.input.safe_xml import well_formed

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"not in UTF-8: {error}", path=where, hint="get the document again."
        ) from error
    root = well_formed(text, where)
    if root.tag != f"{{{NAMESPACE}}}{ROOT}" or not root.text:
        raise InputError(
            "not a cable's tree, though marked as such", path=where, hint="get the document again."
        )
    return root


def _marked_if_edited(cable: Cable, text: str | None, archive: zipfile.ZipFile, name: str) -> Cable:
    """Return the cable, with a warning if the document's text has been changed."""
    if text is None or MAIN not in archive.namelist():
        return cable
    main = _held(archive, MAIN, f"{name}/{MAIN}")
    edited = () if checksum(main) == text else (_EDITED,)
    return cable.replace(diagnostics=(*cable.diagnostics, *edited))
