"""Signals that stop a run: what each of several signals does, and what is reported."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from cableconv.cli.stopping import Listener, Stopped, end_at_once, signal_of, told

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Yield a listener that listens; the handlers of before come back."""
    before = {number: signal.getsignal(number) for number in (*SIGNALS, signal.SIGALRM)}
    hook = sys.unraisablehook
    for number in SIGNALS:  # as where a shell ignores none of them
        signal.signal(number, signal.SIG_DFL)
    made = Listener()
    made.listen()
    yield made
    sys.unraisablehook = hook
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.usefixtures("listener")
def test_each_signal_stops_the_run(number: signal.Signals) -> None:
    with pytest.raises(Stopped) as caught:
        signal.raise_signal(number)
    assert caught.value.number == number
    assert told(caught.value) == 128 + number


@pytest.mark.usefixtures("listener")
def test_a_second_signal_right_after_the_first_belongs_to_it() -> None:
    """A closing terminal sends SIGHUP, and SIGTERM comes with it; Ctrl-C is asked for each time."""
    with pytest.raises(Stopped):
        signal.raise_signal(signal.SIGHUP)
    signal.raise_signal(signal.SIGTERM)
    with pytest.raises(Stopped) as caught:
        signal.raise_signal(signal.SIGINT)
    assert caught.value.number == signal.SIGINT


def test_signals_that_are_ignored_stay_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    others = {number: signal.getsignal(number) for number in SIGNALS[:2]}
    hook = sys.unraisablehook
    try:
        Listener().listen()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        end_at_once()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        sys.unraisablehook = hook
        for number, handler in (*others.items(), (signal.SIGHUP, before)):
            signal.signal(number, handler)


def lost(error: BaseException) -> SimpleNamespace:
    """Return what Python tells of an exception that it drops."""
    return SimpleNamespace(
        exc_type=type(error), exc_value=error, exc_traceback=None, err_msg=None, object=None
    )


@pytest.mark.usefixtures("listener")
def test_a_signal_that_python_dropped_is_raised_again() -> None:
    """Python drops what is raised while it destroys an object."""
    sys.unraisablehook(lost(Stopped(signal.SIGTERM)))
    with pytest.raises(Stopped) as caught:
        time.sleep(5)
    assert caught.value.number == signal.SIGTERM


class Interrupted:
    """A member of a class during whose creation a signal arrives."""

    def __set_name__(self, owner: type, name: str) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("listener")
def test_a_signal_while_a_class_is_built_comes_later() -> None:
    """Python 3.11 makes a RuntimeError of it there, as where a module is imported when needed."""
    built = type("Built", (), {"member": Interrupted()})
    with pytest.raises(Stopped) as caught:
        time.sleep(5)
    assert built.__name__ == "Built"
    assert caught.value.number == signal.SIGINT


@pytest.mark.usefixtures("listener")
def test_other_dropped_errors_are_reported_as_python_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reported: list[object] = []
    monkeypatch.setattr(sys, "__unraisablehook__", reported.append)
    other = lost(ValueError("the clock"))
    sys.unraisablehook(other)
    assert reported == [other]


@pytest.mark.parametrize(
    ("error", "number"),
    [
        (Stopped(signal.SIGHUP), signal.SIGHUP),
        (KeyboardInterrupt(), signal.SIGINT),
        (OSError("no signal"), None),
        (None, None),
    ],
)
def test_the_signal_is_found_however_it_was_raised_again(
    error: BaseException | None, number: int | None
) -> None:
    assert signal_of(error) == number
    if error is not None:
        behind = RuntimeError("the run failed")
        behind.__cause__ = error
        assert signal_of(behind) == number


def test_a_closed_error_stream_does_not_hide_the_exit_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stderr", None)
    assert told(KeyboardInterrupt()) == 130
