"""The fonts and the theme, parts that a complete Word document is expected to have."""

from __future__ import annotations

from cableconv.exporters.docx.design.looks import FIXED, GREY, INK, LINK, SANS, SERIF
from cableconv.exporters.docx.package import DECLARATION, NAMESPACES

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": INK, "lt2": "EEF0F4",
    "accent1": INK, "accent2": GREY, "accent3": "8A93A3", "accent4": "7A2E2E",
    "accent5": "2E5E4E", "accent6": "8A6D1B", "hlink": LINK, "folHlink": "5B3A8C",
}  # fmt: skip
_FONTS = {
    SERIF: ("Liberation Serif", "roman", "variable"),
    SANS: ("Liberation Sans", "swiss", "variable"),
    FIXED: ("Liberation Mono", "modern", "fixed"),
}


def font_table() -> str:
    """Return the fonts, each with a substitute for machines that lack it."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/>'
        f'<w:pitch w:val="{pitch}"/></w:font>'
        for name, (other, family, pitch) in _FONTS.items()
    )
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def theme() -> str:
    """Return the theme, whose colours and fonts Word's dialogues offer."""
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items()
    )
    elements = (
        f'<a:clrScheme name="Cable">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Cable">{_font("major", SANS)}{_font("minor", SERIF)}</a:fontScheme>'
        f'<a:fmtScheme name="Cable">{_FORMATS}</a:fmtScheme>'
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_DRAWING}" name="Cable">'
        f"<a:themeElements>{elements}</a:themeElements></a:theme>"
    )


def _font(rank: str, name: str) -> str:
    return (
        f'<a:{rank}Font><a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{rank}Font>"
    )


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FORMATS = (  # unused, but a theme must have three of each
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
    f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)
