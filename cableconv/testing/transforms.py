"""Checks of transforms and checks: they accept any tree, and their diagnostics are valid."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import msgspec

from cableconv.cable import Cable, Diagnostic, summary_of
from cableconv.errors import InvalidOptionError
from cableconv.plugins.api import Check, Transform
from cableconv.plugins.host import PluginHost
from cableconv.schema.faults import fault
from cableconv.testing import trials
from cableconv.testing.findings import Findings
from cableconv.testing.sample_trees import sample_trees, telling_trees
from cableconv.testing.trials import Settings


def examine(host: PluginHost, transform: Transform, findings: Findings) -> None:
    """Check a transform, and add violations to the findings."""
    settings = trials.defaults(host, transform, findings)
    if settings is None:
        return
    for name, cable in sample_trees().items():
        _examine_change(transform, f"on {name!r}", cable, settings, findings)
    for doing, values in trials.changed(host, transform, findings):
        for name, cable in telling_trees().items():
            _examine_change(transform, f"on {name!r} with {doing}", cable, values, findings)


def examine_check(host: PluginHost, check: Check, findings: Findings) -> None:
    """Check a check, and add violations to the findings."""
    for name, cable in sample_trees().items():
        ask = partial(_asked, check, cable)
        found = findings.attempt(f"on {name!r}", ask)
        _examine_diagnostics(f"on {name!r}", found or (), findings)
        if found is not None and findings.attempt(f"on {name!r}", ask) != found:
            findings.add("a second call returns something else", f"on {name!r}")


def _asked(check: Check, cable: Cable) -> list[Diagnostic]:
    return list(check.check(cable))


def _examine_change(
    transform: Transform, where: str, cable: Cable, settings: Settings, findings: Findings
) -> None:
    before = msgspec.json.encode(cable)
    change = partial(transform.apply, cable, **settings)
    changed = findings.attempt(where, lambda: (change(),), allowed=(InvalidOptionError,))
    if changed is None:
        return
    if not isinstance(changed[0], Cable):
        findings.add(f"returns {type(changed[0]).__name__}, not Cable", where)
        return
    if msgspec.json.encode(cable) != before:
        findings.add("the given tree was changed; use cable.replace()", where)
    elif findings.attempt(where, change) != changed[0]:
        findings.add("a second call returns something else", where)
    _examine_result(where, cable, changed[0], findings)


def _examine_result(where: str, cable: Cable, changed: Cable, findings: Findings) -> None:
    if wrong := fault(changed):
        findings.add(f"the result is not a tree: {wrong}", where)
        return
    silently = changed.replace(diagnostics=cable.diagnostics)
    if silently != cable and changed.diagnostics == cable.diagnostics:
        findings.add(
            "changes the cable without reporting it; add a Diagnostic for the change", where
        )
    if cable.summary == summary_of(cable.body) and changed.summary != summary_of(changed.body):
        findings.add(
            "summary does not agree with the body; change the body with cable.replace()", where
        )
    _examine_diagnostics(where, changed.diagnostics, findings)


def _examine_diagnostics(where: str, found: Iterable[object], findings: Findings) -> None:
    for each in found:
        if not isinstance(each, Diagnostic):
            findings.add(f"returns {type(each).__name__}, not Diagnostic", where)
        elif wrong := fault(Cable(diagnostics=(each,))):
            findings.add(f"a diagnostic is invalid {wrong}", where)
