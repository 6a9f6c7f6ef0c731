"""The first inputs that something was said of, and how many there are, in little memory."""

from __future__ import annotations

from cableconv.cli.wording import printable

_SHOWN = 3


class FirstNames:
    """Names of inputs as they come, in the order of the run: none comes back later."""

    def __init__(self) -> None:
        self._first: list[str] = []
        self._last: str | None = None
        self._number = 0

    def add(self, name: str) -> None:
        """One more mention; the same input again is the same."""
        if name == self._last:
            return
        self._last = name
        self._number += 1
        if self._number <= _SHOWN:
            self._first.append(name)

    def __len__(self) -> int:
        return self._number

    def __str__(self) -> str:
        """The first three, and how many more there are."""
        shown = ", ".join(map(printable, self._first))
        more = self._number - len(self._first)
        return f"{shown} and {more:,} more" if more else shown
