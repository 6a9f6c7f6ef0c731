"""Plain text: a clean telegram in canonical order, or a page for reading."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import Cable
from cableconv.exporters.text.wrapping import NARROWEST, UNWRAPPED, WIDTH
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Exporter, Omission, Option
from cableconv.plugins.shared_options import PROVENANCE
from cableconv.rendering.provenance import last_line

TELEGRAM, READING = LAYOUTS = ("telegram", "reading")


def encode(
    cable: Cable,
    *,
    layout: str = TELEGRAM,
    width: int = WIDTH,
    wrap: bool = True,
    provenance: bool = False,
) -> str:
    """Return the cable as plain text.

    A ``telegram`` has no furniture, each header and field once and in order, and is read back
    as the same tree; a page for ``reading`` has a title, message data in columns and
    numbers in the margin.  ``width`` is the number of characters per line of running text,
    at least 30; without ``wrap`` a paragraph is one line.  Passing lines and tables
    keep their lines.  ``provenance`` states in a last line what wrote the text, and from
    which source.
    """
    columns = min(max(width, NARROWEST), UNWRAPPED) if wrap else UNWRAPPED
    text = _page(cable, columns) if layout == READING else _telegram(cable, columns)
    return f"{text}\n{last_line(cable)}\n" if provenance else text


def _telegram(cable: Cable, width: int) -> str:
    from cableconv.exporters.text.telegram import telegram

    return telegram(cable, width)


def _page(cable: Cable, width: int) -> str:
    from cableconv.exporters.text.page import page

    return page(cable, width)


exporter = Exporter(
    name="text",
    encode=encode,
    ending=".cable.txt",
    media_type="text/plain",
    help="A clean telegram in canonical order, or a page for reading.",
    options=(
        Option(
            name="layout",
            default=TELEGRAM,
            choices=LAYOUTS,
            help="a telegram, or a page for people",
        ),
        Option(name="width", type=int, default=WIDTH, help="characters on a line, at least 30"),
        Option(name="wrap", type=bool, default=True, help="no: one line per paragraph"),
        PROVENANCE,
    ),
    aliases=("txt",),
    omits=(
        Omission("furniture"),
        Omission("parts"),
        Omission("diagnostics"),
        Omission("source"),
        Omission("*.span"),
    ),
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    return (exporter,)
