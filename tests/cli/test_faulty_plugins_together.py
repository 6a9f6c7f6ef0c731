"""Every kind of broken plugin installed at once: what is built in never notices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from calling import Ended, InstallPlugin, Process

from cableconv.cli.exit_codes import ExitCode
from cableconv.version import __version__

FORMAT = """
def encode(cable):
    if "41" in cable.id:
        raise ValueError("no geese")
    return cable.id

@hookimpl
def cableconv_exporters():
    yield Exporter(name="{0}", encode=encode, ending=".{0}", help="Odd.")
"""

ENDLESS = """
@hookimpl
def cableconv_self_test():
    while True: pass
"""

WRONG = {
    "missing": "import nowhere_to_be_found",
    "garbled": "def (",
    "wordy": FORMAT.format("Two Words"),
    "thief": FORMAT.format("json"),
    "zwilling": FORMAT.format("twin"),
}
"""One that is warned of, each for a reason of its own."""

QUIET = {
    "twin": FORMAT.format("twin"),
    "raising": FORMAT.format("raising"),
    "endless": FORMAT.format("slow") + ENDLESS,
}
"""Whose faults show only when they are used."""


@pytest.fixture
def broken(process: Process, plugin: InstallPlugin) -> Process:
    """The command line with all of them installed."""
    for name, code in {**WRONG, **QUIET}.items():
        folder = plugin(code, name, "2.3")

    def broken(*arguments: str, **settings: Any) -> Ended:
        return process(*arguments, plugins=[folder], **settings)

    return broken


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["show", "--help"], ["plugins"]])
def test_nothing_is_said_of_them_where_nobody_asks(broken: Process, arguments: list[str]) -> None:
    ended = broken(*arguments)
    assert (ended.code, ended.err) == (ExitCode.OK, "")


@pytest.mark.parametrize("form", ["docx", "json", "text", "xml", "jsonl"])
def test_every_other_format_works(broken: Process, form: str) -> None:
    ended = broken("plain.txt", "-t", form)
    assert ended.code == ExitCode.OK
    assert ended.err.startswith("wrote plain.")
    assert ended.err.count("\n") == 1


def test_each_is_one_warning_where_plugins_are_loaded(broken: Process) -> None:
    ended = broken("--list-formats")
    assert ended.code == ExitCode.OK
    lines = ended.err.splitlines()
    assert [line.split(": ")[1] for line in lines] == [f"plugin {n} 2.3" for n in sorted(WRONG)]
    assert "raising" in ended.out


def test_a_format_that_fails_costs_only_the_cable_it_failed_on(broken: Process, here: Path) -> None:
    ended = broken("plain.txt", "three-pages.txt", "-t", "raising", "-t", "json")
    assert ended.code == ExitCode.FAILED
    assert "format 'raising' (raising 2.3) failed on 08REYKJAVIK41: ValueError" in ended.err
    names = sorted(path.name for path in here.iterdir() if path.suffix in (".raising", ".json"))
    assert names == ["plain.json", "three-pages.json", "three-pages.raising"]
    assert not list(here.glob(".*.tmp"))


def test_whoever_asks_for_a_name_of_two_learns_both(broken: Process) -> None:
    ended = broken("plain.txt", "-t", "twin")
    assert ended.code == ExitCode.PLUGIN
    assert "'twin' is claimed by twin 2.3 and zwilling 2.3: uninstall one of them" in ended.err


def test_warnings_become_errors_where_the_environment_says_so(broken: Process) -> None:
    ended = broken("plain.txt", "-t", "raising", env={"CABLECONV_STRICT_PLUGINS": "1"}.items())
    assert ended.code == ExitCode.PLUGIN
    assert ended.err.startswith("error: plugin garbled 2.3: not loaded: SyntaxError")
    assert "--disable-plugin" in ended.err


def test_those_that_are_left_out_are_not_warned_of(broken: Process) -> None:
    env = {"CABLECONV_DISABLE_PLUGINS": ",".join(WRONG)}
    ended = broken("three-pages.txt", "-t", "raising", env=env.items())
    assert (ended.code, ended.err) == (ExitCode.OK, "wrote three-pages.raising\n")


def test_the_version_costs_nothing_however_many_are_installed(broken: Process) -> None:
    said = broken(
        "--version",
        prelude="import atexit, sys; sys.argv[0] = 'cableconv'\n"
        "atexit.register(lambda: print('importlib.metadata' in sys.modules))",
    )
    assert said.out == f"cableconv {__version__}\nFalse\n"
