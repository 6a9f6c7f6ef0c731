"""Elements as text: inline markup on one line, blocks as indented lines.

Nothing inside a line breaks it, as a line break of the cable is ``<lb/>``.  So blocks can be
indented for readability without changing any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NewType

from cableconv.rendering.characters import allowed

Markup = NewType("Markup", str)
"""Well-formed content on one line; only this module makes it from plain text."""

Lines = list[Markup]
"""A block: the lines of one or more whole elements."""

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", "\t": "&#9;"}
_MARKUP = re.compile("[&<>\r\t]")
_IN_ATTRIBUTES = re.compile('["\n]')
_STEP = "  "


def text(words: str) -> Markup:
    """Return plain words as content."""
    return Markup(_escaped(words).replace("\n", "<lb/>"))


def joined(pieces: Iterable[Markup]) -> Markup:
    """Concatenate inline markup."""
    return Markup("".join(pieces))


def element(name: str, *content: Markup, **attributes: str | None) -> Markup:
    """Return an inline element; attributes of ``None`` are left out, ``xml_id`` is ``xml:id``."""
    opening = f"<{name}{''.join(_attributes(attributes))}"
    inside = "".join(content)
    return Markup(f"{opening}>{inside}</{name}>" if inside else f"{opening}/>")


def block(name: str, lines: Iterable[Markup], **attributes: str | None) -> Lines:
    """Return an element of whole lines; without any it is empty."""
    inside = [Markup(_STEP + line) for line in lines]
    opening = f"<{name}{''.join(_attributes(attributes))}"
    if not inside:
        return [Markup(f"{opening}/>")]
    return [Markup(f"{opening}>"), *inside, Markup(f"</{name}>")]


def known(name: str, words: str | None, **attributes: str | None) -> Lines:
    """Return an element of plain words, or nothing if there are none."""
    return [element(name, text(words), **attributes)] if words else []


def idno(kind: str, words: str | None) -> Lines:
    """Return a one-line ``<idno>``, or nothing if there are no words."""
    return known("idno", words and words.replace("\n", " "), type=kind)


def _attributes(attributes: dict[str, str | None]) -> Iterator[str]:
    for name, value in attributes.items():
        if value is not None:
            yield f' {name.replace("xml_", "xml:")}="{_attribute(value)}"'


def _attribute(value: str) -> str:
    return _IN_ATTRIBUTES.sub(lambda found: f"&#{ord(found[0])};", _escaped(value))


def _escaped(words: str) -> str:
    return _MARKUP.sub(lambda found: _ENTITIES[found[0]], allowed(words))
