"""The overall classification: its words, and the colour of its level."""

from __future__ import annotations

from cableconv import Cable
from cableconv.rendering.message_data import designation, marking

from cableconv_html.markup import NOTHING, Markup, element


def level_class(cable: Cable) -> str:
    """Return the style sheet's class for the level; ``unmarked`` if it is unknown."""
    level = cable.classification.level if cable.classification else None
    return level.lower().replace(" ", "-") if level else "unmarked"


def banner(cable: Cable, is_last: bool = False) -> Markup:
    """Return the banner, of which the last is not printed; nothing if the cable has no marking."""
    words = marking(cable)
    if not words:
        return NOTHING
    place = "banner bottom" if is_last else "banner"
    return element("p", words, class_=f"{place} {level_class(cable)}")


def printed_banner(cable: Cable) -> str:
    """Return a style that repeats the banner on every printed page (CSS Paged Media 3)."""
    words = f'content: "{quoted(marking(cable))}"'
    number = f'content: "{quoted(designation(cable))}"'
    return (
        f"@page {{ @top-center {{ {words} }} @bottom-center {{ {words} }}"
        f" @bottom-left {{ {number} }} }} @page :first {{ @top-center {{ content: none }} }}"
    )


def quoted(words: str) -> str:
    """Escape for a CSS string: everything except letters and digits."""
    return "".join(sign if sign.isascii() and sign.isalnum() else _escaped(sign) for sign in words)


def _escaped(sign: str) -> str:
    return " " if sign.isspace() else f"\\{ord(sign):x} "
