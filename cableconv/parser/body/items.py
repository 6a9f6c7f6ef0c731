"""Sub-items: the lines that begin one, and their depth."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import islice, takewhile

from msgspec.structs import replace

from cableconv.parser.body.drafts import Draft
from cableconv.parser.lexer.facts import ITEM
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.lexer.shapes import ItemMark, item_marks
from cableconv.vocabulary.sentences import is_finished

_SECOND = 2
_STOP = "."  # the bullet that most often is none
_ANSWERS = "A)"  # the style of labels that other lists are keyed to
_LONGEST_LABEL = 7  # characters: ¶(viii)
_QUOTES = frozenset("\"”'’")
_FAR = 400  # lines: the second item may be pages below the first
_NEAR = 12  # lines: the same bullet occurs again soon
_SHORT = 50  # characters: a line that was not wrapped


class ItemStack:
    """The open items, outermost first.

    Labels of one style are siblings; a new style opens a level below.  A list continues after
    text that interrupts it.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._open: list[Draft] = []
        self._reached: dict[str, int] = {}
        self._marks: dict[int, tuple[ItemMark, ...]] = {}

    def clear(self) -> None:
        """Close all items; a list may continue later."""
        self._open.clear()

    def forget(self) -> None:
        """Forget all lists, as a new numbered paragraph has its own."""
        self._open.clear()
        self._reached.clear()

    def begins(self, index: int, before: str | None) -> ItemMark | None:
        """Return the label of an item that begins at ``index``; ``before`` is the text above."""
        if not self._lines[index].facts & ITEM:
            return None
        for mark in self._marks_at(index):
            if self._fits(index, mark, before):
                return mark
        return None

    def begins_behind(self, index: int, start: int) -> ItemMark | None:
        """Return the bullet behind a paragraph's number, if more points are in the paragraph."""
        marks = item_marks(self._lines[index].text[start:])
        below = islice(self._lines, index + 1, index + _NEAR)
        own = takewhile(lambda line: line.paragraph_mark is None, below) if marks else ()
        labels = {mark.label for line in own for mark in item_marks(line.text)}
        return marks[0] if marks and marks[0].label in labels else None

    def is_listed(self, index: int) -> bool:
        """Whether a line right below the item before has the next label, so is no heading."""
        return self._lines[index].gap == 0 and self.counts_on(index)

    def counts_on(self, index: int) -> bool:
        """Whether a line has the next label of an open list, so is no row of a table."""
        return bool(self._open and self._lines[index].facts & ITEM) and any(
            mark.value and self._reached.get(mark.style) == mark.value - 1
            for mark in self._marks_at(index)
            if self._is_open(mark.style)
        )

    def _marks_at(self, index: int) -> tuple[ItemMark, ...]:
        """Return the labels at ``index``, read once: a line is asked with and without context."""
        marks = self._marks.get(index)
        if marks is None:
            text = self._lines[index].text
            marks = item_marks(text)
            if not marks and len(text) <= _LONGEST_LABEL and self._goes_on_below(index):
                marks = tuple(replace(mark, end=len(text)) for mark in item_marks(f"{text} x"))
            self._marks[index] = marks
        return marks

    def _goes_on_below(self, index: int) -> bool:
        """Whether the text of a label alone on its line is right below it."""
        below = self._lines[index + 1] if index + 1 < len(self._lines) else None
        return below is not None and below.gap == 0 and not item_marks(below.text)

    def _fits(self, index: int, mark: ItemMark, before: str | None) -> bool:
        fits = _is_free(before) or self._is_open(mark.style)
        if mark.label == _STOP and not self._is_among_stops(index):
            return False
        if mark.value is None:
            pairs = fits and before is not None and self._closes_insertion(index, mark, before)
            return (fits and not pairs) or self._is_one_of_several(index, mark)
        if not fits:
            return False
        reached = self._reached.get(mark.style)
        if reached is not None and mark.value == reached + 1:
            return True
        return self._lacks_one(index, mark, reached) or self._begins_list(index, mark)

    def _lacks_one(self, index: int, mark: ItemMark, reached: int | None) -> bool:
        """Whether a list goes on, set apart, behind a letter that its author left out or repeated.

        The list must be open, and longer than one item, as a letter alone may be an initial.
        """
        if reached is None or reached < _SECOND or not self._lines[index].gap:
            return False
        return mark.value in (reached, reached + 2) and self._is_open(mark.style)

    def _is_open(self, style: str) -> bool:
        """Whether an item of that style is open."""
        return style in [item.style for item in self._open]

    def _closes_insertion(self, index: int, mark: ItemMark, before: str) -> bool:
        """Whether dashes are around words inside a sentence: ``"late" -- as ever -- they``.

        The words above end with a quoted one, or no list is open and no stop follows them.
        """
        text = self._lines[index].text[mark.end :]
        if f" {mark.label} " not in text:
            return False
        if before[-1] in _QUOTES:
            return before[-2:-1].isalnum()
        pauses = before[-1] == "," or before[-1].isalnum()
        return pauses and text[0].islower() and not self._is_open(mark.style)

    def _is_among_stops(self, index: int) -> bool:
        """Whether a stop begins another line near this one; a single one is debris."""
        near = self._lines[max(index - _NEAR, 0) : index + _NEAR]
        return len([line for line in near if line.text[:2] in (_STOP, f"{_STOP} ")]) > 1

    def _is_one_of_several(self, index: int, mark: ItemMark) -> bool:
        """Whether a dash is repeated; a single one inside a sentence does not begin an item."""
        text = self._lines[index].text[mark.end :]
        following = self._lines[index + 1 : index + _NEAR]
        return not text[:1].islower() and any(
            line.text.startswith(mark.label + " ") for line in following
        )

    def _begins_list(self, index: int, mark: ItemMark) -> bool:
        """Whether a first label is followed by the second, or has a pilcrow or a marking."""
        if mark.label.startswith("¶") or self._is_marked(index, mark):
            return True
        if mark.value != 1:
            return self._answers(index, mark)
        if mark.style in self._reached or self._counts_below(mark):
            return True  # the list below another item
        return self._follows(index, mark.style, _SECOND)

    def _counts_below(self, mark: ItemMark) -> bool:
        """Whether a label begins with the one of the innermost open item: 1.2.1 below 1.2."""
        above = mark.label.rstrip(".)").rpartition(".")[0]
        return bool(above and self._open) and above == (self._open[-1].label or "").rstrip(".)")

    def _answers(self, index: int, mark: ItemMark) -> bool:
        """Whether a list is keyed to another one, from one of its later letters on: C), D), E)."""
        value = mark.value or 0
        apart = self._lines[index].gap > 0 and mark.style == _ANSWERS and self._reached == {}
        return apart and all(self._follows(index, _ANSWERS, value + more) for more in (1, 2))

    def _follows(self, index: int, style: str, value: int) -> bool:
        """Whether a label with that value is further down."""
        places = self._places.get((style, value), [])
        after = bisect_right(places, index)
        return after < len(places) and places[after] < index + _FAR

    @cached_property
    def _places(self) -> dict[tuple[str, int], list[int]]:
        """Return the lines with each label of each style that begins a list or is keyed to one."""
        found: dict[tuple[str, int], list[int]] = {}
        for at, line in enumerate(self._lines):
            if line.facts & ITEM:
                for mark in self._marks_at(at):
                    if mark.value == _SECOND or (mark.value and mark.style == _ANSWERS):
                        found.setdefault((mark.style, mark.value), []).append(at)
        return found

    def _is_marked(self, index: int, mark: ItemMark) -> bool:
        """Whether a portion marking follows a label other than a number with a full stop."""
        counts = mark.style.startswith("1") and not mark.style.endswith(")")
        return not counts and read_marking(self._lines[index].text, mark.end)[0] is not None

    def add(self, line: Line, mark: ItemMark, home: list[Draft]) -> Draft:
        """Open an item at the level of its label's style; ``home`` is the list that contains it."""
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


def _is_free(before: str | None) -> bool:
    """Whether the text above is complete, short or ends with a comma, or there is none."""
    return before is None or len(before) < _SHORT or before[-1] == "," or is_finished(before)
