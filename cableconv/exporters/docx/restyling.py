"""Merges two style sheets: the user's, completed by cableconv's for missing names.

Styles are recognised by their names as Word shows them: the ids are internal to Word,
and depend on its language ("heading 1" is ``Heading1`` or ``berschrift1``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.styles import CT_Style, CT_Styles
from lxml.etree import _Element

_STYLE, _DEFAULT = qn("w:style"), qn("w:default")
_NAMING = ("basedOn", "next", "link", "pStyle", "styleLink", "numStyleLink")
_IDENTIFIERS = {_STYLE: qn("w:styleId")} | {qn(f"w:{name}"): qn("w:val") for name in _NAMING}
"""The elements that define or use a style's id, in style sheets and the numbering part."""

_UNNAMED = {"normal", "default paragraph font", "normal table"}
"""Word's own defaults, which are not reported when missing."""


class _Key(NamedTuple):
    """The identity of a style."""

    kind: WD_STYLE_TYPE
    name: str


class Restyling(NamedTuple):
    """The result of a merge: changed ids, and missing names."""

    ids: Mapping[str, str]
    missing: tuple[str, ...]


def restyle(theirs: CT_Styles, ours: CT_Styles) -> Restyling:
    """Give ``theirs`` our ids for styles with our names, and our styles for missing names.

    Raises:
        ValueError: a style is of a type that Word does not have.
    """
    own, foreign = _by_key(ours), _by_key(theirs)
    ids = dict(_new_ids(own, foreign))
    rename(theirs, ids)
    defaults = {key.kind for key, style in foreign.items() if style.default}
    missing = {key: style for key, style in own.items() if key not in foreign}
    for key, style in missing.items():
        if key.kind in defaults:
            style.attrib.pop(_DEFAULT, "")
        theirs.append(style)
    names = (style.name_val for key, style in missing.items() if key.name not in _UNNAMED)
    return Restyling(ids, tuple(filter(None, names)))


def rename(part: _Element, ids: Mapping[str, str]) -> None:
    """Change the ids of styles in a part, where they are defined and where they are used."""
    for element in part.iter(*_IDENTIFIERS):
        attribute = _IDENTIFIERS[str(element.tag)]
        identifier = element.get(attribute, "")
        element.set(attribute, ids.get(identifier, identifier))


def _new_ids(
    own: Mapping[_Key, CT_Style], foreign: Mapping[_Key, CT_Style]
) -> Iterator[tuple[str, str]]:
    """Return our ids for styles with our names; another id for a style that uses one of ours."""
    taken = {style.styleId for style in own.values()}
    for key, style in foreign.items():
        identifier = style.styleId or ""
        if key in own:
            yield identifier, own[key].styleId or ""
        elif identifier in taken:
            yield identifier, f"{identifier}-{key.kind.name.lower()}-{len(foreign)}"


def _by_key(sheet: CT_Styles) -> dict[_Key, CT_Style]:
    styles = (style for style in sheet.iterchildren(_STYLE) if isinstance(style, CT_Style))
    return {_key(style): style for style in styles}


def _key(style: CT_Style) -> _Key:
    return _Key(style.type or WD_STYLE_TYPE.PARAGRAPH, (style.name_val or "").lower())
