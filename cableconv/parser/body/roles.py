"""What blocks are for: summary, comment, action request."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.body.drafts import Draft
from cableconv.roles import BlockRole, announced_role, closed_roles, headed_role, opened_role


def assign_roles(drafts: Sequence[Draft]) -> None:
    """Mark headings and paragraphs with the purpose that the cable states."""
    reader = _Reader(drafts)
    for index, draft in enumerate(drafts):
        if draft.kind == "heading":
            reader.take_heading(draft)
        elif draft.kind == "quote":
            assign_roles(draft.blocks)
        else:
            reader.take_block(index, draft)


class _Reader:
    """The role that is open while blocks are read in order; ``headed``: a heading opened it."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._closed: dict[int, list[BlockRole]] = {}
        self._current: BlockRole | None = None
        self._headed = False
        self._above_numbers = True
        self._sign = -1

    def take_heading(self, draft: Draft) -> None:
        """Let a heading open its role, or close the open one."""
        self._current = draft.role = headed_role(draft.label or draft.text)
        self._headed = self._current is not None

    def take_block(self, index: int, draft: Draft) -> None:
        """Let another block open a role by its own words; they or blocks below close it."""
        if opened := announced_role(draft.text):
            self._current, self._headed = opened, False
        draft.role = self._current or self._closed_unopened(index)
        self._above_numbers = self._above_numbers and draft.number is None
        if self._current and (
            self._closed_in(index) or not (self._headed or self._closed_below(index))
        ):
            self._current = None

    def _closed_in(self, index: int) -> list[BlockRole]:
        """Return the roles that a block or one in it closes; searched for where one is open."""
        closed = self._closed.get(index)
        if closed is None:
            draft = self._drafts[index]
            texts = [draft.text, *(block.text for block in draft.blocks)]
            closed = self._closed[index] = [role for text in texts for role in closed_roles(text)]
        return closed

    def _closed_unopened(self, index: int) -> BlockRole | None:
        """Return the summary as role of the first paragraph, if just END SUMMARY shows it."""
        return "summary" if self._above_numbers and "summary" in self._closed_in(index) else None

    def _closed_below(self, index: int) -> bool:
        """Whether the role is closed in one of the paragraphs below, up to a heading."""
        at = self._sign_below(index)
        if at == len(self._drafts) or self._begins_anew(self._drafts[at]):
            return False
        return self._current in self._closed_in(at)

    def _sign_below(self, index: int) -> int:
        """Return the position of the next block that opens or closes a role, and remember it."""
        if self._sign <= index:
            self._sign = next(
                (
                    at
                    for at in range(index + 1, len(self._drafts))
                    if self._begins_anew(self._drafts[at]) or self._closed_in(at)
                ),
                len(self._drafts),
            )
        return self._sign

    def _begins_anew(self, draft: Draft) -> bool:
        return draft.kind == "heading" or opened_role(draft.text) is not None
