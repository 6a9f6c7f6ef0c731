"""Collects the problems of a plugin, so that its author sees all of them at once."""

from __future__ import annotations

import io
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TypeVar

from cableconv.plugins.invoke import reason

T = TypeVar("T")

_MOST = 12
"""Lines that are shown; once they are fixed, the next are shown."""


class Findings:
    """The problems of one descriptor; ``who`` names it, such as ``format 'tei'``."""

    def __init__(self, who: str) -> None:
        self.who = who
        self._places: dict[str, list[str]] = {}

    def add(self, says: str, where: str = "") -> None:
        """Add a problem; repeated ones are counted, with the first place."""
        places = self._places.setdefault(says, [])
        if where not in places:
            places.append(where)

    def __bool__(self) -> bool:
        """Whether there are problems."""
        return bool(self._places)

    def attempt(
        self, doing: str, call: Callable[[], T], *, allowed: tuple[type[Exception], ...] = ()
    ) -> T | None:
        """Return the call's result; an exception (unless ``allowed``) or output is a problem."""
        try:
            with self.silent(doing):
                return call()
        except allowed:
            return None
        except (Exception, SystemExit) as error:
            self.add(f"raised {reason(error)}{_line_of(error)}", doing)
            return None

    @contextmanager
    def silent(self, doing: str) -> Iterator[None]:
        """Treat anything printed in the block as a problem."""
        said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
        try:
            with redirect_stdout(said), redirect_stderr(said):
                yield
        finally:
            said.flush()
            said.seek(0)
            if words := said.read(60):
                self.add(f"printed {words!r}; only the host may write output", doing)

    def settle(self) -> None:
        """Raise AssertionError with all problems, if there are any."""
        lines = [_line(says, places) for says, places in self._places.items()]
        if lines:
            shown = "".join(f"\n  - {line}" for line in lines[:_MOST])
            more = f"\n  ... and {len(lines) - _MOST} more" if len(lines) > _MOST else ""
            raise AssertionError(f"{self.who} breaks the contract:{shown}{more}")


def _line(says: str, places: list[str]) -> str:
    where = f"{places[0]}: " if places[0] else ""
    others = f" (and {len(places) - 1} more times)" if len(places) > 1 else ""
    return f"{where}{says}{others}"


def _line_of(error: BaseException) -> str:
    """Return the file and line where an exception was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
