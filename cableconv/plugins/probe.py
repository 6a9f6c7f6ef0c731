"""One installed plugin looked at closely, in a process that it may ruin.

``python -m cableconv.plugins.probe RESULT DISTRIBUTION ENTRY`` imports it, registers its
descriptors, runs its self-test, and writes what it found to the file RESULT, as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from cableconv.plugins.discovery import Installed, installed
from cableconv.plugins.host import PluginHost
from cableconv.plugins.invoke import reason

Row = tuple[str, list[str], str]
"""A descriptor: its noun, its name with its aliases, its help."""


def probe(plugin: Installed) -> tuple[list[Row], list[str]]:
    """What it offers, and what is wrong with it."""
    host = PluginHost(third_party=False, disabled=(), strict=False)
    try:
        loaded = plugin.entry.load()
        host.register(loaded, plugin.origin)
    except (Exception, SystemExit) as error:
        return [], [f"not loaded: {reason(error)}"]
    problems = [line.removeprefix(f"plugin {plugin.origin}: ") for line in host.warnings]
    return list(_rows(host, plugin)), [*problems, *_self_tested(loaded)]


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
    except (Exception, SystemExit) as error:
        yield f"self-test failed: {reason(error)}"


def main(result: str, distribution: str, entry: str) -> None:
    """Probe the plugin of that name; nothing is written where it isn't installed."""
    for plugin in installed():
        if (plugin.origin.distribution, plugin.entry.name) == (distribution, entry):
            Path(result).write_text(json.dumps(probe(plugin)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
