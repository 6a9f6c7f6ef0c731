"""A user's own Word document or template, whose styles, theme and fonts are applied.

Its text, headers, page size and macros are ignored, as are parts that refer to others.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.oxml.parser import parse_xml
from docx.oxml.styles import CT_Styles
from lxml.etree import _Element

from cableconv.errors import InputError, InvalidOptionError
from cableconv.exporters.docx.package import CONTENT_TYPES, MAIN_RELATIONS, with_more
from cableconv.exporters.docx.restyling import rename, restyle
from cableconv.input.safe_xml import well_formed

Parts = dict[str, bytes]

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_DRESS = {
    RELATIONSHIP_TYPE.THEME: "word/theme/theme1.xml",
    RELATIONSHIP_TYPE.FONT_TABLE: "word/fontTable.xml",
}
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # both are in Microsoft's older container
_LARGEST = 16 * 1024 * 1024
"""Bytes of one part; Word's own style sheets have a fortieth of this."""

_NAMES_A_LINE = 8


class Restyled(NamedTuple):
    """The template's parts in the user's styles, with warnings about these."""

    parts: Parts
    findings: tuple[str, ...]


def restyled(own: Parts, document: bytes) -> Restyled:
    """Combine the template's parts with the user's parts that define how text looks.

    Raises:
        InvalidOptionError: ``document`` is not a Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            return _dressed(own, _Reference(archive))
    except (InputError, UnicodeDecodeError, RuntimeError) as error:
        raise _refused(f"cannot be read ({error}); save it again in Word") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError) as error:
        if document.startswith(_OLD_OR_LOCKED):
            why = "is an old document or has a password; save it as .docx or .dotx, without one"
            raise _refused(why) from error
        raise _refused(f"is not a Word document ({error}); give a .docx or .dotx") from error


class _Reference:
    """The parts of the user's document, found by their relations to the main one."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())
        main = dict(self._related(PACKAGE_URI)).get(RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        if main is None or b"wordprocessingml" not in self._read(CONTENT_TYPES):
            raise _refused("is not a Word document; give a .docx or .dotx")
        self._parts = dict(self._related(main))

    def part(self, kind: str) -> _Element | None:
        """Return the part of that relation, if it exists and refers to no other."""
        uri = self._parts.get(kind)
        if uri is None or uri.rels_uri.membername in self._names:
            return None
        return self._parsed(uri)

    @property
    def has_macros(self) -> bool:
        """Whether the document has macros."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._names)

    def _read(self, name: str) -> bytes:
        with self._archive.open(name) as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise _refused(f"has a part of more than {_LARGEST // 2**20} MiB: {name}")
        return data

    def _related(self, uri: PackURI) -> Iterator[tuple[str, PackURI]]:
        """Yield the type of each relation, with its target part."""
        relations = uri.rels_uri
        for relation in self._parsed(relations) if relations.membername in self._names else ():
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if "purl.oclc.org" in kind:
                raise _refused("is in the strict form; save it as Word Document (*.docx)")
            if relation.get("TargetMode") != "External":
                yield kind, PackURI.from_rel_ref(uri.baseURI, target)

    def _parsed(self, uri: PackURI) -> _Element:
        name = uri.membername
        return well_formed(self._read(name).decode("utf-8-sig"), name)


def _dressed(own: Parts, reference: _Reference) -> Restyled:
    ours, sheet = _sheet(own[_STYLES]), reference.part(RELATIONSHIP_TYPE.STYLES)
    theirs = None if sheet is None else _sheet(serialize_part_xml(sheet))
    if theirs is None or ours is None:
        return Restyled(own, tuple(_findings(reference, None)))
    ids, missing = restyle(theirs, ours)
    parts = own | {_STYLES: serialize_part_xml(theirs)}
    for kind, name in _DRESS.items():
        if (dress := reference.part(kind)) is not None:
            parts[name] = serialize_part_xml(dress)
    if (numbering := reference.part(RELATIONSHIP_TYPE.NUMBERING)) is not None:
        rename(numbering, ids)
        parts |= _numbered(parts, serialize_part_xml(numbering))
    return Restyled(parts, tuple(_findings(reference, missing)))


def _sheet(xml: bytes) -> CT_Styles | None:
    """Return a part as a style sheet of python-docx, if it is one."""
    sheet = parse_xml(xml)
    return sheet if isinstance(sheet, CT_Styles) else None


def _numbered(parts: Parts, numbering: bytes) -> Parts:
    """Return the parts that a template without numbers needs for numbered headings."""
    kind = f'<Override PartName="/{_NUMBERING}" ContentType="{CONTENT_TYPE.WML_NUMBERING}"/>'
    relation = (
        f'<Relationship Id="numbering" Type="{RELATIONSHIP_TYPE.NUMBERING}"'
        ' Target="numbering.xml"/>'
    )
    return {
        _NUMBERING: numbering,
        CONTENT_TYPES: with_more(parts[CONTENT_TYPES].decode(), kind).encode(),
        MAIN_RELATIONS: with_more(parts[MAIN_RELATIONS].decode(), relation).encode(),
    }


def _findings(reference: _Reference, missing: tuple[str, ...] | None) -> Iterator[str]:
    if reference.has_macros:
        yield "reference_doc has macros; they are ignored"
    if missing is None:
        yield "reference_doc has no styles; cableconv's own are used"
    for at in range(0, len(missing or ()), _NAMES_A_LINE):
        names = (missing or ())[at : at + _NAMES_A_LINE]
        lacking = "style" if len(names) == 1 else "styles"
        yield f"reference_doc lacks the {lacking} {', '.join(names)}; cableconv's own stand in"


def _refused(why: str) -> InvalidOptionError:
    return InvalidOptionError(f"option 'reference_doc' of docx: the file {why}.")
