"""The document's core properties, as shown by file managers and search indexes."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable
from cableconv.exporters.docx.package import DECLARATION
from cableconv.exporters.docx.text import on_one_line
from cableconv.rendering.dates import in_words, parsed
from cableconv.rendering.message_data import marking
from cableconv.rendering.provenance import provenance

_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(cable: Cable, says_where_from: bool) -> str:
    """Return the part; properties that the cable lacks are left out.

    With ``says_where_from``, Word's comments name the tool and the source.
    """
    properties = dict(_properties(cable))
    if says_where_from:
        properties["dc:description"] = str(provenance(cable))
    named = (
        f"<{name}>{on_one_line(value)}</{name}>" for name, value in properties.items() if value
    )
    content = "".join((*named, *_moments(cable)))
    return f"{DECLARATION}<cp:coreProperties {_NAMESPACES}>{content}</cp:coreProperties>"


def _properties(cable: Cable) -> Iterator[tuple[str, str | None]]:
    yield "dc:title", cable.subject or cable.key
    yield "dc:subject", _citation(cable)
    yield "dc:creator", _sender(cable)
    yield "dc:identifier", cable.key
    yield "dc:language", "en-US"
    yield "cp:keywords", "; ".join(cable.tags)
    yield "cp:category", marking(cable)


def _citation(cable: Cable) -> str:
    """Return the citation: ``Telegram 07ASTANA48, AMEMBASSY ASTANA, January 8, 2007``."""
    day = cable.date and in_words(cable.date.partition("T")[0])
    known = [words for words in (_sender(cable), day) if words]
    return ", ".join([f"Telegram {cable.key}" if cable.key else "Telegram", *known])


def _sender(cable: Cable) -> str | None:
    return cable.origin.name if cable.origin else None


def _moments(cable: Cable) -> Iterator[str]:
    moment = cable.date and parsed(cable.date)
    if moment:
        stamp = f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
        for name in ("dcterms:created", "dcterms:modified"):
            yield f'<{name} xsi:type="dcterms:W3CDTF">{stamp}</{name}>'
