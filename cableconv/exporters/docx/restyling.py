"""Two style sheets into one: the user's, with ours for the names that it doesn't have.

Styles are recognised by their names, as Word shows them: the ids behind the names are Word's own,
and differ with its language ("heading 1" is ``Heading1`` or ``berschrift1``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_STYLE, _ID, _TYPE, _VALUE = f"{W}style", f"{W}styleId", f"{W}type", f"{W}val"
_DEFAULT = f"{W}default"
_NAMING = (
    f"{W}basedOn", f"{W}next", f"{W}link", f"{W}pStyle", f"{W}styleLink", f"{W}numStyleLink",
)  # fmt: skip
"""What names a style by its id, in a style sheet and in the numbering part."""

_UNNAMED = {"normal", "default paragraph font", "normal table"}
"""Word's own defaults: nobody misses them."""


Parts = dict[str, bytes]


class Restyled(NamedTuple):
    """The template's parts in the user's styles, and what there is to say of these."""

    parts: Parts
    findings: tuple[str, ...]


class _Key(NamedTuple):
    """What tells one style from another."""

    kind: str
    name: str


class Restyling(NamedTuple):
    """How a style sheet was joined: ids that were changed, names that were missing."""

    ids: Mapping[str, str]
    missing: tuple[str, ...]


def restyle(theirs: _Element, ours: _Element) -> Restyling:
    """Gives ``theirs`` our ids for the styles of our names, and our styles for missing names."""
    own, foreign = dict(_styles(ours)), dict(_styles(theirs))
    ids = dict(_new_ids(own, foreign))
    rename(theirs, ids)
    missing = [style for key, style in own.items() if key not in foreign]
    defaults = {style.get(_TYPE) for style in foreign.values() if style.get(_DEFAULT)}
    for style in missing:
        if style.get(_TYPE) in defaults and style.get(_DEFAULT):
            del style.attrib[_DEFAULT]
        theirs.append(style)
    names = (_name(style) for style in missing)
    return Restyling(ids, tuple(name for name in names if name.lower() not in _UNNAMED))


def rename(part: _Element, ids: Mapping[str, str]) -> None:
    """Changes the ids of styles in a part, where they are given and where they are named."""
    for style in part.iterfind(_STYLE):
        style.set(_ID, ids.get(style.get(_ID, ""), style.get(_ID, "")))
    for naming in part.iter(*_NAMING):
        naming.set(_VALUE, ids.get(naming.get(_VALUE, ""), naming.get(_VALUE, "")))


def _new_ids(
    own: Mapping[_Key, _Element], foreign: Mapping[_Key, _Element]
) -> Iterator[tuple[str, str]]:
    """Our ids for the styles of our names; another id for a style that has one of ours."""
    taken = {style.get(_ID) for style in own.values()}
    for key, style in foreign.items():
        identifier = style.get(_ID, "")
        if key in own:
            yield identifier, own[key].get(_ID, "")
        elif identifier in taken:
            yield identifier, f"{identifier}-{key.kind}-{len(foreign)}"


def _styles(sheet: _Element) -> Iterator[tuple[_Key, _Element]]:
    for style in sheet.findall(_STYLE):
        yield _Key(style.get(_TYPE, "paragraph"), _name(style).lower()), style


def _name(style: _Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(_VALUE, "")
