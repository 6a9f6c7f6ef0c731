"""What remains of a node above the level: its place, its marking, its number."""

from __future__ import annotations

from collections.abc import Callable

from cableconv.cable import (
    AnyBlock,
    Cable,
    Classification,
    EmbeddedCable,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Quote,
    Source,
    Table,
)
from cableconv.patterns import pattern
from cableconv.transforms.redact.block_levels import own_texts
from cableconv.vocabulary.levels import is_plain, level_of, short

Placeholder = Callable[[str], str]
"""Returns the placeholder of a text."""

_PLAIN_LABEL = pattern(r"\W*(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})?\W*")
_DASHES = "--"
_OPENING, _CLOSING = "BEGIN TEXT", "END TEXT"


def emptied(block: AnyBlock, placeholder: Placeholder) -> AnyBlock:
    """Return the block without its words; nested blocks are left to the caller."""
    if isinstance(block, Quote | EmbeddedCable):
        is_marked = block.opening or block.closing  # the text above may have announced it
        return block.replace(
            opening=_OPENING if is_marked else None, closing=block.closing and _CLOSING
        )
    printed = _printed(block)
    text = placeholder(printed) if printed.strip() else ""
    match block:
        case Heading() | Paragraph():
            return block.replace(marking=plain_marking(block.marking), text=text)
        case Item():
            label = block.label if _is_plain_label(block.label) else _DASHES
            return block.replace(label=label, marking=plain_marking(block.marking), text=text)
        case Table():
            return block.replace(rows=((text,),), text=text)
    return block.replace(text=text)


def _printed(block: Heading | Paragraph | Item | Table | Preformatted) -> str:
    is_torn = isinstance(block, Table) and not block.text
    return "\n".join(own_texts(block)) if is_torn else block.text


def plain_marking(marking: str | None) -> str | None:
    """Return the marking as printed, or only its level if it contains other words."""
    if marking is None or is_plain(marking):
        return marking
    level = level_of(marking)
    return short(level) if level else None


def emptied_header(cable: Cable) -> Cable:
    """Return an embedded cable with only its level, subject and text, unchanged."""
    level = cable.classification and cable.classification.level
    return Cable(
        classification=Classification(level=level, text=level) if level else None,
        subject=cable.subject,
        subject_marking=cable.subject_marking,
        body=cable.body,
        summary=cable.summary,
    )


def lost_header(cable: Cable, left: Cable) -> str:
    """Return the texts of a header that are not left of it, a line each; notes do not count."""
    bare = cable.replace(body=(), summary=None, furniture=(), diagnostics=(), source=Source())
    kept = {text for _, text in left.texts()}
    return "\n".join(text for _, text in bare.texts() if text not in kept)


def _is_plain_label(label: str) -> bool:
    return _PLAIN_LABEL.fullmatch(label) is not None
