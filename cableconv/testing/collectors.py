"""The promises of a format of many cables: one target, whole or not there, always the same."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import msgspec

from cableconv.cable import Cable
from cableconv.plugins.api import Collector
from cableconv.plugins.host import PluginHost
from cableconv.testing import trials
from cableconv.testing.elsewhere import A_SECOND, hold_elsewhere
from cableconv.testing.findings import Findings
from cableconv.testing.sample_trees import sample_trees, telling_trees
from cableconv.testing.trials import Settings
from cableconv.testing.well_formedness import malformed

Files = dict[str, bytes]
"""What a collection holds at the end, by paths within its target (of a file: ``""``)."""


class _Interrupted(BaseException):
    """What ends a collection halfway, as the keyboard does."""


def examine(host: PluginHost, collector: Collector, findings: Findings) -> None:
    """All promises, one after the other; what is broken is in the findings."""
    started = time.monotonic()
    settings = trials.defaults(host, collector, findings)
    if settings is None:
        return
    exam = _Exam(host, collector, findings)
    exam.collection("every sample", sample_trees(), settings)
    exam.collection("no cable at all", {}, settings)
    exam.interrupted(settings)
    trials.losses(collector, findings)
    for doing, values in trials.changed(host, collector, findings):
        exam.collection(f"some cables with {doing}", telling_trees(), values)
    cables = list(telling_trees().values())
    hold_elsewhere(findings, draft, collector, settings, cables, not_before=started + A_SECOND)


class _Exam:
    """One format of many cables and what was found wrong with it."""

    def __init__(self, host: PluginHost, collector: Collector, findings: Findings) -> None:
        self._host = host
        self._collector = collector
        self._findings = findings

    def collection(self, what: str, cables: dict[str, Cable], settings: Settings) -> None:
        """Gathered twice with the same bytes; no cable fails or is changed."""
        before = [msgspec.json.encode(cable) for cable in cables.values()]
        first = self._findings.attempt(what, lambda: self._gathered(what, cables, settings))
        again = self._findings.attempt(what, lambda: self._gathered(what, cables, settings))
        if first != again:
            self._findings.add("the second time it gives other bytes", what)
        if [msgspec.json.encode(cable) for cable in cables.values()] != before:
            self._findings.add("a tree is changed; make a copy with cable.replace()", what)
        fault = malformed((first or {}).get("", b""), self._collector.media_type)
        if first and "" in first and fault:
            self._findings.add(fault, what)

    def interrupted(self, settings: Settings) -> None:
        """Stopped after some cables, it leaves nothing behind."""
        with _target(self._collector) as target:
            try:
                self._findings.attempt("stopped halfway", lambda: self._stopped(target, settings))
            except _Interrupted:
                self._report_strangers("stopped halfway", target, None)

    def _gathered(self, what: str, cables: dict[str, Cable], settings: Settings) -> Files:
        """What the host makes of it, in a folder where nothing else may be at the end."""
        with _target(self._collector) as target:
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
            self._findings.add("nothing is written to the target that open() gets", what)
        for name in sorted(there - {wanted}):
            self._findings.add(f"leaves {name!r} beside the target; remove it in close()", what)


def draft(collector: Collector, settings: Settings, cables: Iterable[Cable]) -> Files:
    """What the collector itself writes of the cables."""
    with _target(collector) as target:
        if collector.folder:
            target.mkdir()
        with closing(collector.open(target, **settings)) as collection:
            for cable in cables:
                collection.add(cable)
        return files(target)


def files(target: Path) -> Files:
    """Every file of a folder, or the one file, with its bytes."""
    if target.is_file():
        return {"": target.read_bytes()}
    found = (path for path in sorted(target.rglob("*")) if path.is_file())
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in found}


@contextmanager
def _target(collector: Collector) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / f"cables{collector.ending}"
