"""Classes that decide where the text of a page is divided between sheets of paper."""

from __future__ import annotations

from cableconv.cable import Item, Paragraph, Preformatted, Table
from cableconv.rendering.on_one_page import is_introduction, is_kept_whole

_THREE_LINES, _FIVE_LINES = 240, 460
"""Characters of a paragraph of about so many printed lines."""


def classes(block: Paragraph | Item, introduces: bool) -> str | None:
    """Return the block's role, how it is printed, and whether it ``introduces`` the next one."""
    return _several(block.role, None if block.blocks else _printed(block.text, introduces))


def opening(text: str) -> str | None:
    """Return the classes of a text with blocks below it in the same paragraph."""
    return _printed(text, is_introduction(text))


def tall(block: Preformatted | Table) -> str | None:
    """Return the class of what is long enough to be divided."""
    return None if is_kept_whole(block) else "tall"


def _printed(text: str, introduces: bool) -> str | None:
    """Mark a text that belongs with what follows, and one that should not be divided.

    Chromium divides three lines that belong with what follows; of four it puts the last one on
    the next sheet, alone, as it keeps the first three together (CSS Fragmentation 3, orphans and
    widows).
    """
    least = 0 if introduces else _THREE_LINES
    is_brief = least < len(text) < _FIVE_LINES
    return _several("lead" if introduces else None, "brief" if is_brief else None)


def _several(*names: str | None) -> str | None:
    return " ".join(filter(None, names)) or None
