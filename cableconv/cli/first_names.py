"""The first inputs with a kind of message, and their number, in little memory."""

from __future__ import annotations

from cableconv.cli.wording import printable

_SHOWN = 3


class FirstNames:
    """Names of inputs in the order of the run, so that equal names are adjacent."""

    def __init__(self) -> None:
        self._first: list[str] = []
        self._last: str | None = None
        self._number = 0

    def add(self, name: str) -> None:
        """Count an input, unless it is the same as the last one."""
        if name == self._last:
            return
        self._last = name
        self._number += 1
        if self._number <= _SHOWN:
            self._first.append(name)

    def __len__(self) -> int:
        return self._number

    def __str__(self) -> str:
        """The first three names, and the number of others."""
        shown = ", ".join(map(printable, self._first))
        more = self._number - len(self._first)
        return f"{shown} and {more:,} more" if more else shown
