"""The output of ``plugins``: the distributions, and with ``--check`` whether they work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.wording import count, printable
from cableconv.plugins.discovery import BUILT_IN, Installed, disabled_by_environment, installed
from cableconv.plugins.host import PluginHost
from cableconv.plugins.probe import ProbeReport, Row, probe_all

VERBS = {"format": "writes", "reader": "reads", "transform": "changes"}
"""What a descriptor does, by its noun; other descriptors are listed by their nouns."""


def distributions() -> Iterator[str]:
    """Yield a paragraph for each distribution: name, version, and what it offers or announces."""
    yield heading(f"{BUILT_IN} (built in)")
    host = PluginHost(third_party=False)
    for kind in host.kinds:
        yield from rows((kind.noun, [each.name], each.help) for each in host.all(kind))
    found = installed()
    for origin, plugins in groupby(found, key=lambda plugin: plugin.origin):
        yield heading(str(origin))
        yield from (_announced(plugin) for plugin in plugins)
    if found:
        yield "cableconv plugins --check tests them and lists what they add."
    else:
        yield "No others are installed; cableconv plugins new NAME starts one."


def heading(text: str) -> str:
    """The heading of a distribution."""
    return click.style(text, bold=True)


def rows(found: Iterable[Row]) -> Iterator[str]:
    """Yield descriptors in columns: what it does, name, help."""
    for noun, names, says in found:
        yield f"  {VERBS.get(noun, noun):<9}{names[0]:<14} {printable(says)}".rstrip()


def _announced(plugin: Installed) -> str:
    left_out = " (disabled)" if plugin.is_among(disabled_by_environment()) else ""
    summary = plugin.entry.dist.metadata["Summary"] if plugin.entry.dist else None
    says = printable(summary or plugin.entry.value)
    return f"  {'plugin':<9}{plugin.entry.name:<14} {says}{left_out}"


_ADVICE = (
    ("ModuleNotFoundError", "install what it needs: pip install --upgrade {distribution}"),
    ("SyntaxError", "pip install --force-reinstall {distribution}; it may be for another Python"),
    ("upgrade cableconv", "pip install --upgrade cableconv"),
    ("is claimed by", "keep one of them: pip uninstall {distribution}"),
    ("still running", "if it is only slow, allow it more time: --time-limit SECONDS"),
    ("self-test failed", "provide what it asks for"),
)  # fmt: skip
"""Advice on a problem, by words in its message."""


def check(seconds: float) -> ExitCode:
    """Print a report on each installed plugin; return PLUGIN if one of them is faulty."""
    reports = []
    for report in probe_all(seconds):
        reports.append(report)
        _print(report)
    faulty = sum(bool(report.problems) for report in reports)
    click.echo(f"{count(len(reports), 'plugin')} tried, {faulty} faulty")
    return ExitCode.PLUGIN if faulty else ExitCode.OK


def _print(report: ProbeReport) -> None:
    state = click.style("faulty", "red") if report.problems else click.style("sound", "green")
    click.echo(f"{heading(_name(report))}: {state}")
    for row in rows(report.rows):
        click.echo(row)
    for problem in report.problems:
        click.echo(f"  {printable(problem)}")
        click.echo(f"      to fix it: {advice(problem, report.plugin.origin.distribution)}")


def advice(problem: str, distribution: str) -> str:
    """Return the advice on a problem of that distribution."""
    for words, says in _ADVICE:
        if words in problem:
            return says.format(distribution=distribution)
    return f"report it to its author; until it is fixed, use --disable-plugin {distribution}"


def _name(report: ProbeReport) -> str:
    origin, name = report.plugin.origin, report.plugin.entry.name
    return str(origin) if name == origin.distribution else f"{origin} ({name})"
