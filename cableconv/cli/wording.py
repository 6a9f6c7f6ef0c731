"""The wording of messages: safe on any terminal, on one line, with correct plurals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from cableconv.errors import (
    CableconvError,
    InputError,
    NoCableError,
    OutputError,
    PluginError,
    SeveralCablesError,
)
from cableconv.shown import shown_in_one_line

if TYPE_CHECKING:
    from cableconv.cable import Diagnostic

LONGEST = 600
"""The most characters of a message that are shown, as one line of a file may have 50 MB."""

STANDARD_OUTPUT = "standard output"

_KINDS: tuple[tuple[type[Exception], str], ...] = (
    (NoCableError, "hold no cable"),
    (SeveralCablesError, "hold several cables"),
    (InputError, "could not be read"),
    (OutputError, "could not be written"),
    (PluginError, "failed in a plugin"),
    (CableconvError, "could not be done"),
)

COLOURS: dict[str, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
NOUNS: dict[str, str] = {"error": "error", "warning": "warning", "info": "note"}
"""The severities, most severe first."""


def printable(text: str) -> str:
    """Return ``text`` on one line, with codes for characters that would control the terminal.

    A long text is cut in the middle, as the hint is at its end.
    """
    if len(text) > LONGEST:
        text = f"{text[: LONGEST * 2 // 3]} … {text[-LONGEST // 3 :]}"
    return shown_in_one_line(text)


def count(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def place(name: str, diagnostic: Diagnostic) -> str:
    """Return ``file:line:column`` as far as known; editors and IDEs can jump to it."""
    numbers = (diagnostic.line, diagnostic.column)
    return ":".join([name, *(str(number) for number in numbers if number is not None)])


def diagnostic_line(name: str, diagnostic: Diagnostic, with_hint: bool = False) -> str:
    """Return one diagnostic on one line: ``file:line:column: warning: message (code)``."""
    severity = click.style(diagnostic.severity, COLOURS[diagnostic.severity], bold=True)
    where = printable(place(name, diagnostic))
    hint = f"; {diagnostic.hint}" if with_hint and diagnostic.hint else ""
    return f"{where}: {severity}: {printable(diagnostic.message + hint)} ({diagnostic.code})"


def error_line(error: BaseException) -> str:
    """Return an error of the project on one line."""
    return f"{click.style('error', 'red', bold=True)}: {printable(str(error))}"


def bug_line(error: BaseException, doing: str | None = None) -> str:
    """Return the message for a bug of the project."""
    where = f"{doing}: " if doing else ""
    says = f"{where}bug in cableconv ({type(error).__name__}: {error})"
    advice = "please report it; --debug shows where."
    return f"{click.style('error', 'red', bold=True)}: {printable(says)}; {advice}"


def listed(parts: Iterable[str]) -> str:
    """Join the non-empty parts with commas."""
    return ", ".join(part for part in parts if part)


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """Return ``1 error, 2 warnings, 6 notes``, or an empty text."""
    numbers = Counter[str](diagnostic.severity for diagnostic in diagnostics)
    return listed(count(numbers[key], noun) for key, noun in NOUNS.items() if numbers[key])


def kind_of_failure(error: BaseException) -> str:
    """Describe the inputs that failed for such a reason, for a summary."""
    return next(
        (says for kind, says in _KINDS if isinstance(error, kind)), "failed because of a bug"
    )
