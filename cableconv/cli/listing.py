"""``--list-formats``: the formats with their options, and the readers, in three columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from cableconv.cli.report import Report
from cableconv.cli.wording import printable
from cableconv.plugins.descriptors import Exporter, Option, Reader
from cableconv.plugins.manager import Plugins

_VALUES = {str: "TEXT", int: "NUMBER", bool: "yes|no", bytes: "FILE"}


def print_formats(no_plugins: bool) -> int:
    """Print them; plugins that had to be left out are warned of."""
    plugins = Plugins(third_party=not no_plugins)
    for line in listing(plugins):
        click.echo(line)
    Report().plugin_warnings(plugins.warnings)
    return 0


def listing(plugins: Plugins) -> Iterator[str]:
    """The lines of the list."""
    exporters, readers = plugins.exporters(), plugins.readers()
    rows = [_row(exporter.name, (exporter.ending,), exporter) for exporter in exporters]
    yield "Formats (--to)"
    for exporter, row in zip(exporters, _aligned(rows), strict=True):
        yield row
        yield from _aligned([_option(option) for option in exporter.options], indent=6)
    yield ""
    yield "Readers (--from)"
    yield from _aligned([_row(reader.name, reader.endings, reader) for reader in readers])


def _row(name: str, endings: Sequence[str], offer: Exporter | Reader) -> tuple[str, str, str]:
    also = f" (also: {', '.join(offer.aliases)})" if offer.aliases else ""
    return name, " ".join(endings), f"{offer.help.rstrip('.')}{also}"


def _option(option: Option) -> tuple[str, str, str]:
    default = {True: "yes", False: "no"}[option.default] if option.type is bool else option.default
    said = "" if default is None else f"[{default}]"
    value = "|".join(option.choices) or _VALUES[option.type]
    return f"-O {option.name}={value}", said, option.help


def _aligned(rows: Sequence[tuple[str, str, str]], indent: int = 2) -> Iterator[str]:
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    for first, second, third in rows:
        line = f"{first:<{widths[0]}}  {second:<{widths[1]}}  {printable(third)}"
        yield f"{'':<{indent}}{line}".rstrip()
