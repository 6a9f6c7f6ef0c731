"""The last section, where it is asked for: what stood around the telegram's text."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable, EmbeddedCable, Transmission
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.message_data import named_values
from cableconv.exporters.docx.text import paragraph, run, wrapped

_TITLE = "Transmission and Furniture"
_PAGE_OF_ITS_OWN = "<w:pageBreakBefore/>"


def furniture(cable: Cable) -> str:
    """Headers as sent and marks between the lines, in their order; nothing where it has none."""
    tables = "".join(_tables(cable))
    if not tables:
        return ""
    return wrapped(styles.OWN.heading, run(_TITLE), _PAGE_OF_ITS_OWN) + tables


def _tables(cable: Cable) -> Iterator[str]:
    for each in (cable, *_inside(cable)):
        for sent in each.transmissions:
            yield named_values("Transmission header", _header(sent))
        pieces = ((_named(piece.kind), _lines(piece.text)) for piece in each.furniture)
        yield named_values("Furniture", pieces)


def _inside(cable: Cable) -> Iterator[Cable]:
    return (block.cable for _, block in cable.walk() if isinstance(block, EmbeddedCable))


def _header(sent: Transmission) -> Iterator[tuple[str, str]]:
    for name in sent.__struct_fields__:
        value = getattr(sent, name)
        if value and name != "span":
            yield _named(name), _lines(value if isinstance(value, str) else " ".join(value))


def _named(name: str) -> str:
    return "DTG" if name == "dtg" else name.replace("-", " ").capitalize()


def _lines(text: str) -> str:
    return paragraph(styles.MESSAGE_VALUE, text)
