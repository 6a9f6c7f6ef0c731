"""Tests of the exit codes."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from cableconv import errors
from cableconv.cli.exit_codes import MEANINGS, ExitCode, exit_code
from cableconv.cli.report import Report, Verbosity
from cableconv.errors import InputError, NoCableError, OutputError, PluginError, UnknownFormatError


def test_every_code_has_a_meaning() -> None:
    assert list(MEANINGS) == list(ExitCode)


def test_every_error_class_has_a_code() -> None:
    kinds: list[Any] = [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if kind.__module__ == errors.__name__
    ]
    kinds.remove(errors.CableconvError)
    assert ExitCode.BUG not in {exit_code(kind("it failed")) for kind in kinds}


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnknownFormatError("it failed"), ExitCode.USAGE),
        (NoCableError("it failed"), ExitCode.INPUT),
        (OutputError("it failed"), ExitCode.OUTPUT),
        (PluginError("it failed"), ExitCode.PLUGIN),
        (KeyError(), ExitCode.BUG),
    ],
)
def test_an_error_has_the_code_of_its_class(error: Exception, code: ExitCode) -> None:
    assert exit_code(error) is code


def ending(done: int, *failures: Exception) -> ExitCode:
    """Return the code of a run with that many results and one failed input per error."""
    report = Report(Verbosity.QUIET)
    for _ in range(done):
        report.done()
    for number, error in enumerate(failures):
        report.failed(str(number), error)
    return report.exit_code


def test_success_is_0() -> None:
    assert ending(2) is ExitCode.OK


def test_some_failed_is_1() -> None:
    assert ending(1, InputError("it failed")) is ExitCode.FAILED


def test_all_failed_for_one_reason_is_the_reasons_code() -> None:
    assert ending(0, InputError("it failed"), NoCableError("it failed")) is ExitCode.INPUT
    assert ending(0, OutputError("it failed")) is ExitCode.OUTPUT


def test_all_failed_for_different_reasons_is_1() -> None:
    assert ending(0, InputError("it failed"), PluginError("it failed")) is ExitCode.FAILED
