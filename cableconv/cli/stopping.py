"""Signals that end a run: it ends as by Ctrl-C, with what it has begun thrown away.

Service managers and batch systems send SIGTERM, a terminal that is closed SIGHUP.
"""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from time import monotonic
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_PAIRED = 1.0
"""Seconds within which a second signal is part of the first: SIGHUP and SIGTERM come together."""
_AGAIN = 0.05


class Stopped(KeyboardInterrupt):
    """The process was asked to end, by the signal ``number``."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Listener:
    """What is called for a signal; where the exception is lost on its way, it is raised again."""

    def __init__(self) -> None:
        self._last = -_PAIRED

    def listen(self) -> None:
        """From here on the signals raise ``Stopped``; those that are ignored (nohup) stay so."""
        for number in _numbers():
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self)
        sys.unraisablehook = self._unraisable

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if number == signal.SIGINT or monotonic() - self._last >= _PAIRED:
            self._last = monotonic()
            raise Stopped(number)

    def _unraisable(self, lost: sys.UnraisableHookArgs) -> None:
        """What is raised while an object is taken down goes nowhere."""
        if not isinstance(lost.exc_value, Stopped):
            sys.__unraisablehook__(lost)
        elif hasattr(signal, "setitimer"):
            again = Stopped(lost.exc_value.number)
            signal.signal(signal.SIGALRM, lambda *_: _raise(again))
            signal.setitimer(signal.ITIMER_REAL, _AGAIN)


def end_at_once() -> None:
    """From here on a signal ends the process: all is done, and Python is only tidying up."""
    for number in _numbers():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def signal_of(error: BaseException | None) -> int | None:
    """The signal that an error comes from, however it was raised on the way."""
    while error is not None:
        if isinstance(error, Stopped):
            return error.number
        if isinstance(error, KeyboardInterrupt):
            return signal.SIGINT
        error = error.__cause__ or error.__context__
    return None


def told(error: BaseException) -> int:
    """Say that the run was stopped; its exit code, as shells have it (128 and the signal).

    Nothing is imported for that: the signal may have come in the middle of an import.
    """
    with suppress(OSError, AttributeError):
        sys.stderr.write("interrupted; what was written before is whole.\n")
        sys.stderr.flush()
    return 128 + (signal_of(error) or signal.SIGINT)


def _numbers() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__]


def _raise(error: Stopped) -> None:
    raise error
