"""``cableconv plugins --check``: what each plugin offers, what is wrong with it, how to mend it."""

from __future__ import annotations

import click

from cableconv.cli.distributions import heading, rows
from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.wording import count, printable
from cableconv.plugins.examination import Verdict, examine

_ADVICE = (
    ("ModuleNotFoundError", "install what it needs: pip install --upgrade {distribution}"),
    ("SyntaxError", "pip install --force-reinstall {distribution}; it may be for another Python"),
    ("upgrade cableconv", "pip install --upgrade cableconv"),
    ("is claimed by", "keep one of them: pip uninstall {distribution}"),
    ("still running", "where it is only slow, give it longer: --time-limit SECONDS"),
    ("self-test failed", "put in place what it asks for"),
)  # fmt: skip
"""What to do about a fault, by words in it."""


def check(seconds: float) -> ExitCode:
    """Print a verdict on each installed plugin; PLUGIN where one of them is faulty."""
    verdicts = []
    for verdict in examine(seconds):
        verdicts.append(verdict)
        _print(verdict)
    faulty = sum(bool(verdict.faults) for verdict in verdicts)
    click.echo(f"{count(len(verdicts), 'plugin')} tried, {faulty} faulty")
    return ExitCode.PLUGIN if faulty else ExitCode.OK


def _print(verdict: Verdict) -> None:
    state = click.style("faulty", "red") if verdict.faults else click.style("sound", "green")
    click.echo(f"{heading(_name(verdict))}: {state}")
    for row in rows(verdict.offers):
        click.echo(row)
    for fault in verdict.faults:
        click.echo(f"  {printable(fault)}")
        click.echo(f"      to mend it: {advice(fault, verdict.plugin.origin.distribution)}")


def advice(fault: str, distribution: str) -> str:
    """What to do about a fault of that distribution."""
    for words, says in _ADVICE:
        if words in fault:
            return says.format(distribution=distribution)
    return f"tell its author; until then leave it out: --disable-plugin {distribution}"


def _name(verdict: Verdict) -> str:
    origin, entry = verdict.plugin
    return str(origin) if entry.name == origin.distribution else f"{origin} ({entry.name})"
