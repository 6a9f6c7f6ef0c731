"""What is wrong with a plugin, gathered line by line, so that its author sees all of it at once."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import TypeVar

from cableconv.plugins.registration import reason

T = TypeVar("T")

_MOST = 12
"""Lines that are shown; who has mended those will see the next."""


class Findings:
    """What is wrong with one offer; ``who`` names it, as ``format 'tei'``."""

    def __init__(self, who: str) -> None:
        self.who = who
        self._lines: list[str] = []

    def add(self, line: str) -> None:
        """One more thing to mend; the same is said once."""
        if line not in self._lines:
            self._lines.append(line)

    def attempt(
        self, doing: str, call: Callable[[], T], *, allowed: tuple[type[Exception], ...] = ()
    ) -> T | None:
        """What the call gives; what it raises (unless ``allowed``) or prints is a finding."""
        try:
            with self.silent(doing):
                return call()
        except allowed:
            return None
        except (Exception, SystemExit) as error:
            self.add(f"{doing}: raised {reason(error)}")
            return None

    @contextmanager
    def silent(self, doing: str) -> Iterator[None]:
        """What is printed in the block is a finding."""
        said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
        try:
            with redirect_stdout(said), redirect_stderr(said):
                yield
        finally:
            said.flush()
            said.seek(0)
            if words := said.read(60):
                self.add(
                    f"{doing}: printed {words!r}; where its output goes is the host's business"
                )

    def settle(self) -> None:
        """AssertionError with all of it, if there is anything."""
        if self._lines:
            shown = "".join(f"\n  - {line}" for line in self._lines[:_MOST])
            more = (
                f"\n  ... and {len(self._lines) - _MOST} more" if len(self._lines) > _MOST else ""
            )
            raise AssertionError(f"{self.who} breaks the contract:{shown}{more}")
