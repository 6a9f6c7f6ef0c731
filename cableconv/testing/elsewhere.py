"""A call made again in a process of its own: later, with other hashes, elsewhere in the world.

What gives another result there depends on the clock, the machine or on the order of a set.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any, NamedTuple

_CALL = """
import contextlib, io, pickle, sys
answer, said = sys.stdout.buffer, io.StringIO()
with contextlib.redirect_stdout(said):
    call, arguments = pickle.load(sys.stdin.buffer)
    result = call(*arguments)
answer.write(pickle.dumps((result, said.getvalue())))
"""
_PATIENCE = 120
"""Seconds that the call may take."""


class Answer(NamedTuple):
    """What the call gave, and what it (or an import) printed."""

    result: Any
    said: str


def travels(value: object) -> bool:
    """Whether it can be handed to another process: what a module has under its name."""
    try:
        return b"__main__" not in pickle.dumps(value)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False


def elsewhere(call: Callable[..., object], *arguments: object, not_before: float = 0) -> Answer:
    """What the call gives there, at the earliest at that time (``time.monotonic``).

    Raises:
        RuntimeError: it ended with an error, whose last line is told.
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
            env={**os.environ, **_surroundings()},
        )
    if ended.returncode:
        lines = ended.stderr.decode("utf-8", "replace").splitlines()
        raise RuntimeError(lines[-1] if lines else f"exit code {ended.returncode}")
    return Answer(*pickle.loads(ended.stdout))


def _surroundings() -> dict[str, str]:
    path = os.pathsep.join(os.path.abspath(folder) for folder in sys.path)  # noqa: PTH100
    seed = os.environ.get("PYTHONHASHSEED", "")
    return {
        "PYTHONPATH": path,
        "PYTHONHASHSEED": "7" if seed == "4" else "4",
        "TZ": "Pacific/Kiritimati",
    }
