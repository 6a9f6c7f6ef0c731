"""The only function that parses foreign XML, in a safe way.

Nothing outside the document is read, and a document type is refused, as only there can
entities be declared that name files or multiply (a "billion laughs").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from cableconv.errors import InputError
from cableconv.patterns import pattern

_DOCTYPE = pattern(r"\A(?>\s++|<\?.*?\?>|<!--.*?-->)*+(?P<doctype><!DOCTYPE)", re.DOTALL)


_LONGEST_TEXT = 10_000_000
"""Bytes of the longest text that libxml2 reads by default; ours has those of a cable that was
too long to parse."""


def well_formed(text: str, where: str) -> etree._Element:
    """Return the root of a document, without comments and processing instructions.

    ``where`` is its name in messages.

    Raises:
        InputError: it is not well-formed, or has a document type.
    """
    refuse_document_type(text, where)
    data = text.encode("utf-8", "replace")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=len(data) > _LONGEST_TEXT, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(error, where) from error


def elements(
    stream: BinaryIO, where: str, tag: str, encoding: str | None = None
) -> Iterator[tuple[str, etree._Element]]:
    """Yield each ``start`` and ``end`` of a ``tag`` while the stream is read, for large documents.

    The caller checks the opening for a document type, and clears the elements.

    Raises:
        InputError: it is not well-formed at some point; everything before was yielded.
    """
    try:
        yield from etree.iterparse(
            stream, events=("start", "end"), tag=tag, encoding=encoding, resolve_entities=False,
            no_network=True, load_dtd=False, huge_tree=True, collect_ids=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(error, where) from error


def refuse_document_type(text: str, where: str) -> None:
    """Raise InputError if the beginning of a document declares its type."""
    if declared := _DOCTYPE.match(text):
        line = text.count("\n", 0, declared.start("doctype")) + 1
        raise InputError(
            "a document type is declared",
            path=where,
            line=line,
            hint="a cable's XML has none, and entities are never read; remove it.",
        )


def _not_well_formed(error: etree.XMLSyntaxError, where: str) -> InputError:
    line, column = error.position
    says = error.msg.partition(", line ")[0]
    return InputError(f"{where}:{line}:{column}: not well-formed XML: {says}.")
