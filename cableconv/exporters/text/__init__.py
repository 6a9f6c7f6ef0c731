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
    """The cable as plain text.

    As a ``telegram`` it has no furniture, headers and fields once and in order, and reads back
    as the same tree; as a page for ``reading`` it has a title, message data in columns and
    numbers in the margin.  ``width`` is the number of characters that a line of running text
    may have, at least 30; without ``wrap`` a paragraph is one line.  Passing lines and tables
    keep the lines they have.  ``provenance`` says in a last line what wrote the text, and
    what it was made of.
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
        Option(name="layout", default=TELEGRAM, choices=LAYOUTS, help="a telegram, or for people"),
        Option(name="width", type=int, default=WIDTH, help="characters on a line, at least 30"),
        Option(name="wrap", type=bool, default=True, help="no: a paragraph is one line"),
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
