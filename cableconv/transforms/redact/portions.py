"""Removes everything above a level from a cable: blocks, subject, header."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from cableconv.cable import (
    AnyBlock,
    Cable,
    EmbeddedCable,
    Item,
    Level,
    Paragraph,
    Quote,
    summary_of,
)
from cableconv.transforms.redact.block_levels import (
    block_levels,
    class_line_level,
    level_of_cable,
    level_with_inside,
    upper,
)
from cableconv.transforms.redact.emptied import (
    Placeholder,
    emptied,
    emptied_header,
    lost_header,
    plain_marking,
)
from cableconv.transforms.redact.header import Bounds, redacted_header
from cableconv.transforms.redact.inner_markings import opening_level
from cableconv.transforms.redact.outside_markings import (
    marked_from_above,
    path_of_classifier,
    signature_is_marked,
)
from cableconv.transforms.redact.report import Report
from cableconv.transforms.redact.unread_markings import unread_in_field
from cableconv.vocabulary.levels import highest, is_above, level_of

Levels = Mapping[str, Level | None]
"""The level of each block, by its path."""


class Portions:
    """Removes everything above ``limit``; ``subject`` is the level of an unmarked subject."""

    def __init__(self, limit: Level, subject: Level | None, report: Report) -> None:
        self._limit = limit
        self._subject_level = subject
        self._report = report

    def redacted(self, cable: Cable, path: str = "", around: Level | None = None) -> Cable:
        """Redact the cable and its header; ``path`` is its path, ``around`` the level there."""
        whole = level_of_cable(cable, around)
        levels = block_levels(cable, whole)
        bounds = Bounds(self._limit, whole, self._marked(cable, whole, levels))
        cable = self._with_subject(cable, bounds, path)
        cable = self._with_signature(cable, bounds, path)
        cable = redacted_header(cable, bounds, path, self._report)
        body = self._blocks(cable.body, levels, path, "body")
        return cable.replace(body=body, summary=summary_of(body))

    def _marked(self, cable: Cable, whole: Level | None, levels: Levels) -> frozenset[str]:
        """Return the fields that a marking in another field or in the body puts above the limit."""
        marked = marked_from_above(cable, self._limit, whole)
        repeated = path_of_classifier(cable)
        if repeated and self._is_above(levels[repeated]):
            return marked | {"classified_by"}
        return marked

    def _blocks(
        self, blocks: tuple[AnyBlock, ...], levels: Levels, path: str, below: str
    ) -> tuple[AnyBlock, ...]:
        """Redact blocks; ``path`` leads to the cable, ``below`` from there to the blocks."""
        return tuple(
            self._block(block, levels, path, f"{below}[{index}]")
            for index, block in enumerate(blocks)
        )

    def _block(self, block: AnyBlock, levels: Levels, path: str, below: str) -> AnyBlock:
        level = levels[below]
        if isinstance(block, EmbeddedCable):
            return self._embedded(block, level, f"{path}{below}")
        left: AnyBlock = block
        if self._is_above(level):
            left = emptied(block, self._placeholder(f"{path}{below}", level))
            self._say_what_else_goes(block, left, f"{path}{below}", level)
        if isinstance(left, Paragraph | Item | Quote) and left.blocks:
            return left.replace(blocks=self._blocks(left.blocks, levels, path, f"{below}.blocks"))
        return left

    def _embedded(self, block: EmbeddedCable, level: Level | None, path: str) -> AnyBlock:
        """Redact an embedded cable like other text: above the level, its header goes as well."""
        around = class_line_level(block.cable) or level
        inner = self.redacted(block.cable, f"{path}.cable.", around)
        if not self._is_above(level):
            return block.replace(cable=inner)
        emptied_block = emptied(block, self._placeholder(path, level))
        self._say_what_else_goes(block, emptied_block, path, level)
        left = emptied_header(inner)
        if header := lost_header(inner, left):
            self._placeholder(f"{path}.cable", level)(header)
        return emptied_block.replace(cable=left)

    def _say_what_else_goes(
        self, block: AnyBlock, left: AnyBlock, path: str, level: Level | None
    ) -> None:
        """Record the words of labels and of the lines that open and close a text."""
        for name in ("label", "opening", "closing"):
            words = getattr(block, name, None)
            if words and words != getattr(left, name):
                self._placeholder(f"{path}.{name}", level)(words)

    def _with_subject(self, cable: Cable, bounds: Bounds, path: str) -> Cable:
        if not cable.subject:
            return cable
        level = self._level_of_subject(cable, cable.subject, bounds.whole)
        if not (self._is_above(level) or "subject" in bounds.marked):
            return cable
        return cable.replace(
            subject=self._placeholder(f"{path}subject", level)(cable.subject),
            subject_marking=plain_marking(cable.subject_marking),
        )

    def _with_signature(self, cable: Cable, bounds: Bounds, path: str) -> Cable:
        """Remove what a marking at the end of the text may mark."""
        if not cable.signed_by or not signature_is_marked(cable, self._limit, bounds.whole):
            return cable
        text = "\n".join(cable.signed_by)
        left = self._placeholder(f"{path}signed_by", bounds.whole)(text)
        return cable.replace(signed_by=(left,))

    def _level_of_subject(self, cable: Cable, text: str, whole: Level | None) -> Level | None:
        """Return the level of the subject's marking, or the cable's if that cannot be read."""
        if cable.subject_marking is None:
            level = opening_level(text) or self._subject_level or whole
        else:
            level = level_of(cable.subject_marking) or whole
        unread = [named for _, named in unread_in_field(text)]
        level = upper(level, whole, highest(unread) or whole) if unread else level
        return level_with_inside(text, level, whole)

    def _is_above(self, level: Level | None) -> bool:
        return level is None or is_above(level, self._limit)

    def _placeholder(self, path: str, level: Level | None) -> Placeholder:
        return partial(self._report.taken_out, path, limit=self._limit, is_known=level is not None)
