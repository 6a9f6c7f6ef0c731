"""Test values for a descriptor's options: each alone, with all others at their defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import InvalidOptionError
from cableconv.plugins.api import Collector, Configurable, Exporter, Option
from cableconv.plugins.host import PluginHost
from cableconv.testing.findings import Findings
from cableconv.testing.sample_trees import sample_trees

Settings = dict[str, Any]


def defaults(host: PluginHost, descriptor: Configurable, findings: Findings) -> Settings | None:
    """Return the default of every option; ``None`` if a default does not fit its option."""
    for option in descriptor.options:
        if not option.help:
            findings.add(f"option {option.name!r} has no help: describe briefly what it changes")
        if option.default is not None:
            taken = partial(host.options_for, descriptor, {option.name: option.default})
            findings.attempt(f"the default of option {option.name!r}", taken)
    return findings.attempt("its defaults", lambda: host.options_for(descriptor, {}))


def changed(
    host: PluginHost, descriptor: Configurable, findings: Findings
) -> Iterator[tuple[str, Settings]]:
    """Yield every option with other values, each named; ``InvalidOptionError`` may refuse one."""
    for option in descriptor.options:
        for value in _other_values(option):
            doing = f"option {option.name}={value!r}"
            taken = partial(host.options_for, descriptor, {option.name: value})
            values = findings.attempt(doing, taken, allowed=(InvalidOptionError,))
            if values is not None:
                yield doing, values


def losses(descriptor: Exporter | Collector, findings: Findings) -> None:
    """Check that ``losses`` gives diagnostics for any tree."""
    if (tell := descriptor.losses) is None:
        return
    for name, cable in sample_trees().items():
        where = f"losses of {name!r}"
        found = findings.attempt(where, partial(_listed, tell, cable))
        for each in found or ():
            if not isinstance(each, Diagnostic):
                findings.add(f"returns {type(each).__name__}, not Diagnostic", where)


def _listed(tell: Callable[[Cable], Iterable[object]], cable: Cable) -> list[object]:
    return list(tell(cable))


def _other_values(option: Option) -> tuple[Any, ...]:
    if option.choices:
        return tuple(choice for choice in option.choices if choice != option.default)
    if option.type is bool:
        return (not option.default,)
    if option.type is int:
        return (0, -1, (option.default or 0) + 1)
    return (b"", b"\x00 no file") if option.type is bytes else ("", "Heron & <sons>")
