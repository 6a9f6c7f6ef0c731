"""Which portions of a cable stand above a level, and the cable without them.

A block's level is that of its own marking; without one that of the block around it; else that
of the numbered paragraph before it; else the cable's (a repeated cable's, then that of the
place where it is repeated).  What has no level at all is taken for the highest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from cableconv.cable import (
    AnyBlock,
    Cable,
    ClassifiedBy,
    EmbeddedCable,
    Item,
    Level,
    Paragraph,
    Quote,
    Reference,
)
from cableconv.transforms.redact.emptied import (
    Placeholder,
    emptied,
    emptied_classified_by,
    emptied_header,
    emptied_reference,
    plain_marking,
    printed_text,
)
from cableconv.transforms.redact.inheritance import Scope, level_of_cable
from cableconv.transforms.redact.inner_markings import highest_inside, opening_level
from cableconv.transforms.redact.report import Report, placeholder
from cableconv.vocabulary.levels import is_above


class Portions:
    """Takes out what stands above ``limit``."""

    def __init__(self, limit: Level, report: Report) -> None:
        self._limit = limit
        self._report = report

    def redacted(self, cable: Cable, path: str = "", around: Level | None = None) -> Cable:
        """The cable with its header; ``path`` leads to it, ``around`` is the level there."""
        whole = level_of_cable(cable) or around
        scope = Scope(whole, before=whole)
        headed = self._with_header(cable, scope, path)
        redacted = headed.replace(body=tuple(self._blocks(cable.body, scope, f"{path}body")))
        is_whole = redacted.body == cable.body and not self._is_above(whole)
        return redacted if is_whole else self._with_summary(redacted)

    def _blocks(self, blocks: Sequence[AnyBlock], scope: Scope, path: str) -> Iterator[AnyBlock]:
        for index, block in enumerate(blocks):
            marked = scope.marked(getattr(block, "marking", None))
            level = marked or scope.inherited
            yield self._block(block, level, scope.within(marked), f"{path}[{index}]")
            if isinstance(block, Paragraph) and block.number is not None:
                scope = scope.behind(level)

    def _block(self, block: AnyBlock, level: Level | None, inner: Scope, path: str) -> AnyBlock:
        if isinstance(block, EmbeddedCable):
            return self._embedded(block, level, path)
        level = level and highest_inside(printed_text(block), level)
        if self._is_above(level):
            block = emptied(block, self._placeholder(path, level))
        if isinstance(block, Paragraph | Item | Quote) and block.blocks:
            return block.replace(blocks=tuple(self._blocks(block.blocks, inner, f"{path}.blocks")))
        return block

    def _embedded(self, block: EmbeddedCable, around: Level | None, path: str) -> AnyBlock:
        """A repeated cable is text like any other: above the level its header goes as well."""
        inner = self.redacted(block.cable, f"{path}.cable.", around)
        level = level_of_cable(block.cable) or around
        if not self._is_above(level):
            return block.replace(cable=inner)
        emptied_block = emptied(block, self._placeholder(path, level))
        return emptied_block.replace(cable=emptied_header(inner))

    def _with_header(self, cable: Cable, scope: Scope, path: str) -> Cable:
        """Who, when and to whom are no portions; what is marked in the header is one."""
        references = enumerate(cable.references)
        return self._with_subject(cable, scope, f"{path}subject").replace(
            references=tuple(self._reference(r, f"{path}references[{n}]") for n, r in references),
            classified_by=self._classified_by(cable.classified_by, f"{path}classified_by"),
        )

    def _with_subject(self, cable: Cable, scope: Scope, path: str) -> Cable:
        level = scope.marked(cable.subject_marking) or scope.whole
        level = level and highest_inside(cable.subject or "", level)
        if not cable.subject or not self._is_above(level):
            return cable
        return cable.replace(
            subject=self._placeholder(path, level)(cable.subject),
            subject_marking=plain_marking(cable.subject_marking),
        )

    def _reference(self, reference: Reference, path: str) -> Reference:
        level = opening_level(reference.text)
        if level is None or not self._is_above(level):
            return reference
        return emptied_reference(reference, self._placeholder(path, level))

    def _classified_by(self, field: ClassifiedBy | None, path: str) -> ClassifiedBy | None:
        level = opening_level(field.text) if field else None
        if field is None or level is None or not self._is_above(level):
            return field
        return emptied_classified_by(field, self._placeholder(path, level))

    def _with_summary(self, cable: Cable) -> Cable:
        """The summary repeats the body: what of it no block has any more goes as well."""
        kept = [printed_text(block) for _, block in cable.walk()]
        pieces = (
            piece if any(piece in text for text in kept) else placeholder(piece, self._limit)
            for piece in (cable.summary or "").split("\n\n")
            if piece
        )
        return cable.replace(summary="\n\n".join(pieces) or None)

    def _is_above(self, level: Level | None) -> bool:
        return level is None or is_above(level, self._limit)

    def _placeholder(self, path: str, level: Level | None) -> Placeholder:
        return partial(self._report.taken_out, path, limit=self._limit, is_known=level is not None)
