"""Plain text: a clean telegram for reading, in canonical order."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import Cable
from cableconv.exporters.options import PROVENANCE
from cableconv.exporters.text.wrapping import NARROWEST, WIDTH
from cableconv.plugins import hookimpl
from cableconv.plugins.descriptors import Exporter, Omission, Option
from cableconv.provenance import last_line


def encode(cable: Cable, *, width: int = WIDTH, provenance: bool = False) -> str:
    """The cable as a telegram without furniture, headers and fields once and in order.

    ``width`` is the number of characters that a line of running text may have, at least 30;
    lists of addressees, passing lines and tables keep the lines they have.  ``provenance``
    says in a last line what wrote the text, and what it was made of.
    """
    from cableconv.exporters.text.telegram import telegram

    text = telegram(cable, max(width, NARROWEST))
    return f"{text}\n{last_line(cable)}\n" if provenance else text


exporter = Exporter(
    name="text",
    encode=encode,
    ending=".cable.txt",
    media_type="text/plain",
    help="A clean telegram for reading, in canonical order.",
    options=(
        Option(name="width", type=int, default=WIDTH, help="characters on a line"),
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
