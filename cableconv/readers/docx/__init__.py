"""The project's own Word documents: the tree inside comes back equal.

What stands on a document's pages is never read: numbers, markings and furniture cannot be told
from it with certainty, and the tree inside has them all.
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
    """Sure of a zip archive with a member below ``word/``; another Office document is none."""
    opening = content.opening
    if not opening.startswith(_ZIP) or content.is_text:
        return Sniff.NO
    if _WORD in opening:
        return Sniff.SURE
    is_other = signed_binary(opening) != signed_binary(_ZIP)
    return Sniff.MAYBE if _OFFICE in opening and not is_other else Sniff.NO


def read(content: Content) -> Iterator[Cable]:
    """The cable whose tree lies inside the document.

    Raises:
        InputError: it is damaged, holds no tree, or one that cannot be read.
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
