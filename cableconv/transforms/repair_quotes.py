"""``--transform repair-quotes``: restores apostrophes and quotation marks lost in transmission."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cableconv.cable import AnyBlock, Cable, EmbeddedCable, Table, summary_of
from cableconv.diagnostics.preface import QUOTES_DOUBLED, QUOTES_LOST, QUOTES_REPAIRED
from cableconv.plugins import Transform, hookimpl
from cableconv.vocabulary.lost_quotes import repaired

REPAIRED = {QUOTES_LOST.name, QUOTES_DOUBLED.name}
"""Diagnostics that no longer hold for a repaired cable."""


def repair_quotes(cable: Cable) -> Cable:
    """Return the cable with ``GoC,s`` as ``GoC's``, ``&yes8`` and ``""yes""`` as ``"yes"``.

    Subject, summary and body are repaired, including those of embedded cables.  A diagnostic
    (``quotes-repaired``) counts the marks of each block; ``parts`` stays unchanged.
    """
    changed = _repaired(cable)
    before, after = dict(_texts(cable)), dict(_texts(changed))
    notes = tuple(
        QUOTES_REPAIRED.at(path, count=_count(before[path]))
        for path, text in after.items()
        if text != before[path]
    )
    kept = tuple(found for found in cable.diagnostics if found.code not in REPAIRED)
    return changed.replace(diagnostics=kept + notes) if notes else cable


def _repaired(cable: Cable) -> Cable:
    subject = cable.subject and repaired(cable.subject)[0]
    changed = cable.map_blocks(_repaired_block).replace(subject=subject)
    if cable.summary is None or cable.summary == summary_of(cable.body):
        return changed
    return changed.replace(summary=repaired(cable.summary)[0])  # a given tree may have its own


def _repaired_block(block: AnyBlock) -> AnyBlock:
    if isinstance(block, EmbeddedCable):  # its blocks are repaired already
        inner = block.cable
        return block.replace(
            cable=inner.replace(subject=inner.subject and repaired(inner.subject)[0])
        )
    changes: dict[str, Any] = {}
    if isinstance(block, Table):
        changes["rows"] = tuple(tuple(repaired(cell)[0] for cell in row) for row in block.rows)
    if text := getattr(block, "text", None):
        changes["text"] = repaired(text)[0]
    return block.replace(**changes)


def _texts(cable: Cable) -> Iterable[tuple[str, str]]:
    """Yield the visible texts of the cable, with the path that diagnostics name."""
    yield "subject", cable.subject or ""
    for path, block in cable.walk():
        if isinstance(block, EmbeddedCable):
            yield f"{path}.cable.subject", block.cable.subject or ""
        else:
            yield path, getattr(block, "text", "")


def _count(text: str) -> str:
    _, marks = repaired(text)
    return f"{marks} mark{'s' if marks > 1 else ''}"


@hookimpl
def cableconv_transforms() -> Iterable[Transform]:
    """Return the transform ``repair-quotes``."""
    yield Transform(
        name="repair-quotes",
        apply=repair_quotes,
        help='Lost or doubled apostrophes and quotation marks: GoC,s, &carrot8, ""carrot"".',
    )
