"""The smallest package that Word opens, to which python-docx adds the styles."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.exporters.docx.design.fonts import font_table, theme
from cableconv.exporters.docx.document import Apparatus, Setup, main_part
from cableconv.exporters.docx.package import (
    CONTENT_TYPES,
    DECLARATION,
    FOOTER,
    HEADER,
    MAIN,
    MAIN_RELATIONS,
    NAMESPACES,
    PROPERTIES,
    deflate,
    pack,
)
from cableconv.exporters.docx.page import footer, header
from cableconv.exporters.docx.properties import core_properties

STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
FONTS = "word/fontTable.xml"
THEME = "word/theme/theme1.xml"
APPLICATION = "docProps/app.xml"
RELATIONS = "_rels/.rels"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PLAIN = Setup(editorial=False)


def skeleton() -> bytes:
    """Return a document without text, with a style sheet that has only the defaults."""
    empty = Cable()
    parts = {
        CONTENT_TYPES: _content_types(),
        RELATIONS: _relations(_OF_PACKAGE),
        MAIN: main_part(empty, _PLAIN, Apparatus.of(_PLAIN)).decode(),
        MAIN_RELATIONS: _relations(_OF_MAIN),
        HEADER: header(""),
        FOOTER: footer("", ""),
        STYLES: _STYLES,
        SETTINGS: _SETTINGS,
        FONTS: font_table(),
        THEME: theme(),
        PROPERTIES: core_properties(empty, says_where_from=False),
        APPLICATION: _APPLICATION,
    }
    return pack(deflate(name, content.encode()) for name, content in parts.items())


def _content_types() -> str:
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in _TYPES.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(parts: dict[str, str]) -> str:
    """Return the relations part; a relation's id is the last word of its type."""
    relations = "".join(
        f'<Relationship Id="{kind.rpartition("/")[2]}" Type="{kind}" Target="/{part}"/>'
        for kind, part in parts.items()
    )
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
    )


_OF_PACKAGE = {
    f"{_OFFICE}/officeDocument": MAIN,
    f"{_PACKAGE}/relationships/metadata/core-properties": PROPERTIES,
    f"{_OFFICE}/extended-properties": APPLICATION,
}
_OF_MAIN = {
    f"{_OFFICE}/styles": STYLES,
    f"{_OFFICE}/settings": SETTINGS,
    f"{_OFFICE}/fontTable": FONTS,
    f"{_OFFICE}/theme": THEME,
    f"{_OFFICE}/header": HEADER,
    f"{_OFFICE}/footer": FOOTER,
}
_TYPES = {
    MAIN: f"{_WORD}.document.main+xml",
    STYLES: f"{_WORD}.styles+xml",
    SETTINGS: f"{_WORD}.settings+xml",
    FONTS: f"{_WORD}.fontTable+xml",
    THEME: "application/vnd.openxmlformats-officedocument.theme+xml",
    HEADER: f"{_WORD}.header+xml",
    FOOTER: f"{_WORD}.footer+xml",
    PROPERTIES: "application/vnd.openxmlformats-package.core-properties+xml",
    APPLICATION: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}

_STYLES = (
    f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="23"/><w:szCs w:val="23"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
)

_APPLICATION = (
    f"{DECLARATION}<Properties"
    ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>cableconv</Application></Properties>"
)

_SETTINGS = (
    f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    "</w:settings>"
)
