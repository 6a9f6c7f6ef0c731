"""The optional last section: the text around the telegram."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.message_data import named_values
from cableconv.exporters.docx.text import paragraph, run, wrapped
from cableconv.rendering.furniture import Around, around

_TITLE = "Transmission and Furniture"
_PAGE_OF_ITS_OWN = "<w:pageBreakBefore/>"


def furniture(cable: Cable) -> str:
    """Return headers as sent and marks between the lines, in order; empty if there are none."""
    tables = "".join(map(_table, around(cable)))
    if not tables:
        return ""
    return wrapped(styles.OWN.heading, run(_TITLE), _PAGE_OF_ITS_OWN) + tables


def _table(part: Around) -> str:
    rows = ((name, paragraph(styles.MESSAGE_VALUE, text)) for name, text in part.texts)
    return named_values(part.title, rows)
