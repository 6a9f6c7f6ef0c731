"""The exporter ``docx``: a Word document in the style of an office.

``design`` builds the template with its styles; the modules here write what a cable adds.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cableconv.cable import Cable, Diagnostic
from cableconv.exporters.docx.losses import OMISSIONS
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Collection, Collector, Exporter, Option
from cableconv.plugins.shared_options import EDITORIAL, LAYOUT, PROVENANCE, web_address


def encode(cable: Cable, **options: Any) -> bytes:
    """Return the cable as the bytes of a DOCX file; equal cables give equal bytes.

    ``options`` are those of ``exporter``; missing ones take their defaults.

    Raises:
        InvalidOptionError: ``reference_doc`` is not a Word document, or ``link_base`` not a web
        address.
    """
    from cableconv.exporters.docx.document import Setup, write

    return write(cable, Setup(**options))


def open_dossier(target: Path, **options: Any) -> Collection:
    """Open a document of many cables at ``target``; the options are those of ``collector``.

    Raises:
        InvalidOptionError: ``reference_doc`` is not a Word document, or ``link_base`` not a web
        address.
    """
    from cableconv.exporters.docx.dossier import Dossier

    return Dossier(target, **options)


def inspect_reference_doc(document: bytes) -> Iterable[str]:
    """Yield what a user's document lacks; InvalidOptionError if it is not a document."""
    from cableconv.exporters.docx.template import findings

    return findings(document)


def losses(cable: Cable) -> Iterable[Diagnostic]:
    """Return warnings for characters that XML forbids."""
    from cableconv.exporters.docx.losses import lost

    return lost(cable)


_LOOK = (
    LAYOUT,
    Option(
        name="paper",
        default="letter",
        choices=("letter", "a4"),
        help="the size of the sheet",
    ),
    Option(
        name="banner",
        type=bool,
        default=True,
        help="the classification at the top and bottom of every page",
    ),
)
"""Options for the layout of pages."""

_SAID = (
    EDITORIAL,
    Option(
        name="notes",
        default="none",
        choices=("none", "comments", "footnotes"),
        help="all other doubts at their places, as Word comments or footnotes",
    ),
    PROVENANCE,
    web_address(
        "link_base",
        "links from references to their cables: the address to which an id is appended",
    ),
    Option(
        name="reference_doc",
        type=bytes,
        help="a Word document or template, whose styles are used if they have the same names",
        inspect=inspect_reference_doc,
    ),
)
"""Options for additional text, and for the styles."""

exporter = Exporter(
    name="docx",
    encode=encode,
    ending=".docx",
    help="A Word document: message data, headings, numbered paragraphs, banner on every page",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    binary=True,
    options=(
        *_LOOK,
        Option(
            name="tree",
            type=bool,
            default=True,
            help="store the cable's tree inside, invisibly, so that the document can be read back",
        ),
        Option(
            name="furniture",
            type=bool,
            default=False,
            help="page marks, headers and other text around the telegram, on separate pages",
        ),
        *_SAID,
    ),
    aliases=("word",),
    omits=OMISSIONS,
    losses=losses,
    collector="docx-dossier",
)


collector = Collector(
    name="docx-dossier",
    open=open_dossier,
    ending=".docx",
    help="Many cables in one Word document: contents, then each cable on a new page",
    media_type=exporter.media_type,
    options=(
        Option(name="title", default="Diplomatic cables", help="title of the dossier"),
        *_LOOK,
        *_SAID,
    ),
    aliases=("dossier",),
    losses=losses,
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    """Return the format ``docx``."""
    return (exporter,)


@hookimpl
def cableconv_collectors() -> Iterable[Collector]:
    """Return the format ``docx-dossier``."""
    return (collector,)
