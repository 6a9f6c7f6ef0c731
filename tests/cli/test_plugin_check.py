"""Tests of ``plugins --check``: each plugin is tried alone; faults are reported with advice."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from calling import ALONE, InstallPlugin, Process

from cableconv.cli.exit_codes import ExitCode

EXPORTER = """
@hookimpl
def cableconv_exporters():
    yield Exporter(name="odd", encode=lambda cable: "x", ending=".odd", help="Odd.")
"""

SELF_TEST = (
    EXPORTER
    + """
@hookimpl
def cableconv_self_test():
    {}
"""
)


def test_a_valid_plugin_is_listed_with_its_contents(
    process: Process, plugin: InstallPlugin
) -> None:
    sound = plugin(SELF_TEST.format("print('noise')"))
    ended = process("plugins", "--check", "--time-limit", "60", plugins=[sound])
    assert "odd 1.2: sound\n  writes   odd            Odd.\n" in ended.out
    assert ended.out.endswith(" tried, 0 faulty\n")


@pytest.mark.parametrize(
    ("code", "fault", "advice"),
    [
        ("import nowhere", "not loaded: ModuleNotFoundError", "install what it needs: pip install"),
        ("def (", "not loaded: SyntaxError", "pip install --force-reinstall odd"),
        (
            "",
            "implements no hook",
            "report it to its author; until it is fixed, use --disable-plugin odd",
        ),
        ("os._exit(3)", "its process ended with code 3", "report it to its author"),
        (
            EXPORTER.replace("help=", "api=99, help="),
            "needs plugin api 99, but this is 1",
            "pip install --upgrade cableconv",
        ),
        (
            SELF_TEST.format("raise RuntimeError('no stamp in the drawer')"),
            "self-test failed: RuntimeError: no stamp in the drawer",
            "provide what it asks for",
        ),
    ],
)
def test_faults_are_reported_with_advice(
    process: Process, plugin: InstallPlugin, code: str, fault: str, advice: str
) -> None:
    ended = process("plugins", "--check", "--time-limit", "60", plugins=[plugin(code)], env=ALONE)
    assert ended.code == ExitCode.PLUGIN
    assert "odd 1.2: faulty" in ended.out
    assert fault in ended.out
    assert f"to fix it: {advice}" in ended.out


def test_an_endless_self_test_is_stopped(process: Process, plugin: InstallPlugin) -> None:
    endless = plugin(SELF_TEST.format("while True: pass"))
    ended = process("plugins", "--check", "--time-limit", "1.5", plugins=[endless], env=ALONE)
    assert ended.code == ExitCode.PLUGIN
    assert "still running after 1.5 s, and was stopped" in ended.out
    assert "allow it more time: --time-limit SECONDS" in ended.out


@pytest.mark.skipif(os.name != "posix", reason="elsewhere only the process itself is stopped")
def test_processes_of_a_self_test_are_stopped_with_it(
    process: Process, plugin: InstallPlugin, tmp_path: Path
) -> None:
    mark = tmp_path / "mark"
    late = f"import time; time.sleep(2.5); open({str(mark)!r}, 'w')"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {late!r}])"
    odd = plugin(SELF_TEST.format(start))
    ended = process("plugins", "--check", "--time-limit", "1.5", plugins=[odd], env=ALONE)
    assert "still running after 1.5 s" in ended.out
    time.sleep(1.5)
    assert not mark.exists()


def test_two_plugins_with_one_name_are_both_named(process: Process, plugin: InstallPlugin) -> None:
    plugin(EXPORTER)
    ended = process("plugins", "--check", plugins=[plugin(EXPORTER, "twin", "2.0")], env=ALONE)
    assert "format 'odd' is claimed by twin 2.0 too" in ended.out
    assert "format 'odd' is claimed by odd 1.2 too" in ended.out
    assert "keep one of them: pip uninstall twin" in ended.out


def test_a_disabled_plugin_is_not_checked(process: Process, plugin: InstallPlugin) -> None:
    odd, env = plugin("import nowhere"), {name: f"{others},odd" for name, others in ALONE}
    ended = process("plugins", "--check", plugins=[odd], env=env.items())
    assert ended.code == ExitCode.OK
    assert "odd" not in ended.out
