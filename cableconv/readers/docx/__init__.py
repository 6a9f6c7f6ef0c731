"""The project's own Word documents: the tree inside is read back unchanged.

The visible text of the document is never read: numbers, markings and furniture cannot be
recognised in it with certainty, and the tree inside has them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.cable import Cable
from cableconv.input.binary_signatures import signed_binary
from cableconv.input.content import Content
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff

_ZIP = b"PK\x03\x04"
_OFFICE, _WORD = b"[Content_Types].xml", b"word/"


def sniff(content: Content) -> Sniff:
    """Return SURE for a zip archive with a member below ``word/``, as only Word has."""
    opening = content.opening
    if not opening.startswith(_ZIP) or content.is_text:
        return Sniff.NO
    if _WORD in opening:
        return Sniff.SURE
    is_other = signed_binary(opening) != signed_binary(_ZIP)
    return Sniff.MAYBE if _OFFICE in opening and not is_other else Sniff.NO


def read(content: Content) -> Iterator[Cable]:
    """Yield the cable of the tree inside the document.

    Raises:
        InputError: it is damaged, or has no readable tree.
    """
    from cableconv.readers.docx.document import cable_of

    yield cable_of(content.data, content.name or "input")


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
