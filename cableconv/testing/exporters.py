"""Checks of a format: any tree becomes a document of the declared type, with reproducible bytes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec

from cableconv.cable import Cable
from cableconv.errors import InvalidOptionError
from cableconv.plugins.api import Collector, Exporter
from cableconv.plugins.host import PluginHost
from cableconv.testing import trials
from cableconv.testing.drafts import draft
from cableconv.testing.elsewhere import A_SECOND, hold_elsewhere
from cableconv.testing.findings import Findings
from cableconv.testing.omissions import covered, heard, in_few_words, lost
from cableconv.testing.sample_trees import sample_trees, telling_trees
from cableconv.testing.trials import Settings
from cableconv.testing.well_formedness import malformed

Encode = Callable[..., bytes | str]


def examine(host: PluginHost, exporter: Exporter, findings: Findings) -> None:
    """Run all checks, and add violations to the findings."""
    started = time.monotonic()
    settings = trials.defaults(host, exporter, findings)
    if settings is None:
        return
    exam = _Exam(exporter, findings)
    for name, cable in sample_trees().items():
        exam.document(f"on {name!r}", cable, settings)
    trials.losses(exporter, findings)
    for doing, values in trials.changed(host, exporter, findings):
        for name, cable in telling_trees().items():
            exam.document(f"on {name!r} with {doing}", cable, values)
    for values in _switched(exporter, settings):
        exam.omissions(values)
    if exporter.joins:
        exam.joined(host.joined(exporter, settings))
    cables = list(telling_trees().values())
    call = (documents, exporter.encode, settings, cables)
    hold_elsewhere(findings, *call, not_before=started + A_SECOND)


class _Exam:
    """One format and its findings."""

    def __init__(self, exporter: Exporter, findings: Findings) -> None:
        self._exporter = exporter
        self._findings = findings

    def document(self, where: str, cable: Cable, settings: Settings) -> None:
        """Write one tree twice: equal documents of the right type, and an unchanged tree."""
        before = msgspec.json.encode(cable)
        encode = partial(self._exporter.encode, cable, **settings)
        written = self._findings.attempt(where, lambda: (encode(),), allowed=(InvalidOptionError,))
        if written is None:
            return
        if fault := _fault(self._exporter, written[0]):
            self._findings.add(fault, where)
        elif self._findings.attempt(where, encode) != written[0]:
            self._findings.add("a second call returns something else", where)
        if msgspec.json.encode(cable) != before:
            self._findings.add("the tree was changed; make a copy with cable.replace()", where)

    def joined(self, collector: Collector) -> None:
        """Join several documents, and none: the result must have the same type."""
        for what, cables in (("several cables", telling_trees()), ("no cable", {})):
            where = f"joined, {what}"
            write = partial(draft, collector, {}, cables.values())
            for document in (self._findings.attempt(where, write) or {}).values():
                if fault := malformed(document, self._exporter.media_type):
                    self._findings.add(fault, where)

    def omissions(self, settings: Settings) -> None:
        """Compare the declared omissions with the actual ones."""
        declared = self._exporter.omissions
        if declared is None:
            return
        standing = {each.path for each in declared if not any(map(settings.get, each.kept_by))}
        write = partial(self._exporter.encode, **settings)
        shown = self._findings.attempt("with every field full", lambda: heard(write)) or {}
        undeclared = {path for path in lost(shown) if not covered(path, standing)}
        if undeclared:
            names = ", ".join(map(repr, in_few_words(undeclared, shown)))
            self._findings.add(f"omits, but does not declare as Omission: {names}")
        for path in sorted(standing):
            for fault in _untrue(path, shown):
                self._findings.add(f"Omission({path!r}): {fault}")


def documents(encode: Encode, settings: Settings, cables: Sequence[Cable]) -> list[bytes | str]:
    """Return the trees as documents."""
    return [encode(cable, **settings) for cable in cables]


def _fault(exporter: Exporter, document: object) -> str | None:
    """Describe what is wrong with the type of a document."""
    if not isinstance(document, bytes | str):
        return f"returns {type(document).__name__}, not bytes or str"
    if exporter.binary and isinstance(document, str):
        return "returns str, although binary=True declares bytes"
    return malformed(document, exporter.media_type)


def _switched(exporter: Exporter, settings: Settings) -> Iterator[Settings]:
    """Yield the settings unchanged, with all keeping switches off, and with each of them on."""
    switches = {name: False for each in exporter.omissions or () for name in each.kept_by}
    yield settings
    if switches:
        yield settings | switches
        yield from (settings | switches | {name: True} for name in switches)


def _untrue(path: str, shown: dict[str, bool]) -> Iterator[str]:
    meant = {each: is_heard for each, is_heard in shown.items() if covered(each, {path})}
    if shown and not meant:
        yield "no field of the tree has this name"
    for each, is_heard in meant.items():
        if is_heard:
            yield f"{each} affects the document"
