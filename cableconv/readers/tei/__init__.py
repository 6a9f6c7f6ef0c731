"""TEI: volumes of *Foreign Relations of the United States*, and documents of the format ``tei``.

A volume is one file of several hundred documents, each a ``<div type="document">``.  Those whose
head calls them a telegram or an airgram are cables; the others (memorandums, letters, editorial
notes) are counted and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.telegram import Telegram

_ROOT = pattern(
    r"""\s*+(?:<\?[^>]*+>\s*+)*+(?:<!--(?:[^-]|-(?!->))*+-->\s*+|<\?[^>]*+>\s*+)*+
    <(?:(?:[\w.-]++:)?(?:TEI|teiCorpus|div)\s[^>]*?["']http://www\.tei-c\.org/ns/1\.0["']
      |(?:TEI(?:\.2)?|teiCorpus)(?=[\s>])(?![^>]*?\sxmlns=))""",
    re.VERBOSE,
)


def sniff(content: Content) -> Sniff:
    """Return SURE for a root in TEI's namespace, or of TEI's name in none."""
    is_root = content.head.lstrip()[:1] == "<" and _ROOT.match(content.head)
    return Sniff.SURE if is_root else Sniff.NO


def read(content: Content) -> Iterator[Telegram]:
    """Yield each telegram, one at a time.

    Raises:
        InputError: it cannot be read, is not well-formed, or has a document type.
        NoCableError: none of its documents is a telegram.
    """
    from cableconv.readers.tei.volumes import telegrams

    return telegrams(content)


reader = Reader(
    name="tei",
    sniff=sniff,
    read=read,
    help="TEI: the telegrams of a volume of Foreign Relations; what the format tei writes.",
    endings=(".xml",),
    aliases=("frus",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
