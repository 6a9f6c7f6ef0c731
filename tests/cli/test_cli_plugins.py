"""Installed plugins on the command line: listed, used, and named if they fail."""

from __future__ import annotations

from pathlib import Path

from calling import Call, InstallPlugin

from cableconv.cli.exit_codes import ExitCode

WORKING = """
def encode(cable, stamp):
    return stamp + b"|" + cable.id.encode()

@hookimpl
def cableconv_exporters():
    stamp = Option(name="stamp", type=bytes, default=b"", help="a file to begin with")
    yield Exporter(name="odd", encode=encode, ending=".odd", help="Odd.", options=(stamp,))
"""

FAILING = """
def encode(cable):
    raise ValueError("no room\\nfor geese")

@hookimpl
def cableconv_exporters():
    yield Exporter(name="odd", encode=encode, ending=".odd", help="Odd.")
"""

SEVERAL = """
def read(content):
    for number in (1, 2):
        yield Cable(id=f"08SUVA{number}", source=content.source("odd"))
    yield Cable(source=content.source("odd"))

@hookimpl
def cableconv_readers():
    yield Reader(name="odd", sniff=lambda c: Sniff.NO, read=read, help="Odd.", endings=(".odd",))
"""

LOSING = """
def losses(cable):
    yield Diagnostic(code="odd-loss", severity="warning", message="geese cannot be held")

@hookimpl
def cableconv_exporters():
    yield Exporter(
        name="odd", encode=lambda c: "x", ending=".odd", help="Odd.", losses=losses
    )
"""


def test_a_plugin_and_its_version_are_listed_without_importing_it(
    call: Call, plugin: InstallPlugin
) -> None:
    ended = call("plugins", plugins=[plugin("raise SystemExit('imported')")])
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    assert "(built in)\n  writes   docx" in ended.out
    assert "odd 1.2\n  plugin   odd            About odd.\n" in ended.out


def test_a_plugin_that_is_left_out_is_listed_as_such(call: Call, plugin: InstallPlugin) -> None:
    env = {"CABLECONV_DISABLE_PLUGINS": "odd"}
    ended = call("plugins", plugins=[plugin(WORKING)], env=env.items())
    assert "About odd. (disabled)\n" in ended.out


def test_a_file_option_reaches_the_plugin_as_bytes(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    (here / "stamp.bin").write_bytes(b"\x00stamp")
    ended = call("plain.txt", "-t", "odd", "-O", "stamp=stamp.bin", plugins=[plugin(WORKING)])
    assert ended.err == "wrote plain.odd\n"
    assert (here / "plain.odd").read_bytes() == b"\x00stamp|08REYKJAVIK41"


def test_a_missing_file_of_an_option_is_explained(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    ended = call("plain.txt", "-t", "odd", "-O", "stamp=stmp.bin", plugins=[plugin(WORKING)])
    assert ended.code == ExitCode.USAGE
    assert "stmp.bin: no such file" in ended.err


def test_the_ending_of_the_output_selects_a_plugins_format(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    assert call("plain.txt", "-o", "a.odd", plugins=[plugin(WORKING)]).code == ExitCode.OK
    assert (here / "a.odd").exists()


def test_installed_plugins_can_be_left_out(call: Call, plugin: InstallPlugin) -> None:
    ended = call("plain.txt", "-t", "odd", "--no-plugins", plugins=[plugin(WORKING)])
    assert ended.code == ExitCode.USAGE
    assert "unknown format 'odd'" in ended.err


def test_a_plugin_that_fails_is_named_and_the_other_format_is_written(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    odd = plugin(FAILING)
    ended = call("plain.txt", "-t", "odd", "-t", "json", plugins=[odd])
    assert ended.code == ExitCode.FAILED
    assert "odd 1.2" in ended.err
    assert "no room for geese" in ended.err
    assert (here / "plain.json").exists()
    assert call("plain.txt", "-t", "odd", plugins=[odd]).code == ExitCode.PLUGIN
    assert not (here / "plain.odd").exists()


def test_a_plugin_that_cannot_be_imported_is_one_line(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    ended = call("--list-formats", plugins=[plugin("import nowhere_to_be_found")])
    assert ended.code == ExitCode.OK
    assert ended.err.count("\n") == 1
    assert "odd 1.2" in ended.err
    assert "docx" in ended.out


def test_one_input_may_hold_several_cables(here: Path, call: Call, plugin: InstallPlugin) -> None:
    (here / "dump.odd").write_text("x")
    odd = plugin(SEVERAL)
    assert call("dump.odd", "-f", "odd", "-t", "json", plugins=[odd]).code == ExitCode.OK
    written = sorted(path.name for path in here.glob("dump.*.json"))
    assert written == ["dump.08SUVA1.json", "dump.08SUVA2.json", "dump.3.json"]


def test_several_cables_are_not_written_to_one_file(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    (here / "dump.odd").write_text("x")
    ended = call("dump.odd", "-f", "odd", "-t", "json", "-o", "a.json", plugins=[plugin(SEVERAL)])
    assert ended.code == ExitCode.INPUT
    assert "holds several cables" in ended.err
    assert not (here / "a.json").exists()


def test_a_loss_is_a_warning_that_strict_fails_on(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    odd = plugin(LOSING)
    ended = call("plain.txt", "-t", "odd", plugins=[odd])
    assert ended.err == ("plain.txt: warning: geese cannot be held (odd-loss)\nwrote plain.odd\n")
    assert call("plain.txt", "-t", "odd", "--strict", plugins=[odd]).code == ExitCode.FAILED


def test_a_format_without_declared_losses_is_reported_on_request(
    call: Call, plugin: InstallPlugin
) -> None:
    odd = plugin(LOSING)
    ended = call("plain.txt", "-t", "odd", "--report-loss", plugins=[odd])
    undeclared, changed, _ = ended.err.splitlines()
    assert undeclared.endswith("does not declare what it leaves out (losses-undeclared)")
    assert changed.endswith("geese cannot be held (odd-loss)")


def test_a_plugin_that_fails_to_report_losses_is_named(call: Call, plugin: InstallPlugin) -> None:
    code = LOSING.replace("yield Diagnostic(", 'raise ValueError("geese"); yield Diagnostic(')
    ended = call("plain.txt", "-t", "odd", plugins=[plugin(code)])
    assert ended.code == ExitCode.PLUGIN
    assert "losses of 'odd' (odd 1.2): ValueError: geese" in ended.err
