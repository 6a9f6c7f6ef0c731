"""What of a cable a source holds: some of its sections, or all of it, corrected or not."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from cableconv.cable import Cable
from cableconv.corpus.duplicates import score
from cableconv.rendering.sections import sections_here

_CORRECTED = ("CORRECTEDCOPY", "(CCY")
"""Of a notice, without its spaces."""


class Portion(msgspec.Struct, frozen=True):
    """Of ``total`` sections it has those of ``here``; ``size`` is of its text."""

    total: int
    here: frozenset[int]
    is_corrected: bool
    size: int


class Member(msgspec.Struct, frozen=True):
    """The portion of one source, by the number of its input and its position there."""

    task: int
    position: int
    portion: Portion


class Whole(msgspec.Struct, frozen=True):
    """Members that make one cable, section by section, and those that are left out for them."""

    parts: Sequence[Member]
    others: Sequence[Member]

    @property
    def members(self) -> list[Member]:
        """All, in the order of the inputs."""
        return sorted([*self.parts, *self.others], key=_place)


def portion(cable: Cable) -> Portion:
    """What the cable's source holds of it."""
    notices = ("".join(each.upper().split()) for each in cable.notices)
    return Portion(
        total=cable.section.total if cable.section else 1,
        here=frozenset(sections_here(cable)) or frozenset({1}),
        is_corrected=any(words in notice for notice in notices for words in _CORRECTED),
        size=score(cable)[0],
    )


def whole(members: Sequence[Member]) -> Whole | None:
    """One cable of the members of a key; ``None`` where they are no portions of one.

    Each section is taken once: a corrected copy before another, unless sections would be lost by
    that; then who has more of them, then the fullest text, then the first.
    """
    total = max(each.portion.total for each in members)
    alike = [each for each in members if each.portion.total == total]
    sections = frozenset[int]().union(*(each.portion.here for each in alike))
    parts = _each_section_once(sorted(alike, key=_corrected_first))
    if _covered(parts) != sections:
        parts = _each_section_once(sorted(alike, key=_most_first))
    covered = _covered(parts)
    others = [each for each in alike if each not in parts and each.portion.here <= covered]
    corrects = parts[0].portion.is_corrected and any(
        not each.portion.is_corrected for each in others
    )
    return Whole(parts, others) if len(parts) > 1 or corrects else None


def _each_section_once(members: Sequence[Member]) -> list[Member]:
    taken: list[Member] = []
    for each in members:
        if not each.portion.here & _covered(taken):
            taken.append(each)
    return sorted(taken, key=lambda each: min(each.portion.here))


def _covered(members: Sequence[Member]) -> frozenset[int]:
    return frozenset[int]().union(*(each.portion.here for each in members))


def _place(member: Member) -> tuple[int, int]:
    return member.task, member.position


def _corrected_first(member: Member) -> tuple[int, ...]:
    found = member.portion
    return not found.is_corrected, -len(found.here), -found.size, *_place(member)


def _most_first(member: Member) -> tuple[int, ...]:
    found = member.portion
    return -len(found.here), not found.is_corrected, -found.size, *_place(member)
