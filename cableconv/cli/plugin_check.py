"""``cableconv plugins --check``: what each plugin offers, what is wrong with it, how to mend it."""

from __future__ import annotations

import click

from cableconv.cli.distributions import heading, rows
from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.wording import count, printable
from cableconv.plugins.probe_report import ProbeReport, probe_all

_ADVICE = (
    ("ModuleNotFoundError", "install what it needs: pip install --upgrade {distribution}"),
    ("SyntaxError", "pip install --force-reinstall {distribution}; it may be for another Python"),
    ("upgrade cableconv", "pip install --upgrade cableconv"),
    ("is claimed by", "keep one of them: pip uninstall {distribution}"),
    ("still running", "where it is only slow, give it longer: --time-limit SECONDS"),
    ("self-test failed", "put in place what it asks for"),
)  # fmt: skip
"""What to do about a problem, by words in it."""


def check(seconds: float) -> ExitCode:
    """Print a report on each installed plugin; PLUGIN where one of them is faulty."""
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
        click.echo(f"      to mend it: {advice(problem, report.plugin.origin.distribution)}")


def advice(problem: str, distribution: str) -> str:
    """What to do about a problem of that distribution."""
    for words, says in _ADVICE:
        if words in problem:
            return says.format(distribution=distribution)
    return f"tell its author; until then leave it out: --disable-plugin {distribution}"


def _name(report: ProbeReport) -> str:
    origin, entry = report.plugin
    return str(origin) if entry.name == origin.distribution else f"{origin} ({entry.name})"
