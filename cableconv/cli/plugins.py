"""``cableconv plugins``: list the distributions, check them, or start a new one."""

from __future__ import annotations

from pathlib import Path

import click

from cableconv.cli.help import Command, Group, Option
from cableconv.plugins.beginnings import KINDS


@click.group(
    "plugins",
    cls=Group,
    usage=("cableconv plugins", "cableconv plugins --check", "cableconv plugins new NAME"),
    short_help="List built-in and installed plugins, check them, or start a new one.",
)
@click.option(
    "--check",
    cls=Option,
    is_flag=True,
    help="Import each plugin in a process of its own, run its self-test, and report problems and "
    "how to fix them. Exit code 5 if there are any.",
)
@click.option(
    "--time-limit",
    cls=Option,
    metavar="SECONDS",
    default=10.0,
    show_default=False,
    type=click.FloatRange(min=0, min_open=True),
    help="How long --check waits for each plugin. Default: 10.",
)
@click.pass_context
def command(ctx: click.Context, check: bool, time_limit: float) -> int:
    """List what is built in, and the distributions that add plugins, with their versions.

    No plugin is imported, so broken ones are listed too.
    """
    if ctx.invoked_subcommand:
        return 0
    if check:
        from cableconv.cli.distributions import check as check_distributions

        return check_distributions(time_limit)
    from cableconv.cli.distributions import distributions

    for line in distributions():
        click.echo(line)
    return 0


@command.command(
    "new",
    cls=Command,
    usage=("cableconv plugins new NAME [--kind KIND] [--into FOLDER]",),
    short_help="Start a distribution that adds a plugin of that name.",
)
@click.argument("name", metavar="NAME")
@click.option(
    "--kind",
    cls=Option,
    default=next(iter(KINDS)),
    show_default=False,
    type=click.Choice(tuple(KINDS)),
    help="What it adds: a format, a format of many cables in one file, a reader, a transform, a "
    "check or a command. Default: exporter, a format.",
)
@click.option(
    "--into",
    cls=Option,
    metavar="FOLDER",
    default=".",
    type=click.Path(path_type=Path),
    help="Where to create its folder. Default: here.",
)
def new(name: str, kind: str, into: Path) -> int:
    """Write a distribution that adds a plugin NAME: it installs, passes its tests and works at
    once. The folder cableconv-NAME must not be there yet."""
    from cableconv.plugins.scaffold import create

    scaffold = create(name, into, kind)
    click.echo(f"wrote {scaffold.folder}")
    click.echo("next:")
    for line in scaffold.next_steps:
        click.echo(f"  {line}")
    return 0
