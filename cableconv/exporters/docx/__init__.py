"""The exporter ``docx``: a Word document as an office makes it.

``design`` builds the template with its styles; the rooms here write what a cable adds.
"""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import Cable, Diagnostic
from cableconv.plugins import hookimpl
from cableconv.plugins.descriptors import Exporter, Option


def encode(cable: Cable, *, paper: str = "letter", banner: bool = True) -> bytes:
    """The cable as the bytes of a DOCX file; the same cable gives the same bytes.

    ``paper`` is ``letter`` or ``a4``; ``banner`` says whether every page carries the
    classification.
    """
    from cableconv.exporters.docx.writing import write

    return write(cable, paper, banner)


def losses(cable: Cable) -> Iterable[Diagnostic]:
    """What is not shown, as notes, and the characters that XML forbids, as warnings."""
    from cableconv.exporters.docx.losses import lost

    return lost(cable)


exporter = Exporter(
    name="docx",
    encode=encode,
    ending=".docx",
    help="A Word document: message data, headings, numbered paragraphs, banner on every page",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    binary=True,
    options=(
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
    ),
    aliases=("word",),
    losses=losses,
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    """Registers ``docx``."""
    return (exporter,)
