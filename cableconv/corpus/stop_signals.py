"""Signals that stop a run, held back where one would leave processes half started."""

from __future__ import annotations

import signal
from collections.abc import Collection, Iterator
from contextlib import contextmanager

KEYBOARD = ("SIGINT",)
TERMINAL = ("SIGHUP",)
ALL = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def held_back(names: Collection[str] = ALL) -> Iterator[None]:
    """Let these signals arrive after the block; processes that it starts never get them.

    Windows holds nothing back.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.Signals[name] for name in names})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ignore_keyboard() -> None:
    """Ignore SIGINT from now on, also one that was held back, and let all others arrive.

    A pool ends its workers by SIGTERM, which they have inherited as held back if their server was
    killed and started again.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
