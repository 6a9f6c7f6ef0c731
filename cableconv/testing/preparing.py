"""The promise of ``prepare``: done elsewhere and in any order, it gives the same bytes."""

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
    """Check it, where there is one; what is broken is in the findings."""
    if collector.prepare is None:
        return
    sent = findings.attempt(
        "sending what prepare returns", lambda: _sent(collector, settings, cables)
    )
    if sent is None:
        return
    what = "preparing the cables before"
    wanted = findings.attempt(what, lambda: draft(collector, settings, cables))
    found = findings.attempt(what, lambda: _added(collector, settings, sent))
    if found is not None and wanted is not None and found != wanted:
        findings.add(
            "prepare gives other bytes if all cables are prepared first: "
            "let it depend on cable and options alone"
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
