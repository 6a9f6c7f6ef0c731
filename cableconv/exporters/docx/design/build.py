"""Builds the template: a skeleton, styles through python-docx, a zip without timestamps."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.parser import parse_xml
from docx.styles.style import ParagraphStyle

from cableconv.exporters.docx.design.looks import GREY, LINK, Look, looks
from cableconv.exporters.docx.design.paragraph_style import apply, paint
from cableconv.exporters.docx.design.skeleton import skeleton
from cableconv.exporters.docx.design.table_styles import table_styles
from cableconv.exporters.docx.package import deflate, pack, unpack

_WORDS_OWN = {
    "Header",
    "Footer",
    "Title",
    "Body Text",
    "Signature",
    "Heading 1",
    "Heading 2",
    "annotation text",
    "footnote text",
}


def template() -> bytes:
    """Return the template's bytes."""
    document = docx.Document(io.BytesIO(skeleton()))
    for look in looks():
        _add(document, look)
    for look in looks():
        if look.next:
            _style(document, look.name).next_paragraph_style = _style(document, look.next)
    _add_character_styles(document)
    for style in table_styles():
        document.styles.element.append(parse_xml(style))
    return _packed(document)


def _add(document: Document, look: Look) -> None:
    kind = WD_STYLE_TYPE.PARAGRAPH
    document.styles.add_style(look.name, kind, builtin=look.name in _WORDS_OWN)
    style = _style(document, look.name)
    style.element.styleId = look.name.replace(" ", "")
    style.base_style = _style(document, look.based_on)
    style.quick_style = True
    apply(look, style)


def _add_character_styles(document: Document) -> None:
    marking = document.styles.add_style("Portion Marking", WD_STYLE_TYPE.CHARACTER)
    paint(marking.font, GREY)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    paint(link.font, LINK)
    for name in ("annotation reference", "footnote reference"):
        mark = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=True)
        mark.element.styleId = name.replace(" ", "")
        mark.font.superscript = True


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _packed(document: Document) -> bytes:
    saved = io.BytesIO()
    document.save(saved)
    return pack(deflate(name, part) for name, part in unpack(saved.getvalue()).items())
