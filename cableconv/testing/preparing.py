"""Checks of ``prepare``: the bytes are the same if it runs in workers, in any order."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from contextlib import closing

from cableconv.cable import Cable
from cableconv.plugins.api import Collector
from cableconv.testing.drafts import Files, draft, files, prepared, target_of
from cableconv.testing.findings import Findings
from cableconv.testing.trials import Settings


def hold_preparing(
    collector: Collector, settings: Settings, cables: Sequence[Cable], findings: Findings
) -> None:
    """Check ``prepare``, if the format has it, and add violations to the findings."""
    if collector.prepare is None:
        return
    sent = findings.attempt(
        "sending what prepare returns", lambda: _sent(collector, settings, cables)
    )
    if sent is None:
        return
    what = "preparing all cables first"
    wanted = findings.attempt(what, lambda: draft(collector, settings, cables))
    found = findings.attempt(what, lambda: _added(collector, settings, sent))
    if found is not None and wanted is not None and found != wanted:
        findings.add(
            "prepare gives other bytes if all cables are prepared first: "
            "it must depend only on the cable and the options"
        )


def _sent(collector: Collector, settings: Settings, cables: Sequence[Cable]) -> list[bytes]:
    """Return what workers send, prepared from the last to the first."""
    backwards = [pickle.dumps(prepared(collector, settings, each)) for each in reversed(cables)]
    return backwards[::-1]


def _added(collector: Collector, settings: Settings, sent: Sequence[bytes]) -> Files:
    with target_of(collector) as target:
        if collector.folder:
            target.mkdir()
        with closing(collector.open(target, **settings)) as collection:
            for each in sent:
                collection.add(pickle.loads(each))
        return files(target)
