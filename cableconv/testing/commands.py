"""Checks of a command: it loads, is a click command, and has help."""

from __future__ import annotations

from cableconv.plugins.api import Command
from cableconv.plugins.host import PluginHost
from cableconv.testing.findings import Findings


def examine(host: PluginHost, command: Command, findings: Findings) -> None:
    """Check a command, and add violations to the findings."""
    import click
    from click.testing import CliRunner

    loaded = findings.attempt("load()", lambda: (command.load(),))
    if loaded is None:
        return
    if not isinstance(loaded[0], click.Command):
        findings.add(f"load() returns {type(loaded[0]).__name__}, not a click command")
        return
    helped = CliRunner().invoke(loaded[0], ["--help"], prog_name=f"cableconv {command.name}")
    if helped.exit_code:
        findings.add(f"--help ends with {helped.exit_code}: {helped.exception or helped.output}")
    elif "Usage:" not in helped.output:
        findings.add("--help shows no usage")
