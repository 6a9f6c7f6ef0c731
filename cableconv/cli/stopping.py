"""Signals that stop a run like Ctrl-C does: unfinished results are discarded.

Service managers and batch systems send SIGTERM, a closing terminal sends SIGHUP.
"""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from time import monotonic
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_PAIRED = 1.0
"""Seconds within which a second signal belongs to the first: SIGHUP and SIGTERM come together."""
_AGAIN = 0.05
_WRAPPING = "__set_name__"
"""What a class calls while it is built; an exception there becomes a RuntimeError."""
_HAS_TIMER = hasattr(signal, "setitimer")


class Stopped(KeyboardInterrupt):
    """The process received the signal ``number``, which asks it to stop."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Listener:
    """The signal handler; it raises the exception again if that was swallowed."""

    def __init__(self) -> None:
        self._last = -_PAIRED

    def listen(self) -> None:
        """Make the signals raise ``Stopped`` from now on; ignored ones (nohup) stay ignored."""
        for number in _numbers():
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self)
        sys.unraisablehook = self._unraisable

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if number == signal.SIGINT or monotonic() - self._last >= _PAIRED:
            self._last = monotonic()
            self._stop(number, frame)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        """Raise the exception, but not where Python 3.11 makes another one of it."""
        if frame is not None and frame.f_code.co_name == _WRAPPING and _HAS_TIMER:
            self._stop_later(number)
        else:
            raise Stopped(number)

    def _stop_later(self, number: int) -> None:
        signal.signal(signal.SIGALRM, lambda _, frame: self._stop(number, frame))
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)

    def _unraisable(self, lost: sys.UnraisableHookArgs) -> None:
        """Handle exceptions raised in a destructor, which Python would drop."""
        if not isinstance(lost.exc_value, Stopped):
            sys.__unraisablehook__(lost)
        elif _HAS_TIMER:
            self._stop_later(lost.exc_value.number)


def end_at_once() -> None:
    """Let signals end the process from now on: the work is done, and Python is cleaning up."""
    for number in _numbers():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def signal_of(error: BaseException | None) -> int | None:
    """Return the signal that caused an error, however it was re-raised."""
    while error is not None:
        if isinstance(error, Stopped):
            return error.number
        if isinstance(error, KeyboardInterrupt):
            return signal.SIGINT
        error = error.__cause__ or error.__context__
    return None


def told(error: BaseException) -> int:
    """Report that the run was stopped, and return the shell's exit code (128 plus the signal).

    Nothing is imported here, as the signal may have interrupted an import.
    """
    with suppress(OSError, AttributeError):
        sys.stderr.write("interrupted; files written before are complete.\n")
        sys.stderr.flush()
    return 128 + (signal_of(error) or signal.SIGINT)


def _numbers() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__]
