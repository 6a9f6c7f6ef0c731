"""A telegram's text in stretches, each with what it was read as: for people who check a reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cableconv.cable import AnyBlock, Cable, EmbeddedCable, Item, Paragraph
from cableconv.patterns import pattern

UNREAD = "unread"
"""The kind of furniture that no rule has taken."""

_FURNITURE = pattern(r"(?:(.*)\.)?furniture\[(\d+)\]")


class Stretch(NamedTuple):
    """A piece of the text; ``path`` is the node it belongs to, empty between two nodes.

    ``role`` is ``field``, ``block``, ``furniture``, ``unread``, or empty.
    """

    text: str
    path: str = ""
    role: str = ""
    label: str = ""


def stretches(cable: Cable, text: str) -> Iterator[Stretch]:
    """The whole text in order; joined it is the text again."""
    blocks = dict(cable.walk())
    at = 0
    for part in cable.parts:
        start, end = max(part.start, at), min(part.end, len(text))
        if start >= end:
            continue
        if at < start:
            yield Stretch(text[at:start])
        label = _label(part.path, blocks, cable)
        role = UNREAD if label == UNREAD else part.role
        yield Stretch(text[start:end], part.path, role, label)
        at = end
    if at < len(text):
        yield Stretch(text[at:])


def block_label(block: AnyBlock) -> str:
    """What a block is, in words: ``paragraph 2``, ``item a.``"""
    kind = block.type.replace("_", " ")
    match block:
        case Paragraph():
            mark = "" if block.number is None else str(block.number)
        case Item():
            mark = block.label
        case _:
            mark = ""
    return f"{kind} {mark}".strip()


def _label(path: str, blocks: dict[str, AnyBlock], cable: Cable) -> str:
    if path in blocks:
        return block_label(blocks[path])
    furniture = _FURNITURE.fullmatch(path)
    if furniture is None:
        return path
    holder = blocks.get((furniture[1] or "").removesuffix(".cable"))
    owner = holder.cable if isinstance(holder, EmbeddedCable) else cable
    number = int(furniture[2])
    return owner.furniture[number].kind if number < len(owner.furniture) else path
