"""Checks that importing a plugin and calling its hooks has no side effects."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

from cableconv.testing.elsewhere import surroundings
from cableconv.testing.findings import Findings

_IMPORT = """
import contextlib, importlib, io, sys
from cableconv.testing.isolation import isolated_session

seen = []
def watch(event, given):
    writes = event == "open" and isinstance(given[1], str) and set(given[1]) & set("wax+")
    if writes or event in ("socket.connect", "subprocess.Popen", "os.mkdir", "os.remove"):
        seen.append(f"{event} {str(given[0])[:80]}")
sys.addaudithook(watch)

with contextlib.redirect_stdout(io.StringIO()) as said:
    isolated_session(importlib.import_module(sys.argv[1]), strict=False)
heavy = [name for name in ("docx", "lxml.etree") if name in sys.modules]
prints = [repr(said.getvalue()[:60])] if said.getvalue() else []
for verb, what in (("has a side effect:", seen), ("loads", heavy), ("prints", prints)):
    for each in what:
        print(verb, each)
"""


def examine(plugin: object, findings: Findings) -> None:
    """Import it in a separate process and check for side effects."""
    if not isinstance(plugin, ModuleType) or getattr(plugin, "__spec__", None) is None:
        return
    ended = subprocess.run(
        [sys.executable, "-B", "-c", _IMPORT, plugin.__name__],
        capture_output=True,
        text=True,
        check=False,
        env=surroundings(),
    )
    for line in ended.stdout.splitlines():
        findings.add(f"importing it {line}: do this in the function that needs it")
