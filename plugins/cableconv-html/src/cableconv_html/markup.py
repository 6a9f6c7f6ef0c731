"""HTML that is safe by construction: a plain ``str`` is always text, only ``Markup`` is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cableconv_html.characters import printable

_VOID = frozenset(("br", "hr", "input", "link", "meta", "wbr"))
_BETWEEN_WORDS = re.compile(r"(?<=\w{3}/)(?=\w{3})")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


class Markup(str):
    """Finished HTML."""

    __slots__ = ()


NOTHING = Markup()

Value = str | int | bool | None
"""Values of attributes: ``None`` and ``False`` leave one out, ``True`` writes its bare name."""


def text(words: str) -> Markup:
    """Return words as text; the effect of directional characters is limited to them."""
    shown = _without_markup(words)
    if not shown.isascii() and _RIGHT_TO_LEFT.search(shown):
        return Markup(f"<bdi>{shown}</bdi>")
    return Markup(shown)


def breakable(words: str) -> Markup:
    """Return words as text that may break after the slash between two of them.

    Browsers do not break there, but anywhere in a word that is wider than a narrow screen.
    """
    return joined(_BETWEEN_WORDS.split(words), element("wbr"))


def joined(content: Iterable[str], between: str = NOTHING) -> Markup:
    """Concatenate pieces; plain words become text."""
    return Markup(_finished(between).join(map(_finished, content)))


def element(name: str, /, *content: str, **attributes: Value) -> Markup:
    """Return an element; ``class_`` becomes ``class``, ``aria_label`` becomes ``aria-label``."""
    opening = f"<{name}{''.join(map(_attribute, attributes.items()))}>"
    return Markup(opening if name in _VOID else f"{opening}{joined(content)}</{name}>")


def some(name: str, /, *content: str, **attributes: Value) -> Markup:
    """Return the element, or nothing if it would be empty."""
    inside = joined(content)
    return element(name, inside, **attributes) if inside else NOTHING


def _finished(piece: str) -> Markup:
    return piece if isinstance(piece, Markup) else text(piece)


def _attribute(attribute: tuple[str, Value]) -> str:
    name, value = attribute
    name = name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    return f' {name}="{_escaped(str(value))}"'


def _escaped(words: str) -> str:
    """What may stand in a value between double quotes."""
    return _without_markup(words).replace('"', "&quot;")


def _without_markup(words: str) -> str:
    return printable(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
