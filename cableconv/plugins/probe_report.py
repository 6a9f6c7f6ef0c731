"""Every installed plugin tried in a process of its own, within a time limit."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cableconv.plugins.discovery import Installed, disabled_by_environment, installed
from cableconv.plugins.probe import Row


class ProbeReport(NamedTuple):
    """One plugin: what it has, and what is wrong with it, a line each."""

    plugin: Installed
    rows: Sequence[Row]
    problems: Sequence[str]


def probe_all(seconds: float) -> Iterator[ProbeReport]:
    """A report on each plugin that isn't disabled; a name that two claim is a problem of both."""
    left_out = disabled_by_environment()
    found = [plugin for plugin in installed() if not plugin.is_among(left_out)]
    reports = [_tried(plugin, seconds) for plugin in found]
    claims = _claims(reports)
    for report in reports:
        clashes = list(_clashes(report, claims))
        yield report._replace(problems=[*report.problems, *clashes])


def _tried(plugin: Installed, seconds: float) -> ProbeReport:
    with tempfile.TemporaryDirectory(prefix="cableconv-") as folder:
        result = Path(folder) / "result.json"
        names = (str(result), plugin.origin.distribution, plugin.entry.name)
        code = _ended([sys.executable, "-m", "cableconv.plugins.probe", *names], seconds)
        if code is None:
            return ProbeReport(plugin, (), [f"still running after {seconds:g} s, and was ended"])
        if not result.exists():
            return ProbeReport(plugin, (), [f"its process ended with code {code}"])
        rows, problems = json.loads(result.read_text(encoding="utf-8"))
    return ProbeReport(plugin, rows, problems)


def _ended(command: Sequence[str], seconds: float) -> int | None:
    """The exit code; ``None`` if it had to be ended, and with it what it had started."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _claims(reports: Sequence[ProbeReport]) -> dict[tuple[str, str], list[Installed]]:
    """Who claims which name, by noun and name."""
    claims: dict[tuple[str, str], list[Installed]] = defaultdict(list)
    for report in reports:
        for noun, names, _ in report.rows:
            for name in names:
                claims[noun, name].append(report.plugin)
    return claims


def _clashes(report: ProbeReport, claims: dict[tuple[str, str], list[Installed]]) -> Iterator[str]:
    for (noun, name), plugins in claims.items():
        others = [other for other in plugins if other is not report.plugin]
        if others and report.plugin in plugins:
            who = " and ".join(str(other.origin) for other in others)
            yield f"{noun} {name!r} is claimed by {who} too"
