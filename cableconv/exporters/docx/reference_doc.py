"""A user's own Word document or template: its styles, theme and fonts dress our documents.

Its text, headers, sheet and macros are not taken over, nor is a part that points to others.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from cableconv.errors import InputError, InvalidOptionError
from cableconv.exporters.docx.parts import CONTENT_TYPES, MAIN_RELATIONS, with_more
from cableconv.exporters.docx.restyling import Parts, Restyled, W, rename, restyle
from cableconv.input.safe_xml import well_formed

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_DRESS = {"theme": "word/theme/theme1.xml", "fontTable": "word/fontTable.xml"}
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # both are in Microsoft's older container
_LARGEST = 16 * 1024 * 1024
"""Bytes of one part; Word's own style sheets have a fortieth of it."""

_NAMES_A_LINE = 8


def restyled(own: Parts, document: bytes) -> Restyled:
    """Our template's parts with those of the user's document that say how text looks.

    Raises:
        InvalidOptionError: ``document`` is no Word document.
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
        raise _refused(f"is no Word document ({error}); give a .docx or .dotx") from error


class _Reference:
    """The parts of the user's document, found by their relations to the main one."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())
        main = dict(self._related("")).get("officeDocument")
        if main is None or b"wordprocessingml" not in self.read(CONTENT_TYPES):
            raise _refused("is no Word document; give a .docx or .dotx")
        self._parts = dict(self._related(main))

    def part(self, kind: str) -> etree._Element | None:
        """The part of that relation, if there is one that stands for itself."""
        name = self._parts.get(kind)
        if name is None or _relations_of(name) in self.names:
            return None
        return self._parsed(name)

    @property
    def has_macros(self) -> bool:
        """Whether it brings programs along."""
        return any(name.lower().endswith("vbaproject.bin") for name in self.names)

    def read(self, name: str) -> bytes:
        """A part's bytes. InvalidOptionError where there are far too many."""
        with self._archive.open(name) as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise _refused(f"has a part of more than {_LARGEST // 2**20} MiB: {name}")
        return data

    def _related(self, name: str) -> Iterator[tuple[str, str]]:
        """The last word of each relation's type, with the part that it leads to."""
        relations = _relations_of(name)
        for relation in self._parsed(relations) if relations in self.names else ():
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if "purl.oclc.org" in kind:
                raise _refused("is in the strict form; save it as Word Document (*.docx)")
            if relation.get("TargetMode") != "External":
                path = posixpath.join("/", posixpath.dirname(name), target)
                yield kind.rpartition("/")[2], posixpath.normpath(path).lstrip("/")

    def _parsed(self, name: str) -> etree._Element:
        return well_formed(self.read(name).decode("utf-8-sig"), name)


def _dressed(own: Parts, reference: _Reference) -> Restyled:
    ours = etree.fromstring(own[_STYLES])
    theirs = reference.part("styles")
    if theirs is None or theirs.tag != f"{W}styles":
        return Restyled(own, tuple(_findings(reference, None)))
    ids, missing = restyle(theirs, ours)
    parts = own | {_STYLES: _written(theirs)}
    for kind, name in _DRESS.items():
        if (dress := reference.part(kind)) is not None:
            parts[name] = _written(dress)
    if (numbering := reference.part("numbering")) is not None:
        rename(numbering, ids)
        parts |= _numbered(parts, _written(numbering))
    return Restyled(parts, tuple(_findings(reference, missing)))


def _numbered(parts: Parts, numbering: bytes) -> Parts:
    """The parts that a template without numbers needs for headings that have some."""
    kind = f'<Override PartName="/{_NUMBERING}" ContentType="{_NUMBERING_TYPE}"/>'
    relation = (
        f'<Relationship Id="numbering" Type="{_RELATIONS}/numbering" Target="numbering.xml"/>'
    )
    return {
        _NUMBERING: numbering,
        CONTENT_TYPES: with_more(parts[CONTENT_TYPES].decode(), kind).encode(),
        MAIN_RELATIONS: with_more(parts[MAIN_RELATIONS].decode(), relation).encode(),
    }


def _findings(reference: _Reference, missing: tuple[str, ...] | None) -> Iterator[str]:
    if reference.has_macros:
        yield "reference_doc has macros; they are left out"
    if missing is None:
        yield "reference_doc has no styles; cableconv's own are used"
    for at in range(0, len(missing or ()), _NAMES_A_LINE):
        names = (missing or ())[at : at + _NAMES_A_LINE]
        lacking = "style" if len(names) == 1 else "styles"
        yield f"reference_doc lacks the {lacking} {', '.join(names)}; cableconv's own stand in"


def _relations_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _refused(why: str) -> InvalidOptionError:
    return InvalidOptionError(f"option 'reference_doc' of docx: the file {why}.")
