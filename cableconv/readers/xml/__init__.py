"""The project's own XML: an exported tree is read back unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cableconv.cable import Cable
from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.schema import FAMILY

_MARKUP = pattern(r"\s*+<(?:\?xml\b|!--|!DOCTYPE\b(?!\s+html)|[A-Za-z])")
_OWN = pattern(
    rf"""\s*+(?:<\?[^>]*+>\s*+)*+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+
    <[\w:.-]++\s[^>]*?["']{FAMILY}:""",
    re.VERBOSE,
)


def sniff(content: Content) -> Sniff:
    """Return SURE if the root has the project's namespace; other XML may be meant as a tree."""
    if not content.head.lstrip().startswith("<") or not _MARKUP.match(content.head):
        return Sniff.NO
    from cableconv.readers.markup import is_page

    if is_page(content.head):
        return Sniff.NO
    return Sniff.SURE if _OWN.match(content.head) else Sniff.MAYBE


def read(content: Content) -> Iterator[Cable]:
    """Yield the document's tree; nothing for a blank file.

    Raises:
        InputError: it is not well-formed, has a document type, or is not a cable's tree.
    """
    from cableconv.readers.xml.document import cable_of

    if content.text.strip():
        cable = cable_of(content.text, content.name or "input")
        yield cable.replace(diagnostics=(*cable.diagnostics, *content.diagnostics))


reader = Reader(
    name="xml",
    sniff=sniff,
    read=read,
    help="A tree as XML, as the format xml writes it.",
    endings=(".xml",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
