"""The end of a document: the cable's source, and how to cite it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from cableconv.cable import Cable
from cableconv.rendering.characters import one_line
from cableconv.rendering.citation import citation
from cableconv.rendering.links import address_from_anywhere
from cableconv.rendering.provenance import provenance
from cableconv.rendering.sections import missing_sections

SOURCE, CITATION = "Source", "Cite as"
"""The labels of the source's and the citation's lines."""

CLOSING_TITLES = ("Source and citation", "Citation")
"""Its possible headings."""


def closing_title(labels: Collection[str]) -> str:
    """Return the heading above lines with those labels."""
    return CLOSING_TITLES[0 if SOURCE in labels else 1]


def closing_lines(cable: Cable, names_file: bool = True) -> Iterator[tuple[str, str]]:
    """Yield names and values; without ``names_file``, nothing about the user's files."""
    source = source_in_words(cable, names_file)
    if source:
        yield SOURCE, source
    if cable.key or cable.number or cable.subject or cable.origin or cable.date:
        yield CITATION, citation(_whole(cable))


def _whole(cable: Cable) -> Cable:
    """Return the cable without its section number, unless the other sections are missing.

    Most archives join all sections under the first one's heading.
    """
    if cable.section is None or missing_sections(cable):
        return cable
    return msgspec.structs.replace(cable, section=None)


def source_in_words(cable: Cable, names_file: bool = True) -> str:
    """Return ``cables.tar, file 1983/a.txt, row 7; there 1234; https://...``; empty if unknown.

    Without ``names_file``, only the archive's own data, nothing about the user's files.
    """
    file = ", ".join(_file(cable)) if names_file else ""
    source = cable.source
    its_own = f"no. {source.id}" if source.id and source.id != cable.id else ""
    its_own = f"{its_own} there" if its_own and file else its_own
    known = (file, its_own, address_from_anywhere(source.url))
    return one_line("; ".join(filter(None, known)))


def _file(cable: Cable) -> Iterator[str]:
    found = provenance(cable)
    if found.source:
        yield found.source
    if found.member:
        yield f"file {found.member}"
    if found.row is not None:
        yield f"row {found.row}"
