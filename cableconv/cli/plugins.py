"""``cableconv plugins``: which distributions offer what."""

from __future__ import annotations

import click

from cableconv.cli.help import Command


@click.command(
    "plugins",
    cls=Command,
    usage=("cableconv plugins",),
    short_help="List what is built in and what is installed, by distribution.",
)
def command() -> int:
    """List the distributions that offer formats or readers, with their versions.

    One that could not be loaded is named with the reason, and the exit code is 5; everything
    else works without it.
    """
    from cableconv.cli.distributions import distributions
    from cableconv.cli.exit_codes import ExitCode
    from cableconv.cli.report import Report
    from cableconv.plugins.manager import Plugins

    host = Plugins()
    for line in distributions(host):
        click.echo(line)
    Report().plugin_warnings(host.warnings)
    return ExitCode.PLUGIN if host.warnings else ExitCode.OK
