"""A list of the headings of a long cable, each with the number of the first paragraph below it.

Only the program that displays pages knows where they end; paragraph numbers are the cable's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import dropwhile

from cableconv.cable import AnyBlock, Cable, EmbeddedCable, Heading, Paragraph
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.edition import NO_PLACES
from cableconv.exporters.docx.links import Links, link_to
from cableconv.exporters.docx.text import TAB, run, wrapped

_LONG = 18_000
"""Characters of about eight pages, including headings and lists."""

_FEWEST_BLOCKS = 16
_FEWEST_HEADINGS = 3


def places(cable: Cable, links: Links) -> Mapping[int, str]:
    """Return the names of bookmarks for the headings of a long cable, by their blocks' identity."""
    if len(cable.body) < _FEWEST_BLOCKS:
        return NO_PLACES
    headings = [block for block in cable.body if isinstance(block, Heading)]
    if len(headings) < _FEWEST_HEADINGS or sum(map(_length, cable.body)) < _LONG:
        return NO_PLACES
    return {id(heading): links.name() for heading in headings}


def contents(cable: Cable, named: Mapping[int, str]) -> str:
    """Return the list; empty for a cable whose headings have no bookmarks."""
    if not named:
        return ""
    lines = [wrapped(styles.EDITORIAL_HEADING, run("Contents"))]
    for at, block in enumerate(cable.body):
        if isinstance(block, Heading) and id(block) in named:
            number = _number_below(cable.body[at + 1 :])
            lead = run(f"Paragraph {number}") if number is not None else ""
            link = link_to(named[id(block)], block.text)
            lines.append(wrapped(styles.OUTLINE, lead + TAB + link))
    return "".join((*lines, wrapped(styles.TABLE_SPACE, "")))


def _number_below(blocks: tuple[AnyBlock, ...]) -> int | None:
    """Return the number of the paragraph right below a heading, or below adjacent ones.

    A later paragraph's number would send readers past unnumbered text.
    """
    first = next(dropwhile(_is_heading, blocks), None)
    return first.number if isinstance(first, Paragraph) else None


def _is_heading(block: AnyBlock) -> bool:
    return isinstance(block, Heading)


def _length(block: AnyBlock) -> int:
    """Return the number of characters of a block and the blocks in it."""
    inner = block.cable.body if isinstance(block, EmbeddedCable) else getattr(block, "blocks", ())
    return len(getattr(block, "text", None) or "") + sum(map(_length, inner))
