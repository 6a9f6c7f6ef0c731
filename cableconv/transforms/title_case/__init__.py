"""``--transform title-case``: turns subjects in capitals into readable titles.

The modules: ``witness`` (how the body spells a word), ``titles`` (the title, word by word).
"""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import AnyBlock, Cable, Diagnostic, EmbeddedCable
from cableconv.diagnostics.transforms import TITLE_CASED
from cableconv.plugins import Transform, hookimpl
from cableconv.transforms.title_case.titles import is_shouted, title
from cableconv.transforms.title_case.witness import Witness


def title_case(cable: Cable) -> Cable:
    """Return the cable with ``GOC ANGRY AT USG SILENCE`` as ``GOC Angry at USG Silence``.

    Only subjects without lower-case letters are changed, including those of embedded cables; the
    spelling in the body takes precedence.  A diagnostic (``title-cased``) has the printed subject.
    """
    witness = Witness(cable)

    def changed(block: AnyBlock) -> AnyBlock:
        if not isinstance(block, EmbeddedCable):
            return block
        return block.replace(cable=_titled(block.cable, witness))

    titled = _titled(cable.map_blocks(changed), witness)
    notes = tuple(_notes(cable, titled))
    return titled.replace(diagnostics=cable.diagnostics + notes) if notes else cable


def _titled(cable: Cable, witness: Witness) -> Cable:
    if not cable.subject or not is_shouted(cable.subject):
        return cable
    return cable.replace(subject=title(cable.subject, witness))


def _notes(before: Cable, after: Cable) -> Iterable[Diagnostic]:
    for (path, printed), (_, written) in zip(_subjects(before), _subjects(after), strict=True):
        if printed != written:
            yield TITLE_CASED.at(path, printed=printed)


def _subjects(cable: Cable) -> Iterable[tuple[str, str | None]]:
    yield "subject", cable.subject
    for path, block in cable.walk():
        if isinstance(block, EmbeddedCable):
            yield f"{path}.cable.subject", block.cable.subject


@hookimpl
def cableconv_transforms() -> Iterable[Transform]:
    """Return the transform ``title-case``."""
    yield Transform(
        name="title-case",
        apply=title_case,
        help="Subjects in capitals as titles: GOC Angry at USG Silence.",
    )
