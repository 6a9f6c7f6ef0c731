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

from cableconv.plugins import environment
from cableconv.plugins.installed import Installed, installed
from cableconv.plugins.probe import Row


class Verdict(NamedTuple):
    """One plugin: what it offers, and what is wrong with it, a line each."""

    plugin: Installed
    offers: Sequence[Row]
    faults: Sequence[str]


def examine(seconds: float) -> Iterator[Verdict]:
    """A verdict on each plugin that isn't disabled; a name that two claim is told of both."""
    left_out = environment.disabled()
    found = [plugin for plugin in installed() if not plugin.is_among(left_out)]
    verdicts = [_tried(plugin, seconds) for plugin in found]
    claims = _claims(verdicts)
    for verdict in verdicts:
        clashes = list(_clashes(verdict, claims))
        yield verdict._replace(faults=[*verdict.faults, *clashes])


def _tried(plugin: Installed, seconds: float) -> Verdict:
    with tempfile.TemporaryDirectory(prefix="cableconv-") as folder:
        result = Path(folder) / "result.json"
        names = (str(result), plugin.origin.distribution, plugin.entry.name)
        code = _ended([sys.executable, "-m", "cableconv.plugins.probe", *names], seconds)
        if code is None:
            return Verdict(plugin, (), [f"still running after {seconds:g} s, and was ended"])
        if not result.exists():
            return Verdict(plugin, (), [f"its process ended with code {code}"])
        offers, faults = json.loads(result.read_text(encoding="utf-8"))
    return Verdict(plugin, offers, faults)


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


def _claims(verdicts: Sequence[Verdict]) -> dict[tuple[str, str], list[Installed]]:
    """Who claims which name, by noun and name."""
    claims: dict[tuple[str, str], list[Installed]] = defaultdict(list)
    for verdict in verdicts:
        for noun, names, _ in verdict.offers:
            for name in names:
                claims[noun, name].append(verdict.plugin)
    return claims


def _clashes(verdict: Verdict, claims: dict[tuple[str, str], list[Installed]]) -> Iterator[str]:
    for (noun, name), plugins in claims.items():
        others = [other for other in plugins if other is not verdict.plugin]
        if others and verdict.plugin in plugins:
            who = " and ".join(str(other.origin) for other in others)
            yield f"{noun} {name!r} is claimed by {who} too"
