"""The cable's tree inside its document: a custom XML part that Word keeps but never shows.

It holds the tree's JSON as the text of one element (ECMA-376 part 1, 15.2.5 and 22.5), as
of the day the document was made.  A checksum of the document's visible text tells a reader
whether the text was changed since; the division of text into runs, which differs between
programs, does not matter.
"""

from __future__ import annotations

import json
import zlib

import msgspec

from cableconv.cable import Cable
from cableconv.exporters.docx.package import DECLARATION
from cableconv.exporters.json import tree_in_utf8
from cableconv.patterns import pattern
from cableconv.schema import VERSION, VERSION_KEY

NAMESPACE = "urn:cableconv:tree"
"""Distinguishes cableconv's part from others; the tree's version is in its JSON."""
ROOT = "tree"
SHOWN_TEXT = "text"
"""The attribute with the checksum of the document's text."""

TREE = "customXml/item1.xml"

_PROPERTIES = "customXml/itemProps1.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ID = "{6D2A3F0E-5B1C-4E8A-9C47-0C1B7E0A57ED}"  # arbitrary: a document has only one such part

TREE_TYPE = (
    f'<Override PartName="/{_PROPERTIES}"'
    ' ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
)
TREE_RELATION = (
    f'<Relationship Id="tree" Type="{_OFFICE}/relationships/customXml" Target="../{TREE}"/>'
)
TREE_PARTS = {
    _PROPERTIES: (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ),
    "customXml/_rels/item1.xml.rels": (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}"><Relationship Id="properties"'
        f' Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    ),
}
"""The parts around every tree."""

_TEXT = pattern(rb"<w:t(?: [^>]*+)?+>([^<]*+)</w:t>")
_ESCAPES = {b"&lt;": b"<", b"&gt;": b">", b"&quot;": b'"', b"&apos;": b"'", b"&amp;": b"&"}
_ESCAPE = pattern(b"|".join(_ESCAPES))

_ESCAPES_OF_JSON = tuple(
    (character.encode(), f"\\u{ord(character):04x}".encode()) for character in "&<>\ufffe\uffff"
)
_OF_ASCII = 3
"""The number of those that are ASCII, which come first."""


def tree_part(cable: Cable, main_part: bytes) -> bytes:
    """Return the part, with the checksum of the document's visible text."""
    text = f'{SHOWN_TEXT}="{checksum(main_part)}"'
    opening = f'{DECLARATION}<{ROOT} xmlns="{NAMESPACE}" {text}>'
    return b"".join((opening.encode(), _harmless(_json(cable)), f"\n</{ROOT}>".encode()))


def checksum(main_part: bytes) -> str:
    """Return the checksum of the text in a document's main part, as eight hexadecimal digits."""
    text = b"".join(_TEXT.findall(main_part))
    if b"&" in text:
        text = _ESCAPE.sub(lambda found: _ESCAPES[found[0]], text)
    return f"{zlib.crc32(text):08x}"


def _json(cable: Cable) -> bytes:
    try:
        return tree_in_utf8(cable)
    except UnicodeEncodeError:  # lone surrogates: not valid UTF-8, but JSON has escapes for them
        return json.dumps({VERSION_KEY: VERSION, **msgspec.to_builtins(cable)}).encode()


def _harmless(data: bytes) -> bytes:
    """Escape, as JSON allows, each character that XML forbids or would read as markup.

    JSON has escaped the forbidden ones of ASCII.
    """
    for character, escape in _ESCAPES_OF_JSON[: _OF_ASCII if data.isascii() else None]:
        data = data.replace(character, escape)
    return data
