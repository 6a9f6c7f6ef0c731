"""``--join``: sections, and corrected copies, that lie in separate sources become one cable.

All is read once to know who holds what, then what belongs together, and then comes the run.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from cableconv.corpus.items import Item
from cableconv.corpus.joined_text import Given, joined
from cableconv.corpus.manifest import short_hash
from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.portions import Member, Portion, Whole, whole
from cableconv.corpus.spool import Spool
from cableconv.corpus.work import Piece
from cableconv.input.files import Input
from cableconv.telegram import Telegram

_Place = tuple[int, int]
"""The number of an input, and the position there."""

ReadItems = Callable[[Input], Iterator[Item]]


class Portions:
    """Who holds what, by the keys of cables."""

    def __init__(self) -> None:
        self._members: dict[int, list[Member]] = {}

    def add(self, outcome: Outcome, portion: Portion | None) -> None:
        """Take note of a cable."""
        if outcome.key and portion is not None:
            member = Member(outcome.task, outcome.position or 0, portion)
            self._members.setdefault(short_hash(outcome.key), []).append(member)

    def wholes(self) -> Iterator[Whole]:
        """Those that make one cable, key by key."""
        several = (each for each in self._members.values() if len(each) > 1)
        yield from filter(None, map(whole, several))


class _Joined(msgspec.Struct, frozen=True):
    """Where the texts of a cable are in the spool, and which source its results are named after."""

    whole: Whole
    head: _Place
    texts: dict[_Place, int]


class Joining:
    """Knows which telegrams become one, and makes it."""

    def __init__(self, wholes: Iterator[Whole], inputs: Sequence[Input], read: ReadItems) -> None:
        self._inputs = inputs
        self._spool = Spool()
        self._by_place: dict[_Place, _Joined] = {}
        for each in wholes:
            places = [(member.task, member.position) for member in each.members]
            found = _Joined(each, places[0], {})
            self._by_place |= dict.fromkeys(places, found)
        self._tasks = {task for task, _ in self._by_place}
        for task in sorted(self._tasks):
            self._keep_texts(task, read)

    def concerns(self, task: int) -> bool:
        """Whether an input holds anything that is joined."""
        return task in self._tasks

    def changed(self, piece: Piece) -> Piece | None:
        """The piece with the joined telegram, or with no work; ``None`` if it is not concerned."""
        item = piece.item
        place = (piece.task, (item and item.position) or 0)
        found = self._by_place.get(place)
        if item is None or item.error is not None or found is None:
            return None
        if len(found.texts) < len(found.whole.members):
            return None  # a tree, or changed in the meantime
        if place == found.head:
            return replace(piece, item=replace(item, found=self._telegram(found), text=None))
        gone = Outcome(
            task=piece.task,
            source=replace(piece.source, member=item.member),
            row=item.row,
            position=item.position,
            joined=self._inputs[found.head[0]],
        )
        return replace(piece, item=None, outcomes=(gone,))

    def close(self) -> None:
        """Let go of the texts."""
        self._spool.close()

    def _keep_texts(self, task: int, read: ReadItems) -> None:
        for item in read(self._inputs[task]):
            place = (task, item.position or 0)
            found = self._by_place.get(place)
            if found is not None and isinstance(item.found, Telegram):
                found.texts[place] = self._spool.add(pickle.dumps(item.found))

    def _telegram(self, found: _Joined) -> Telegram:
        given = {
            member: Given(self._text(found.texts, member), member.portion)
            for member in found.whole.members
        }
        return joined(
            [given[each] for each in found.whole.parts],
            [given[each] for each in found.whole.others],
        )

    def _text(self, texts: Mapping[_Place, int], member: Member) -> Telegram:
        telegram: Telegram = pickle.loads(self._spool.at(texts[member.task, member.position]))
        return telegram
