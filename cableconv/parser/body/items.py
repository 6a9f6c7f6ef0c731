"""Sub-items: which lines begin one, and how deep it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from cableconv.parser.body.drafts import Draft
from cableconv.parser.lexer.facts import ITEM
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.lexer.shapes import ItemMark, is_finished, item_marks

_SECOND = 2
_FAR = 400  # lines: the second item may stand pages below the first
_NEAR = 12  # lines: the same bullet comes again soon
_SHORT = 50  # characters: a line that was not wrapped


class ItemStack:
    """The open items, outermost first.

    Labels of one style are siblings; a new style opens a level below.  A list goes on behind
    text that interrupted it.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._open: list[Draft] = []
        self._reached: dict[str, int] = {}

    def clear(self) -> None:
        """No item is open any more; a list may go on later."""
        self._open.clear()

    def forget(self) -> None:
        """A new numbered paragraph: its lists are its own."""
        self._open.clear()
        self._reached.clear()

    def begins(self, index: int, before: str | None) -> ItemMark | None:
        """The label at ``index``, if an item begins there; ``before`` is the text right above."""
        line = self._lines[index]
        if not line.facts & ITEM:
            return None
        marks = item_marks(line.text)
        return next((mark for mark in marks if self._fits(index, mark, before)), None)

    def _fits(self, index: int, mark: ItemMark, before: str | None) -> bool:
        free = before is None or is_finished(before) or len(before) < _SHORT or before.endswith(",")
        open_before = any(item.style == mark.style for item in self._open)
        if mark.value is None:
            return free or open_before or self._is_one_of_several(index, mark)
        if not free and not open_before:
            return False
        reached = self._reached.get(mark.style)
        if reached is not None and mark.value == reached + 1:
            return True
        return self._begins_list(index, mark)

    def _is_one_of_several(self, index: int, mark: ItemMark) -> bool:
        """A dash inside a sentence begins no item; one that comes again does."""
        text = self._lines[index].text[mark.end :]
        following = self._lines[index + 1 : index + _NEAR]
        return not text[0].islower() and any(
            line.text.startswith(mark.label + " ") for line in following
        )

    def _begins_list(self, index: int, mark: ItemMark) -> bool:
        """A first label counts if its successor follows; any with a pilcrow or a marking."""
        if mark.label.startswith("¶") or self._is_marked(index, mark):
            return True
        if mark.value != 1:
            return False
        places = self._seconds.get(mark.style, [])
        after = bisect_right(places, index)
        return after < len(places) and places[after] < index + _FAR

    @cached_property
    def _seconds(self) -> dict[str, list[int]]:
        """Where the second label of each style stands."""
        found: dict[str, list[int]] = {}
        for at, line in enumerate(self._lines):
            if line.facts & ITEM:
                for mark in item_marks(line.text):
                    if mark.value == _SECOND:
                        found.setdefault(mark.style, []).append(at)
        return found

    def _is_marked(self, index: int, mark: ItemMark) -> bool:
        """A portion marking behind a label; behind a number with a stop it is a paragraph's."""
        counts = mark.style.startswith("1") and not mark.style.endswith(")")
        return not counts and read_marking(self._lines[index].text, mark.end)[0] is not None

    def add(self, line: Line, mark: ItemMark, home: list[Draft]) -> Draft:
        """Open an item where its label's style belongs; ``home`` is the list it hangs from."""
        marking, start = read_marking(line.text, mark.end)
        draft = Draft("item", [line], start)
        draft.marking = marking
        draft.label, draft.style = mark.label.lstrip("¶ "), mark.style
        if mark.value is not None:
            self._reached[mark.style] = mark.value
        for depth, item in enumerate(self._open):
            if item.style == draft.style:
                del self._open[depth:]
                break
        (self._open[-1].blocks if self._open else home).append(draft)
        self._open.append(draft)
        return draft
