"""The level of every block of a body; a block counts as low only if it is known to be.

``None`` is an unknown level, which ranks above all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from cableconv.cable import (
    AnyBlock,
    Cable,
    EmbeddedCable,
    Heading,
    Item,
    Level,
    Paragraph,
    Quote,
    Table,
)
from cableconv.patterns import pattern
from cableconv.transforms.redact.inner_markings import (
    highest_inside,
    markings,
    markings_of_field,
    opening_level,
)
from cableconv.transforms.redact.misread_markings import misread_markings
from cableconv.transforms.redact.printed_levels import printed_levels
from cableconv.transforms.redact.unread_markings import looks_marked, named_level
from cableconv.vocabulary.levels import LEVELS, highest, is_plain, level_of

_LOWEST = LEVELS[0]
_LEVEL_WORDS = pattern(r"\b(?:TOP SECRET|SECRET|CONFIDENTIAL|LIMITED OFFICIAL USE|SENSITIVE|SBU)\b")
_LINE = 69  # characters in a line of a telegram (5 FAH-2 H-323)


def class_line_level(cable: Cable) -> Level | None:
    """Return the level on the class line, if it is a known one."""
    return cable.classification.level if cable.classification else None


def level_of_cable(cable: Cable, around: Level | None = None) -> Level | None:
    """Return the level of the class line (or of the enclosing cable), or of a higher paragraph.

    The container's classification counts as well, if it is higher, and so does every level
    that is printed elsewhere.
    """
    printed = class_line_level(cable) or around
    if printed is None:
        return None
    marked = (block.marking for block in cable.body if isinstance(block, Paragraph))
    said = (*marked, cable.source.classification)
    levels = (level_of(words) for words in said if words)
    return highest((printed, *levels, *printed_levels(cable)))


def upper(*levels: Level | None) -> Level | None:
    """Return the highest level; unknown if one of them is."""
    return reduce(_upper, levels)


def _upper(one: Level | None, other: Level | None) -> Level | None:
    return highest((one, other)) if one and other else None


def level_with_inside(text: str, level: Level | None, whole: Level | None) -> Level | None:
    """Raise a text's level by the markings inside it; ``whole`` is the least of a damaged one."""
    level = level and highest_inside(text, level)
    damaged = highest(marking.level for marking in misread_markings(text))
    return upper(level, whole, damaged) if damaged else level


def own_texts(block: AnyBlock) -> Iterator[str]:
    """Yield every text of the block itself, without those of nested blocks."""
    if isinstance(block, Quote | EmbeddedCable):
        yield from (block.opening or "", block.closing or "")
        return
    yield block.text
    if isinstance(block, Item):
        yield block.label
    if isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)


class _Scope(NamedTuple):
    """The levels of the cable and the enclosing block; ``counts``: missing markings are doubts."""

    whole: Level | None
    parent: Level | None
    counts: bool


def block_levels(cable: Cable, whole: Level | None) -> dict[str, Level | None]:
    """Return each block's level by its path in the body; an embedded cable has its own levels."""
    reading = _Reading()
    marked = (marking.level for text in _last_texts(cable) for marking in markings_of_field(text))
    near = upper(whole, *marked)
    reading.read(cable.body, "body", _Scope(whole, _LOWEST, True), near)
    return _with_last_marking(reading.levels, cable)


def _with_last_marking(levels: dict[str, Level | None], cable: Cable) -> dict[str, Level | None]:
    """Raise the levels of the last block, if a marking alone below it was read as a signature."""
    below = highest(level_of(name) for name in cable.signed_by if is_plain(name))
    last = f"body[{len(cable.body) - 1}]"
    raised = {path: upper(level, below) for path, level in levels.items() if path.startswith(last)}
    return {**levels, **raised} if below else levels


def _last_texts(cable: Cable) -> Iterator[str]:
    """Yield the fields just above the body: what a marking in one marks may go on in the body."""
    yield from (reference.text for reference in cable.references[-1:])
    for field in (cable.classified_by, cable.executive_order):
        if field and field.text:
            yield field.text


