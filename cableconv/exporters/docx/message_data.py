"""The table of message data: who wrote to whom, when, under which rules, about what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.cable import Addressee, Cable, Reference
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.addressees import addressee
from cableconv.exporters.docx.paper import TEXT_WIDTH
from cableconv.exporters.docx.tables import grid, table_properties
from cableconv.exporters.docx.text import paragraph, run, wrapped
from cableconv.rendering.message_data import message_data as fields_of

_LABEL_WIDTH = 1560
_WIDTHS = (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH)


def message_data(cable: Cable, references: str) -> str:
    """The table, one row a field that the cable has; nothing where it has none.

    ``references`` is the finished reference list.
    """
    return named_values("Message data", _fields(cable, references))


def named_values(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """A table of names and what goes by them; rows without a value are left out."""
    content = "".join(_row(label, values) for label, values in rows if values)
    if not content:
        return ""
    properties = table_properties(styles.MESSAGE_DATA, TEXT_WIDTH, "firstColumn", title)
    return f"<w:tbl>{properties}{grid(_WIDTHS)}{content}</w:tbl>{wrapped(styles.TABLE_SPACE, '')}"


def _row(label: str, values: str) -> str:
    name = wrapped(styles.MESSAGE_LABEL, run(label))
    cells = zip(_WIDTHS, (name, values), strict=True)
    return f"<w:tr>{''.join(_cell(width, content) for width, content in cells)}</w:tr>"


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _fields(cable: Cable, references: str) -> Iterator[tuple[str, str]]:
    for label, values in fields_of(cable):
        yield label, references if label == "References" else "".join(map(_value, values))


def _value(value: str | Addressee | Reference) -> str:
    if isinstance(value, Addressee):
        return addressee(value)
    return paragraph(styles.MESSAGE_VALUE, value if isinstance(value, str) else value.text)
