"""Help pages: options grouped under headings, in order of first use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

_NAMES = 26
"""Width of the column of option names; a longer name has a line of its own."""


class Option(click.Option):
    """An option that the help page lists under a heading."""

    def __init__(self, *arguments: Any, heading: str = "Options", **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.heading = heading


class Command(click.Command):
    """A command with grouped options in its help page; ``usage`` replaces click's usage line."""

    def __init__(
        self, *arguments: Any, usage: tuple[str, ...] = (), examples: str = "", **settings: Any
    ) -> None:
        super().__init__(*arguments, **settings)
        self.usage = usage
        self.examples = examples

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each form of the call on its own line."""
        write_usage(formatter, self.usage)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options by heading, then the examples."""
        write_examples(formatter, self.examples)
        write_options(ctx, formatter, self.get_params(ctx))


class Group(Command, click.Group):
    """A group of commands that does something itself if no command is named."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, invoke_without_command=True, **settings)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        write_examples(formatter, self.examples)
        self.format_commands(ctx, formatter)
        write_options(ctx, formatter, self.get_params(ctx))


def write_usage(formatter: click.HelpFormatter, ways: tuple[str, ...]) -> None:
    """Write ``Usage:`` and the forms of the call, one per line."""
    for number, way in enumerate(ways):
        formatter.write(f"{'       ' if number else 'Usage: '}{way}\n")


def write_examples(formatter: click.HelpFormatter, examples: str) -> None:
    """Write the lines unchanged, under a heading."""
    if examples:
        with formatter.section("Examples"):
            for line in examples.strip().splitlines():
                formatter.write(f"  {line.strip()}\n")


def write_options(
    ctx: click.Context, formatter: click.HelpFormatter, parameters: Iterable[click.Parameter]
) -> None:
    """Options by heading, in order of first occurrence; one column for all explanations."""
    headings: dict[str, list[tuple[str, str]]] = {}
    for parameter in parameters:
        record = parameter.get_help_record(ctx)
        if record and isinstance(parameter, click.Option):
            headings.setdefault(getattr(parameter, "heading", "Help"), []).append(record)
    for heading, records in headings.items():
        with formatter.section(heading):
            formatter.write_dl([(name.ljust(_NAMES), says) for name, says in records], _NAMES)
