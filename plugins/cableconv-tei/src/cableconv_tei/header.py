"""The ``<teiHeader>``: the document's source and tool, sender, addressees and subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv import Cable, __version__
from cableconv.rendering.foreign_relations import headline

from cableconv_tei.correspondence import correspondence
from cableconv_tei.dates import dated
from cableconv_tei.elements import Lines, Markup, block, element, idno, known, text

ROLES = {
    "summary": "What the cable marks as its summary",
    "comment": "What the post says in its own name",
    "action": "What the post asks for",
}
"""The roles of blocks, to which ``ana`` of a paragraph points."""

_VERSION = re.compile(r"\d+(?:\.\d+){0,3}")
_FOLDERS = re.compile(r"\A.*[/\\]", re.DOTALL)


def header(cable: Cable, provenance: bool) -> Lines:
    """Return the whole header; ``provenance`` adds the file that the cable was read from."""
    file = [*_title(cable), *_publication(), *_source(cable, provenance)]
    lines = [*block("fileDesc", file), *block("encodingDesc", _encoding()), *_profile(cable)]
    return block("teiHeader", lines)


def _title(cable: Cable) -> Lines:
    return block("titleStmt", [element("title", text(headline(cable)), type="complete")])


def _publication() -> Lines:
    return block(
        "publicationStmt",
        [element("p", text("Unpublished: converted from the telegram as it was sent."))],
    )


def _source(cable: Cable, provenance: bool) -> Lines:
    lines = [
        *idno("message-reference-number", cable.id),
        *_number(cable),
        *_transmissions(cable),
        *([dated(cable.date)] if cable.date else []),
    ]
    told = block("bibl", _file(cable), type="file") if provenance else []
    return block("sourceDesc", [*block("bibl", lines, type="telegram"), *told])


def _number(cable: Cable) -> Iterator[Markup]:
    if cable.number:
        yield from idno("number", cable.number.text)
        yield from idno("station", cable.number.station)
        yield from idno("serial", cable.number.serial)


def _transmissions(cable: Cable) -> Iterator[Markup]:
    for sent in cable.transmissions:
        yield from idno("transmission", sent.identifier)
        yield from idno("station-serial", sent.serial)
        yield from idno("date-time-group", sent.dtg)


def _file(cable: Cable) -> Iterator[Markup]:
    source = cable.source
    yield from known("title", source.name and _FOLDERS.sub("", source.name))
    yield from idno("member", source.member)
    yield from idno("row", None if source.row is None else str(source.row))
    yield from idno("sha256", source.sha256)
    yield from idno("container", source.id)
    yield from idno("url", source.url)


def _encoding() -> Lines:
    """Return the program and version; a TEI version number cannot have ``.dev1``."""
    version = _VERSION.match(__version__)
    label = element("label", text("cableconv"))
    tool = block("application", [label], ident="cableconv", version=version[0] if version else "0")
    sides = [
        element("rendition", text(f"text-align: {side}"), xml_id=side, scheme="css")
        for side in ("left", "right")
    ]
    categories = [
        element("category", element("catDesc", text(words)), xml_id=role)
        for role, words in ROLES.items()
    ]
    return [
        *block("tagsDecl", sides),
        *block("classDecl", block("taxonomy", categories)),
        *block("appInfo", tool),
    ]


def _profile(cable: Cable) -> Lines:
    summary = known("p", cable.summary)
    language = element("language", text("English"), ident="en-US")
    lines = [
        *(block("abstract", summary) if summary else []),
        *block("langUsage", [language]),
        *_keywords(cable),
        *correspondence(cable),
    ]
    return block("profileDesc", lines)


def _keywords(cable: Cable) -> Lines:
    terms = [element("term", text(tag), type="TAGS") for tag in cable.tags]
    terms += known("term", cable.subject, type="subject")
    return block("textClass", block("keywords", terms)) if terms else []
