"""Progress of a run on standard error: a bar on a terminal, lines in a log, or nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Literal

import click

from cableconv.cli.streams import say
from cableconv.cli.wording import count
from cableconv.corpus.results import Result

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

Kind = Literal["auto", "bar", "plain", "none"]
KINDS: tuple[Kind, ...] = ("auto", "bar", "plain", "none")

Step = Callable[[Result], None]
"""Called with each result, before messages about it are printed."""

_FEW = 20
"""With fewer inputs than this, no bar is shown by default."""

_PAUSE = 30.0
"""Seconds between two lines of a log."""

_CLEARED = "\r\033[K"


class Counter:
    """Counts the finished inputs among ``total``, based on the results so far."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.inputs = 0
        self.failed = 0
        self._last: object = None
        self._began = monotonic()

    def take(self, result: Result) -> int:
        """Count a result, and return the number of inputs begun so far."""
        self.failed += result.failed
        source = result.source and (result.source.path or "-")
        if source is None or source == self._last:
            return 0
        self._last = source
        self.inputs += 1
        return 1

    @property
    def rate(self) -> float:
        """Inputs per second."""
        return self.inputs / max(monotonic() - self._began, 1e-6)

    def __str__(self) -> str:
        left = (self.total - self.inputs) / self.rate if self.inputs else 0
        failed = f", {self.failed:,} failed" if self.failed else ""
        done = f"{self.inputs:,} of {count(self.total, 'input')}{failed}"
        return f"{done}, {self.rate:,.0f} a second, {_duration(left)} left"


@contextmanager
def progress(kind: Kind, total: int, quiet: bool = False) -> Iterator[Step]:
    """Yield a function to call for each result; ``auto`` shows a bar, but only on a terminal."""
    if kind == "auto":
        looked_at = sys.stderr is not None and sys.stderr.isatty()
        kind = "bar" if looked_at and total > _FEW and not quiet else "none"
    counter = Counter(total)
    if kind == "bar":
        with _bar(counter) as step:
            yield step
    else:
        yield _plain(counter) if kind == "plain" else lambda result: None


@contextmanager
def _bar(counter: Counter) -> Iterator[Step]:
    bar: ProgressBar[int]
    with click.progressbar(
        length=counter.total,
        file=sys.stderr,
        show_pos=True,
        item_show_func=lambda _: f"{counter.failed:,} failed, {counter.rate:,.0f}/s",
    ) as bar:

        def step(result: Result) -> None:
            bar.update(counter.take(result))
            if result.failed:  # a message follows on the bar's line
                click.echo(_CLEARED, err=True, nl=False)

        yield step


def _plain(counter: Counter) -> Step:
    last = monotonic()

    def step(result: Result) -> None:
        nonlocal last
        counter.take(result)
        if monotonic() - last >= _PAUSE:
            last = monotonic()
            say(str(counter))

    return step


def _duration(seconds: float) -> str:
    """``40 s``, ``12 min``, ``3 h 20 min``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
