"""Checks of a format that can be added to: no cable twice, lost, or out of order.

Adding gives the bytes of one run over the kept cables and then the added ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from cableconv.cable import Cable, Section
from cableconv.plugins.api import Collector
from cableconv.rendering.identity import identity_of
from cableconv.testing.drafts import Files, draft, files, target_of, write
from cableconv.testing.findings import Findings
from cableconv.testing.sample_trees import telling_trees, usual_cable
from cableconv.testing.trials import Settings

_Cables = Sequence[Cable]

_SECTIONS = (Section(number=1, total=2), Section(number=2, total=2))


def hold_appending(collector: Collector, settings: Settings, findings: Findings) -> None:
    """Check ``append``, if the format has it, and add violations to the findings."""
    if collector.append is None:
        return
    trial = _Trial(collector, settings, findings)
    one, two, three = (usual_cable().replace(id=f"08OSLO{number}") for number in (1, 2, 3))
    changed = two.replace(subject="THE LIGHTHOUSE IS LIT AGAIN")
    some = list(telling_trees().values())
    sections = [one.replace(section=each) for each in _SECTIONS]
    for what, held, more, whole in (
        ("a new cable", [one, two], [three], [one, two, three]),
        ("a changed cable", [one, two, three], [changed], [one, three, changed]),
        ("the same cables again", [one, two], [one, two], [one, two]),
        ("a section of a cable", sections[:1], sections[1:], sections),
        ("no cable", some, [], some),
    ):
        trial.hold(f"adding {what}", held, more, whole)


class _Trial(NamedTuple):
    """One format with its settings and findings."""

    collector: Collector
    settings: Settings
    findings: Findings

    def hold(self, what: str, held: _Cables, more: _Cables, whole: _Cables) -> None:
        """Check that adding ``more`` to ``held`` gives the bytes of ``whole``."""
        attempt = self.findings.attempt
        wanted = attempt(what, lambda: draft(self.collector, self.settings, whole))
        found = attempt(what, lambda: self._appended(what, held, more))
        if found is not None and wanted is not None and found != wanted:
            self.findings.add(
                "append writes other bytes than one run over the kept cables and then the new ones",
                what,
            )

    def _appended(self, what: str, held: _Cables, more: _Cables) -> Files:
        append, coming = self.collector.append, set(map(identity_of, more))
        assert append is not None
        with target_of(self.collector) as earlier, target_of(self.collector) as target:
            opening = partial(self.collector.open, earlier, **self.settings)
            write(self.collector, earlier, opening, held, self.settings)
            before = files(earlier)
            opening = partial(append, target, earlier, coming.__contains__, **self.settings)
            write(self.collector, target, opening, more, self.settings)
            if files(earlier) != before:
                self.findings.add("append writes into the earlier file; it may only read it", what)
            return files(target)
