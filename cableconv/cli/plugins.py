"""``cableconv plugins``: which distributions are there, whether they work, how to begin one."""

from __future__ import annotations

from pathlib import Path

import click

from cableconv.cli.help import Command, Group, Option


@click.group(
    "plugins",
    cls=Group,
    usage=("cableconv plugins", "cableconv plugins --check", "cableconv plugins new NAME"),
    short_help="List what is built in and what is installed, try it, or begin a new plugin.",
)
@click.option(
    "--check",
    cls=Option,
    is_flag=True,
    help="Import each plugin in a process of its own, ask its self-test, and say what is wrong "
    "and how to fix it; exit code 5 if anything is.",
)
@click.option(
    "--time-limit",
    cls=Option,
    metavar="SECONDS",
    default=10.0,
    show_default=False,
    type=click.FloatRange(min=0, min_open=True),
    help="How long --check gives each plugin; without it, 10.",
)
@click.pass_context
def command(ctx: click.Context, check: bool, time_limit: float) -> int:
    """List what is built in, and the distributions that add to it, with their versions.

    Nothing of theirs is imported by that, so it works whatever state they are in.
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
    usage=("cableconv plugins new NAME [--into FOLDER]",),
    short_help="Begin a distribution with a format of that name.",
)
@click.argument("name", metavar="NAME")
@click.option(
    "--into",
    cls=Option,
    metavar="FOLDER",
    default=".",
    type=click.Path(path_type=Path),
    help="Where its folder goes; without it, into the current one.",
)
def new(name: str, into: Path) -> int:
    """Write a distribution that adds a format NAME: it installs, passes its tests and converts
    cables at once. The folder cableconv-NAME must not be there yet."""
    from cableconv.plugins.scaffold import create

    scaffold = create(name, into)
    click.echo(f"wrote {scaffold.folder}")
    click.echo("next:")
    for line in scaffold.next_steps:
        click.echo(f"  {line}")
    return 0
