"""The exporter ``docx``: a Word document as an office makes it.

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
    """The cable as the bytes of a DOCX file; the same cable gives the same bytes.

    ``options`` are those of ``exporter``, each with its default where it isn't given.

    Raises:
        InvalidOptionError: ``reference_doc`` is no Word document, ``link_base`` no web address.
    """
    from cableconv.exporters.docx.document import Setup, write

    return write(cable, Setup(**options))


def open_dossier(target: Path, **options: Any) -> Collection:
    """A document of many cables, written to ``target``; the options are those of ``collector``.

    Raises:
        InvalidOptionError: ``reference_doc`` is no Word document, ``link_base`` no web address.
    """
    from cableconv.exporters.docx.dossier import Dossier

    return Dossier(target, **options)


def inspect_reference_doc(document: bytes) -> Iterable[str]:
    """What a user's document lacks. InvalidOptionError if it is not one."""
    from cableconv.exporters.docx.template import findings

    return findings(document)


def losses(cable: Cable) -> Iterable[Diagnostic]:
    """The characters that XML forbids."""
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
"""How the pages look."""

_SAID = (
    EDITORIAL,
    Option(
        name="notes",
        default="none",
        choices=("none", "comments", "footnotes"),
        help="every other doubt at its place, as Word comments or footnotes",
    ),
    PROVENANCE,
    web_address(
        "link_base",
        "links from references to their cables: the address that an id is put behind",
    ),
    Option(
        name="reference_doc",
        type=bytes,
        help="a Word document or template whose styles of the same names are used",
        inspect=inspect_reference_doc,
    ),
)
"""What is said beside the cable, and in which styles."""

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
            help="the cable's tree inside, unseen, so that the document can be read back",
        ),
        Option(
            name="furniture",
            type=bool,
            default=False,
            help="page marks, headers and what else stood around the text, on pages of their own",
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
    help="Many cables in one Word document: contents, then each from a page of its own",
    media_type=exporter.media_type,
    options=(
        Option(name="title", default="Diplomatic cables", help="what the dossier is called"),
        *_LOOK,
        *_SAID,
    ),
    aliases=("dossier",),
    losses=losses,
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    """Registers ``docx``."""
    return (exporter,)


@hookimpl
def cableconv_collectors() -> Iterable[Collector]:
    """Registers ``docx-dossier``."""
    return (collector,)
