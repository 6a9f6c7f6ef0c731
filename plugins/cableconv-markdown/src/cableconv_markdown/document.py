"""A whole cable as CommonMark: message data, title, body and signature."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv import Cable
from cableconv.cable import (
    AnyBlock,
    EmbeddedCable,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)

from cableconv_markdown.escaping import bold, escape, fenced
from cableconv_markdown.message_data import as_list, as_yaml, title

# Labels that only say that here is an item.
_BULLETS = {"-", "--", "---", "*", "o", "\u2022"}


def encode(cable: Cable, *, front_matter: bool = True) -> str:
    """The cable as CommonMark; its message data as YAML before it, or as a list."""
    if not front_matter:
        return "\n\n".join(parts(cable)) + "\n"
    return "\n\n".join([as_yaml(cable), *parts(cable, data=False)]) + "\n"


def parts(cable: Cable, data: bool = True) -> list[str]:
    """The document as chunks, with or without the message data."""
    found = [
        f"# {escape(title(cable))}",
        as_list(cable) if data else "",
        bold(cable.classification.text) if cable.classification else "",
        *(escape(notice) for notice in cable.notices),
        *chunks(cable.body),
        *(bold(name) for name in cable.signed_by),
    ]
    return [chunk for chunk in found if chunk]


def chunks(blocks: Iterable[AnyBlock]) -> list[str]:
    """The blocks as chunks that an empty line sets apart."""
    return [chunk for block in blocks for chunk in _chunks(block)]


def _chunks(block: AnyBlock) -> list[str]:
    match block:
        case Heading():
            return [f"## {_marked(block.marking)}{escape(block.text)}"]
        case Paragraph():
            return _paragraph(block)
        case Item():
            return [_item(block)]
        case Table() | Preformatted():
            return [fenced(block.text)]
        case Quote():
            return [_quoted(block.opening, chunks(block.blocks), block.closing)]
        case EmbeddedCable():
            return [_cable(block)]


def _paragraph(paragraph: Paragraph) -> list[str]:
    """The cable's own number; a Markdown list would count anew."""
    number = "" if paragraph.number is None else f"**{paragraph.number}.** "
    text = f"{number}{_marked(paragraph.marking)}{escape(paragraph.text)}".rstrip()
    return [chunk for chunk in (text, *chunks(paragraph.blocks)) if chunk]


def _item(item: Item) -> str:
    label = "" if item.label in _BULLETS else f"{escape(item.label)} "
    text = f"{label}{_marked(item.marking)}{escape(item.text)}".rstrip()
    return _prefixed("- ", "  ", [text, *chunks(item.blocks)])


def _quoted(opening: str | None, inside: list[str], closing: str | None) -> str:
    first, last = (bold(line or "") for line in (opening, closing))
    return _prefixed("> ", "> ", [first, *inside, last])


def _cable(block: EmbeddedCable) -> str:
    return _quoted(block.opening, parts(block.cable), block.closing)


def _marked(marking: str | None) -> str:
    return f"({escape(marking)}) " if marking else ""


def _prefixed(first: str, rest: str, inside: list[str]) -> str:
    """Chunks as one chunk whose lines belong to a list item or a quotation."""
    lines = "\n\n".join(chunk for chunk in inside if chunk).split("\n")
    return "\n".join(f"{rest if at else first}{line}".rstrip() for at, line in enumerate(lines))
