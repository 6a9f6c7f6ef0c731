"""The table styles as XML, as python-docx does not support their rules and shades."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.exporters.docx import styles
from cableconv.exporters.docx.page import BOX_MARGIN, TABLE_INDENT

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STRONG, _FINE = "8A93A3", "C9CED6"

_SIDES = ("top", "left", "bottom", "right")


def table_styles() -> Iterator[str]:
    """Yield each as the XML of its ``w:style``."""
    yield _style(styles.MESSAGE_DATA, "Message Data", _properties(indent=0, margin=60))
    yield _style(
        styles.TELEGRAM_TABLE,
        "Telegram Table",
        _properties(indent=TABLE_INDENT, margin=80),
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_STRONG}"/></w:tcBorders>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EEF0F4"/></w:tcPr></w:tblStylePr>',
    )
    yield _style(styles.BOX, "Embedded Cable", _box())


def _style(identifier: str, name: str, properties: str, parts: str = "") -> str:
    return (
        f'<w:style {_NAMESPACE} w:type="table" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>'
        f"{properties}{parts}</w:style>"
    )


def _properties(indent: int, margin: int) -> str:
    """Return rules above, below and between the rows; indent and cell margins in twips."""
    rules = {"top": (8, _STRONG), "bottom": (8, _STRONG), "insideH": (4, _FINE)}
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'
        for side, (size, color) in rules.items()
    )
    sides = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tblPr><w:tblInd w:w="{indent}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>"
    )


def _box() -> str:
    """Return a frame on all four sides, with padding."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{_STRONG}"/>' for side in _SIDES
    )
    room = "".join(f'<w:{side} w:w="{BOX_MARGIN}" w:type="dxa"/>' for side in _SIDES)
    return (
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>"
        f"<w:tblCellMar>{room}</w:tblCellMar></w:tblPr>"
    )
