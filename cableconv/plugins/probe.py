"""Checks every installed plugin in a separate process, with a time limit.

``python -m cableconv.plugins.probe RESULT DISTRIBUTION ENTRY`` is that process: it imports the
plugin, registers its descriptors, runs its self-test, and writes the findings to the file
RESULT as JSON.
"""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

from cableconv.plugins.discovery import Installed, disabled_by_environment, installed
from cableconv.plugins.host import PluginHost
from cableconv.plugins.invoke import reason

Row = tuple[str, list[str], str]
"""A descriptor: its noun, its name with its aliases, its help."""


class ProbeReport(NamedTuple):
    """The report on one plugin: its descriptors, and its problems, one line each."""

    plugin: Installed
    rows: Sequence[Row]
    problems: Sequence[str]


def probe_all(seconds: float) -> Iterator[ProbeReport]:
    """Yield a report on each enabled plugin; a name claimed twice is a problem of both."""
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
            return ProbeReport(plugin, (), [f"still running after {seconds:g} s, and was stopped"])
        if not result.exists():
            return ProbeReport(plugin, (), [f"its process ended with code {code}"])
        rows, problems = json.loads(result.read_text(encoding="utf-8"))
    return ProbeReport(plugin, rows, problems)


def _ended(command: Sequence[str], seconds: float) -> int | None:
    """Return the exit code; ``None`` if the process had to be killed with its children."""
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
    """Return the plugins that claim a name, by noun and name."""
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


def main(result: str, distribution: str, entry: str) -> None:
    """Probe the plugin of that name; write nothing if it isn't installed."""
    for plugin in installed():
        if (plugin.origin.distribution, plugin.entry.name) == (distribution, entry):
            Path(result).write_text(json.dumps(probe(plugin)), encoding="utf-8")


def probe(plugin: Installed) -> tuple[list[Row], list[str]]:
    """Return the plugin's descriptors and problems."""
    host = PluginHost(third_party=False, disabled=(), strict=False)
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            loaded = plugin.entry.load()
            host.register(loaded, plugin.origin)
    except BaseException as error:
        return [], [f"not loaded: {reason(error)}"]
    problems = [line.removeprefix(f"plugin {plugin.origin}: ") for line in host.warnings]
    problems += _noise(printed.getvalue())
    return list(_rows(host, plugin)), [*problems, *_self_tested(loaded)]


def _noise(printed: str) -> list[str]:
    """Report output on standard output, which is for results."""
    shown = " ".join(printed.split())[:60]
    return [f"prints to standard output when it is imported or called: {shown!r}"] * bool(shown)


def _rows(host: PluginHost, plugin: Installed) -> Iterator[Row]:
    for kind in host.kinds:
        for each in host.all(kind):
            if host.origin(each) == plugin.origin:
                yield kind.noun, [each.name, *each.aliases], each.help


def _self_tested(plugin: object) -> Iterator[str]:
    test = getattr(plugin, "cableconv_self_test", None)
    try:
        if test is not None:
            test()
    except BaseException as error:
        yield f"self-test failed: {reason(error)}"


if __name__ == "__main__":
    main(*sys.argv[1:])
