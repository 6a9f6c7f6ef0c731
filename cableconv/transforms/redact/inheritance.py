"""Where a portion without a marking has its level from."""

from __future__ import annotations

from typing import NamedTuple

from cableconv.cable import Cable, Level
from cableconv.vocabulary.levels import highest, level_of


def level_of_cable(cable: Cable) -> Level | None:
    """The level that its class line prints, if it is a known one."""
    return cable.classification.level if cable.classification else None


class Scope(NamedTuple):
    """The levels that surround a block.

    ``whole`` is the cable's, ``parent`` that which the blocks around it are marked with,
    ``before`` that of the numbered paragraph before it, or the cable's where there is none.
    """

    whole: Level | None
    parent: Level | None = None
    before: Level | None = None

    @property
    def inherited(self) -> Level | None:
        """The level of a block without a marking."""
        return self.parent or self.before

    def marked(self, marking: str | None) -> Level | None:
        """The level of a marking; of one that cannot be read no less than the cable's."""
        if marking is None:
            return None
        return level_of(marking) or highest((self.inherited, self.whole))

    def within(self, marked: Level | None) -> Scope:
        """What surrounds the blocks inside a block that is marked so."""
        return self._replace(parent=marked or self.parent)

    def behind(self, level: Level | None) -> Scope:
        """What surrounds the blocks behind a numbered paragraph of that level."""
        return self._replace(before=level)
