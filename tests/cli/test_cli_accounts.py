"""The messages about results that were not simply written."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Call, Process
from small_archive import write_archive

from cableconv.cli import conversion as conversion_module
from cableconv.cli import distributions as distributions_module
from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.report import Report, Verbosity
from cableconv.errors import InputError, OutputError


def test_a_single_kept_file_is_named(call: Call, here: Path) -> None:
    call("plain.txt", "-t", "json")
    ended = call("plain.txt", "-t", "json", "--no-clobber")
    assert ended.err == "kept plain.json: it exists (--no-clobber)\n"


def test_many_kept_files_are_counted(call: Call, here: Path) -> None:
    write_archive(here / "in", 3)
    arguments = ("in", "-t", "json", "-o", "out/", "--no-clobber")
    call(*arguments)
    assert call(*arguments).err == "0 files written, 3 kept\n"
    listed = call(*arguments, "-v").err.splitlines()
    assert [line for line in listed if line.startswith("kept out/")] == [
        f"kept out/c0000{number}.json: it exists (--no-clobber)" for number in (1, 2, 3)
    ]


def test_each_result_is_named_on_request(call: Call, here: Path) -> None:
    write_archive(here / "in", 2)
    said = call("in", "-t", "json", "-o", "out/", "-v").err.splitlines()
    assert "wrote out/c00001.json" in said


def test_one_input_that_fails_for_two_reasons_has_the_code_for_several() -> None:
    report, codes = Report(Verbosity.QUIET), []
    for error in (InputError("is torn"), InputError("is burnt"), OutputError("is locked")):
        report.failed("a.txt", error)
        codes.append(report.exit_code)
    assert codes == [ExitCode.INPUT, ExitCode.INPUT, ExitCode.FAILED]


def test_an_internal_error_is_shown_with_its_traceback_on_request(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for debug in (False, True):
        Report(debug=debug).failed("a.txt", ZeroDivisionError("of nothing"))
        assert ("ZeroDivisionError: of nothing\n" in capsys.readouterr().err) == debug


@pytest.mark.parametrize("command", ["show", "check"])
def test_cables_that_the_query_does_not_select_are_not_shown(call: Call, command: str) -> None:
    arguments = (command, "plain.txt", "three-pages.txt", "--where")
    assert call(*arguments, "text:nobodysaidthis").out == ""
    assert call(*arguments, "text:iceland").out != ""


def test_without_installed_plugins_the_list_explains_how_to_start_one(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distributions_module, "installed", list)
    assert "cableconv plugins new NAME starts one" in call("plugins").out


def test_no_color_disables_colours(process: Process) -> None:
    forced = "import sys; sys.stderr.isatty = lambda: True"
    coloured = process("nowhere.txt", "-t", "json", prelude=forced)
    assert "\033[" in coloured.err
    plain = process("nowhere.txt", "-t", "json", prelude=forced, env={"NO_COLOR": "1"}.items())
    assert "\033[" not in plain.err


def test_the_best_duplicate_needs_inputs_that_can_be_read_twice(call: Call) -> None:
    ended = call("-", "-t", "json", "-o", "out/", "--duplicates", "best")
    assert ended.code == ExitCode.USAGE
    assert "standard input, read only once" in ended.err


@pytest.mark.parametrize("form", ["docx", "docx-dossier"])
def test_binary_output_is_not_written_to_a_terminal(
    call: Call, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(conversion_module, "is_terminal", lambda: True)
    ended = call("plain.txt", "-t", form, "-o", "-")
    assert ended.code == ExitCode.USAGE
    assert f"{form} is binary and would fill the terminal with noise" in ended.err
    assert call("plain.txt", "-t", "jsonl", "-o", "-").code == ExitCode.OK
