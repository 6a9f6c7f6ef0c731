"""The two table styles, as XML: python-docx knows nothing of their rules and shades."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.exporters.docx import styles

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STRONG, _FINE = "8A93A3", "C9CED6"


def table_styles() -> Iterator[str]:
    """Each as the XML of its ``w:style``."""
    yield _style(
        styles.MESSAGE_DATA,
        "Message Data",
        _rules({"top": (8, _STRONG), "bottom": (8, _STRONG), "insideH": (4, _FINE)}),
        _margins(top=0, side=60),
    )
    yield _style(
        styles.TELEGRAM_TABLE,
        "Telegram Table",
        _rules({"top": (8, _STRONG), "bottom": (8, _STRONG), "insideH": (4, _FINE)}),
        _margins(top=0, side=80),
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_STRONG}"/></w:tcBorders>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EEF0F4"/></w:tcPr></w:tblStylePr>',
    )


def _style(identifier: str, name: str, rules: str, margins: str, parts: str = "") -> str:
    return (
        f'<w:style {_NAMESPACE} w:type="table" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>'
        f"<w:tblPr>{rules}{margins}</w:tblPr>{parts}</w:style>"
    )


def _rules(sides: dict[str, tuple[int, str]]) -> str:
    """Borders by side: eighths of a point and colour."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'
        for side, (size, color) in sides.items()
    )
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def _margins(top: int, side: int) -> str:
    widths = {"top": top, "left": side, "bottom": top, "right": side}
    cells = "".join(f'<w:{at} w:w="{width}" w:type="dxa"/>' for at, width in widths.items())
    return f"<w:tblCellMar>{cells}</w:tblCellMar>"
