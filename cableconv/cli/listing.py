"""``--list-formats``: formats and transforms with their options, and readers, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from cableconv.cli.options import ReadingOptions
from cableconv.cli.reading import host
from cableconv.cli.report import Report
from cableconv.cli.wording import printable
from cableconv.output.standard_output import reserved, stream
from cableconv.plugins.api import Configurable, Descriptor, Option
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import (
    CHECKS,
    COLLECTORS,
    COMMANDS,
    EXPORTERS,
    READERS,
    TRANSFORMS,
)

_VALUES = {str: "TEXT", int: "NUMBER", bool: "yes|no", bytes: "FILE"}


def print_formats(how: ReadingOptions) -> int:
    """Print the list, and warnings about plugins that were ignored."""
    with reserved():
        plugins = host(how)
        for line in listing(plugins):
            click.echo(line, stream())
    Report().plugin_warnings(plugins.warnings)
    return 0


def listing(plugins: PluginHost) -> Iterator[str]:
    """Yield the lines of the list."""
    yield "Formats (--to)"
    yield from _with_options(plugins.all(EXPORTERS), "-O")
    yield ""
    yield "Formats of many cables in one file or folder (--to)"
    yield from _with_options(plugins.all(COLLECTORS), "-O")
    yield ""
    yield "Transforms (--transform)"
    yield from _with_options(plugins.all(TRANSFORMS), "-T")
    yield ""
    yield "Readers (--from)"
    readers = plugins.all(READERS)
    yield from _aligned([_row(reader.name, reader.endings, reader) for reader in readers])
    yield from _section("Checks (cableconv check)", plugins.all(CHECKS))
    yield from _section("Commands (cableconv NAME)", plugins.all(COMMANDS))


def _section(heading: str, descriptors: Sequence[Descriptor]) -> Iterator[str]:
    """Yield a section that only plugins can fill; nothing if it is empty."""
    if descriptors:
        yield from ("", heading)
        yield from _aligned([_row(descriptor.name, (), descriptor) for descriptor in descriptors])


def _with_options(descriptors: Sequence[Configurable], flag: str) -> Iterator[str]:
    rows = [
        _row(descriptor.name, (getattr(descriptor, "ending", ""),), descriptor)
        for descriptor in descriptors
    ]
    for descriptor, row in zip(descriptors, _aligned(rows), strict=True):
        yield row
        yield from _aligned([_option(option, flag) for option in descriptor.options], indent=6)


def _row(name: str, endings: Sequence[str], descriptor: Descriptor) -> tuple[str, str, str]:
    also = f" (also: {', '.join(descriptor.aliases)})" if descriptor.aliases else ""
    return name, " ".join(endings), f"{descriptor.help.rstrip('.')}{also}"


def _option(option: Option, flag: str) -> tuple[str, str, str]:
    default = {True: "yes", False: "no"}[option.default] if option.type is bool else option.default
    said = "" if default is None else f"[{default}]"
    value = "|".join(option.choices) or _VALUES[option.type]
    return f"{flag} {option.name}={value}", said, option.help


def _aligned(rows: Sequence[tuple[str, str, str]], indent: int = 2) -> Iterator[str]:
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    for first, second, third in rows:
        line = f"{first:<{widths[0]}}  {second:<{widths[1]}}  {printable(third)}"
        yield f"{'':<{indent}}{line}".rstrip()