class _Reading:
    """Reads blocks in order; an unmarked block takes the level of the nearest marked one.

    Only a numbered paragraph lowers the level again for the blocks after it.  A title at the end
    of one list belongs to the block after that list.
    """

    def __init__(self) -> None:
        self.levels: dict[str, Level | None] = {}
        self._titles: list[str] = []

    def read(
        self, blocks: Sequence[AnyBlock], path: str, scope: _Scope, near: Level | None
    ) -> Level | None:
        """Read the blocks of one list, and return the level of the last one, or ``near``."""
        for index, block in enumerate(blocks):
            here = f"{path}[{index}]"
            level = self._level(block, scope, near)
            self.levels[here] = level
            if _is_title(block):
                self._titles.append(here)
                continue
            self._close_titles(level)
            last = upper(level, self._read_inside(block, here, scope, level))
            is_numbered = isinstance(block, Paragraph) and block.number is not None
            near = last if is_numbered else upper(near, last)
        return near

    def _close_titles(self, level: Level | None) -> None:
        for title in self._titles:
            self.levels[title] = upper(self.levels[title], level)
        self._titles = []

    def _read_inside(
        self, block: AnyBlock, path: str, scope: _Scope, level: Level | None
    ) -> Level | None:
        if not isinstance(block, Paragraph | Item | Quote):
            return level
        counts = any(isinstance(each, Paragraph) and each.marking for each in block.blocks)
        inner = _Scope(scope.whole, level, counts)
        return self.read(block.blocks, f"{path}.blocks", inner, level)

    def _level(self, block: AnyBlock, scope: _Scope, near: Level | None) -> Level | None:
        """Return the block's own or inherited level, raised by a higher marking inside its text."""
        if isinstance(block, EmbeddedCable):
            level = level_of_cable(block.cable, upper(scope.parent, near))
        else:
            level = _own_level(block) or self._inherited(block, scope, near)
        for text in own_texts(block):
            level = level_with_inside(text, level, scope.whole)
        return level and highest((level, _level_of_opening(block)))

    def _inherited(self, block: AnyBlock, scope: _Scope, near: Level | None) -> Level | None:
        """Return the level by the blocks around and above; in doubt at least that of the cable."""
        inherited = upper(scope.parent, near)
        is_doubt = _is_unread(block) or (
            scope.counts and isinstance(block, Paragraph) and block.number is not None
        )
        if not is_doubt:
            return inherited
        doubtful = upper(scope.whole, inherited)
        return doubtful and highest((doubtful, _named_level(block)))


def _own_level(block: AnyBlock) -> Level | None:
    """Return the level of its marking, or of a marking at the beginning of its text."""
    marking = getattr(block, "marking", None)
    if marking is not None:
        return level_of(marking)
    return opening_level(next(own_texts(block)))


def _is_unread(block: AnyBlock) -> bool:
    """Whether it has a marking that cannot be read."""
    return getattr(block, "marking", None) is not None or looks_marked(next(own_texts(block)))


def _named_level(block: AnyBlock) -> Level | None:
    """Return the level that its unread marking seems to name."""
    marking = getattr(block, "marking", None)
    return named_level(f"({marking})" if marking else next(own_texts(block)))


def _level_of_opening(block: AnyBlock) -> Level | None:
    """Return the level that opens a quoted text in words: BEGIN SECRET TEXT."""
    opening = block.opening if isinstance(block, Quote | EmbeddedCable) else None
    words = [level_of(found[0]) for found in _LEVEL_WORDS.finditer(opening or "")]
    return highest(words)


def _is_title(block: AnyBlock) -> bool:
    """Whether it is unmarked and names or introduces the following block."""
    if _own_level(block) or _is_unread(block) or any(markings(next(own_texts(block)))):
        return False
    if isinstance(block, Heading):
        return True
    if not isinstance(block, Paragraph) or block.number is not None or block.blocks:
        return False
    is_short = len(block.text) <= _LINE and not block.text.rstrip().endswith((".", "!", "?"))
    return is_short or block.text.isupper() or block.text.rstrip().endswith(":")
