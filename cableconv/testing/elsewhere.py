"""Repeats a call in a separate process: later, with other hashes, in another time zone.

A different result there depends on the clock, the machine or the order of a set.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cableconv.testing.findings import Findings

_CALL = """
import contextlib, io, pickle, sys
with contextlib.redirect_stdout(io.StringIO()):
    call, arguments = pickle.load(sys.stdin.buffer)
    result = call(*arguments)
sys.stdout.buffer.write(pickle.dumps(result))
"""
A_SECOND = 1.1
"""After this many seconds, a clock with seconds shows another time."""

_PATIENCE = 120
"""Seconds that the call may take."""


def hold_elsewhere(
    findings: Findings, call: Callable[..., object], *arguments: object, not_before: float
) -> None:
    """Check that the call gives the same result there; skipped if it cannot be sent.

    It takes more than a second, so it is skipped if there are other problems.
    """
    if findings or not _travels((call, arguments)):
        return
    here = findings.attempt("on some trees", lambda: call(*arguments))
    there = findings.attempt(
        "in a separate process", lambda: elsewhere(call, *arguments, not_before=not_before)
    )
    if there is not None and here is not None and there != here:
        findings.add(
            "gives other bytes later, in another process: "
            "it must not depend on the clock, the machine or the order of sets"
        )


def elsewhere(call: Callable[..., object], *arguments: object, not_before: float = 0) -> object:
    """Return the call's result there, not before that time (``time.monotonic``).

    Raises:
        RuntimeError: it ended with an error, whose last line is quoted.
    """
    time.sleep(max(0.0, not_before - time.monotonic()))
    with tempfile.TemporaryDirectory() as folder:
        ended = subprocess.run(
            [sys.executable, "-c", _CALL],
            input=pickle.dumps((call, arguments)),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            cwd=folder,
            env=surroundings(),
        )
    if ended.returncode:
        lines = ended.stderr.decode("utf-8", "replace").splitlines()
        raise RuntimeError(lines[-1] if lines else f"exit code {ended.returncode}")
    result: object = pickle.loads(ended.stdout)
    return result


def _travels(value: object) -> bool:
    """Whether it can be sent to another process: an object that a module has under its name."""
    try:
        return b"__main__" not in pickle.dumps(value)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False


def surroundings() -> dict[str, str]:
    """Return the environment of another process with the same modules but other settings."""
    path = os.pathsep.join(str(Path(folder).absolute()) for folder in sys.path)
    seed = os.environ.get("PYTHONHASHSEED", "")
    changed = {"PYTHONHASHSEED": "7" if seed == "4" else "4", "TZ": "Pacific/Kiritimati"}
    return {**os.environ, **changed, "PYTHONPATH": path}
