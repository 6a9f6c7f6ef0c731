"""All kinds of broken plugins installed at once do not affect built-in formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from calling import Call, Ended, InstallPlugin, Process

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
"""Each of them is a warning, for a different reason."""

QUIET = {
    "twin": FORMAT.format("twin"),
    "raising": FORMAT.format("raising"),
    "endless": FORMAT.format("slow") + ENDLESS,
}
"""Their faults appear only in use."""


@pytest.fixture
def installed(plugin: InstallPlugin) -> Path:
    """Return the folder in which all of them are installed."""
    *_, folder = (plugin(code, name, "2.3") for name, code in {**WRONG, **QUIET}.items())
    return folder


@pytest.fixture
def broken(call: Call, installed: Path) -> Call:
    """Return a function that calls the command line with all of them installed."""

    def broken(*arguments: str, **settings: Any) -> Ended:
        return call(*arguments, plugins=[installed], **settings)

    return broken


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["show", "--help"], ["plugins"]])
def test_built_in_formats_cause_no_warning(broken: Call, arguments: list[str]) -> None:
    ended = broken(*arguments)
    assert (ended.code, ended.err) == (ExitCode.OK, "")


@pytest.mark.parametrize("form", ["docx", "json", "text", "xml", "jsonl"])
def test_every_other_format_works(broken: Call, form: str) -> None:
    ended = broken("plain.txt", "-t", form)
    assert ended.code == ExitCode.OK
    assert ended.err.startswith("wrote plain.")
    assert ended.err.count("\n") == 1


def test_each_broken_plugin_is_one_warning(broken: Call) -> None:
    ended = broken("--list-formats")
    assert ended.code == ExitCode.OK
    lines = ended.err.splitlines()
    assert [line.split(": ")[1] for line in lines] == [f"plugin {n} 2.3" for n in sorted(WRONG)]
    assert "raising" in ended.out


def test_a_failing_format_does_not_affect_other_cables(broken: Call, here: Path) -> None:
    ended = broken("plain.txt", "three-pages.txt", "-t", "raising", "-t", "json")
    assert ended.code == ExitCode.FAILED
    assert "format 'raising' (raising 2.3) failed on 08REYKJAVIK41: ValueError" in ended.err
    names = sorted(path.name for path in here.iterdir() if path.suffix in (".raising", ".json"))
    assert names == ["plain.json", "three-pages.json", "three-pages.raising"]
    assert not list(here.glob(".*.tmp"))


def test_an_ambiguous_name_is_answered_with_both_plugins(broken: Call) -> None:
    ended = broken("plain.txt", "-t", "twin")
    assert ended.code == ExitCode.PLUGIN
    assert "'twin' is claimed by twin 2.3 and zwilling 2.3: uninstall one of them" in ended.err


def test_the_environment_turns_warnings_into_errors(broken: Call) -> None:
    ended = broken("plain.txt", "-t", "raising", env={"CABLECONV_STRICT_PLUGINS": "1"}.items())
    assert ended.code == ExitCode.PLUGIN
    assert ended.err.startswith("error: plugin garbled 2.3: not loaded: SyntaxError")
    assert "--disable-plugin" in ended.err


def test_disabled_plugins_cause_no_warning(broken: Call) -> None:
    env = {"CABLECONV_DISABLE_PLUGINS": ",".join(WRONG)}
    ended = broken("three-pages.txt", "-t", "raising", env=env.items())
    assert (ended.code, ended.err) == (ExitCode.OK, "wrote three-pages.raising\n")


def test_the_version_is_fast_with_any_number_of_plugins(process: Process, installed: Path) -> None:
    said = process(
        "--version",
        plugins=[installed],
        prelude="import atexit, sys; sys.argv[0] = 'cableconv'\n"
        "atexit.register(lambda: print('importlib.metadata' in sys.modules))",
    )
    assert said.out == f"cableconv {__version__}\nFalse\n"
