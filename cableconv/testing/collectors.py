"""Checks of a format of many cables: one target, complete or absent, with reproducible bytes."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import msgspec

from cableconv.cable import Cable
from cableconv.plugins.api import Collector
from cableconv.plugins.host import PluginHost
from cableconv.testing import trials
from cableconv.testing.appending import hold_appending
from cableconv.testing.drafts import Files, draft, files, target_of
from cableconv.testing.elsewhere import A_SECOND, hold_elsewhere
from cableconv.testing.findings import Findings
from cableconv.testing.preparing import hold_preparing
from cableconv.testing.sample_trees import sample_trees, telling_trees
from cableconv.testing.trials import Settings
from cableconv.testing.well_formedness import malformed


class _Interrupted(BaseException):
    """Interrupts a collection, like Ctrl-C."""


def examine(host: PluginHost, collector: Collector, findings: Findings) -> None:
    """Run all checks, and add violations to the findings."""
    started = time.monotonic()
    settings = trials.defaults(host, collector, findings)
    if settings is None:
        return
    exam = _Exam(host, collector, findings)
    exam.collection("every sample", sample_trees(), settings)
    exam.collection("no cable at all", {}, settings)
    exam.interrupted(settings)
    hold_appending(collector, settings, findings)
    hold_preparing(collector, settings, list(telling_trees().values()), findings)
    trials.losses(collector, findings)
    for doing, values in trials.changed(host, collector, findings):
        exam.collection(f"some cables with {doing}", telling_trees(), values)
    cables = list(telling_trees().values())
    hold_elsewhere(findings, draft, collector, settings, cables, not_before=started + A_SECOND)


class _Exam:
    """One format of many cables and its findings."""

    def __init__(self, host: PluginHost, collector: Collector, findings: Findings) -> None:
        self._host = host
        self._collector = collector
        self._findings = findings

    def collection(self, what: str, cables: dict[str, Cable], settings: Settings) -> None:
        """Collect twice: the bytes must be equal, and no cable may fail or be changed."""
        before = [msgspec.json.encode(cable) for cable in cables.values()]
        first = self._findings.attempt(what, lambda: self._gathered(what, cables, settings))
        again = self._findings.attempt(what, lambda: self._gathered(what, cables, settings))
        if first != again:
            self._findings.add("the second run writes other bytes", what)
        if [msgspec.json.encode(cable) for cable in cables.values()] != before:
            self._findings.add("a tree was changed; make a copy with cable.replace()", what)
        fault = malformed((first or {}).get("", b""), self._collector.media_type)
        if first and "" in first and fault:
            self._findings.add(fault, what)

    def interrupted(self, settings: Settings) -> None:
        """Check that nothing is left after an interruption."""
        with target_of(self._collector) as target:
            try:
                self._findings.attempt("stopped halfway", lambda: self._stopped(target, settings))
            except _Interrupted:
                self._report_strangers("stopped halfway", target, None)

    def _gathered(self, what: str, cables: dict[str, Cable], settings: Settings) -> Files:
        """Return what the host writes, in a folder where nothing else may be left."""
        with target_of(self._collector) as target:
            with self._host.collection(self._collector, target, settings) as collection:
                for name, cable in cables.items():
                    self._findings.attempt(f"adding {name!r}", partial(collection.add, cable))
            self._report_strangers(what, target, target.name)
            return files(target)

    def _stopped(self, target: Path, settings: Settings) -> None:
        with self._host.collection(self._collector, target, settings) as collection:
            for cable in telling_trees().values():
                collection.add(cable)
            raise _Interrupted

    def _report_strangers(self, what: str, target: Path, wanted: str | None) -> None:
        there = {path.name for path in target.parent.iterdir()}
        if wanted and wanted not in there:
            self._findings.add("nothing is written to the target passed to open()", what)
        for name in sorted(there - {wanted}):
            self._findings.add(f"leaves {name!r} beside the target; remove it in close()", what)
