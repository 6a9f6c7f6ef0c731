"""Writes one row of the table of looks into a style of python-docx."""

from __future__ import annotations

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.font import Font

from cableconv.exporters.docx.design.looks import Look


def apply(look: Look, style: ParagraphStyle) -> None:
    """Set what the look defines, and inherit the rest from the base style."""
    _set_font(look, style.font)
    _set_spaces(look, style)
    _set_indents(look, style)
    _set_flow(look, style)
    _set_letters(look, style)
    _set_outline(look, style)
    _set_bar(look, style)


def paint(font: Font, color: str) -> None:
    """Set the colour, given as ``RRGGBB``."""
    font.color.rgb = RGBColor.from_string(color)


def _set_font(look: Look, font: Font) -> None:
    font.name, font.bold, font.cs_bold = look.font, look.bold, look.bold
    font.italic = look.italic
    font.size = _points(look.size)
    if look.color:
        paint(font, look.color)


def _set_spaces(look: Look, style: ParagraphStyle) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after = _points(look.before), _points(look.after)
    form.line_spacing = look.line


def _set_indents(look: Look, style: ParagraphStyle) -> None:
    form = style.paragraph_format
    form.left_indent, form.right_indent = _points(look.left), _points(look.right)
    form.first_line_indent = _points(look.hanging and -look.hanging)
    for place, side in look.tabs:
        form.tab_stops.add_tab_stop(Pt(place), WD_TAB_ALIGNMENT[side.upper()])


def _set_flow(look: Look, style: ParagraphStyle) -> None:
    form = style.paragraph_format
    form.keep_with_next, form.keep_together = look.keep_next, look.keep_lines
    if look.align:
        form.alignment = WD_PARAGRAPH_ALIGNMENT[look.align.upper()]


def _set_letters(look: Look, style: ParagraphStyle) -> None:
    """Set what python-docx does not support: letter spacing, the size of Arabic letters."""
    properties = style.element.get_or_add_rPr()
    if look.spacing is not None:
        spacing = OxmlElement("w:spacing", {qn("w:val"): str(round(look.spacing * 20))})
        properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz")
    if look.size is not None:
        size = OxmlElement("w:szCs", {qn("w:val"): str(round(look.size * 2))})
        properties.append(size)


def _set_outline(look: Look, style: ParagraphStyle) -> None:
    if look.outline is not None:
        level = OxmlElement("w:outlineLvl", {qn("w:val"): str(look.outline)})
        style.element.get_or_add_pPr().append(level)


def _set_bar(look: Look, style: ParagraphStyle) -> None:
    if look.bar is None:
        return
    bar = OxmlElement("w:pBdr")
    line = {"w:val": "single", "w:sz": "18", "w:space": "6", "w:color": look.bar}
    bar.append(OxmlElement("w:left", {qn(name): value for name, value in line.items()}))
    style.element.get_or_add_pPr().insert_element_before(
        bar, *("w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    )


def _points(length: float | None) -> Pt | None:
    return None if length is None else Pt(length)
