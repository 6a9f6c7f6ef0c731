"""The frame around an embedded cable: a table of one cell (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from cableconv.exporters.docx import styles
from cableconv.exporters.docx.page import BOX_MARGIN
from cableconv.exporters.docx.tables import grid, table_properties
from cableconv.exporters.docx.text import wrapped

_TABLE_END = "</w:tbl>"


def inside(width: int) -> int:
    """Return the width inside a frame of that width."""
    return width - 2 * BOX_MARGIN


def boxed(content: str, width: int, title: str) -> str:
    """Return the content in a frame; ``title`` is for screen readers."""
    space = wrapped(styles.TABLE_SPACE, "")
    ended = content + space if content.endswith(_TABLE_END) else content  # not a table last
    opening = table_properties(styles.BOX, width, "", title, "A cable that this one repeats")
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{ended}</w:tc>'
    return f"<w:tbl>{opening}{grid((width,))}<w:tr>{cell}</w:tr></w:tbl>{space}"
