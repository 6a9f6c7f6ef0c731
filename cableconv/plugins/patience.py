"""A message while a plugin takes long, so that users know what they are waiting for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

SECONDS = 5.0
"""The time after which the message is printed; most imports take a tenth of a second."""


@contextmanager
def patience(say: Callable[[], None]) -> Iterator[None]:
    """Call ``say`` if the block takes longer than that."""
    timer = Timer(SECONDS, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
