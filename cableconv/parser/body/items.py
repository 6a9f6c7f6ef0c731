"""Sub-items: which lines begin one, and how deep it stands."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.body.drafts import Draft
from cableconv.parser.body.shapes import ItemMark, is_finished, item_mark
from cableconv.parser.lines import Line
from cableconv.parser.paragraph_marks import read_marking

_FAR = 60
_SHORT = 50


class ItemStack:
    """The open items, outermost first.

    Labels of one style are siblings; a new style opens a level below.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._open: list[Draft] = []

    def clear(self) -> None:
        """No item is open any more."""
        self._open.clear()

    def begins(self, index: int, before: str | None) -> ItemMark | None:
        """The label at ``index``, if an item begins there; ``before`` is the text right above."""
        mark = item_mark(self._lines[index].text)
        if mark is None:
            return None
        free = before is None or is_finished(before) or len(before) < _SHORT or before.endswith(",")
        sibling = next((item for item in self._open if item.style == mark.style), None)
        if not free and sibling is None:
            return None
        if mark.value is None:
            return mark
        if sibling is not None and sibling.value is not None:
            return mark if mark.value == sibling.value + 1 else None
        return mark if self._begins_list(index, mark) else None

    def _begins_list(self, index: int, mark: ItemMark) -> bool:
        """A first label counts if its successor follows; others only with a pilcrow."""
        if mark.label.startswith("¶"):
            return True
        if mark.value != 1:
            return False
        following = self._lines[index + 1 : index + _FAR]
        marks = (item_mark(line.text) for line in following if line.text[0] in "(¶" or line.text[:5].count(".") or ")" in line.text[:5])
        return any(m is not None and m.style == mark.style and m.value == 2 for m in marks)

    def add(self, line: Line, end: int, home: list[Draft]) -> Draft:
        """Open an item where its label's style belongs; ``home`` is the list it hangs from."""
        mark = item_mark(line.text)
        marking, start = read_marking(line.text, end)
        draft = Draft("item", [line], start)
        draft.marking = marking
        if mark is not None:
            draft.label = mark.label.lstrip("¶ ")
            draft.style, draft.value = mark.style, mark.value
        for depth, item in enumerate(self._open):
            if item.style == draft.style:
                del self._open[depth:]
                break
        (self._open[-1].blocks if self._open else home).append(draft)
        self._open.append(draft)
        return draft
