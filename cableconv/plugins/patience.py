"""A word while a plugin takes its time, so that nobody waits without knowing for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

SECONDS = 5.0
"""So long an import may take; most take a tenth of one."""


@contextmanager
def patience(say: Callable[[], None]) -> Iterator[None]:
    """Call ``say`` if the block is not at its end by then."""
    timer = Timer(SECONDS, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
