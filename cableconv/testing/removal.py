"""Checks that words removed by a transform are in no document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cableconv.cable import Cable
from cableconv.plugins.kinds import EXPORTERS
from cableconv.session import Session
from cableconv.testing.findings import Findings
from cableconv.testing.full_trees import full_tree
from cableconv.testing.isolation import isolated_session
from cableconv.testing.leaks import leaks


def assert_transform_removes(plugin: object, name: str, words: str, **options: Any) -> None:
    """Check that the transform ``name`` of a plugin leaves these words in no field of a cable.

    They are inserted into each text of a full cable in turn, and the changed tree is searched for
    them; so are the bytes of every format, including members of zips, for a cable full of them.
    One AssertionError lists where they remain.
    """
    session = isolated_session(plugin)
    findings = Findings(f"transform {name!r}")
    for path, cable in sown(words):
        left = session.transform(cable, name, **options)
        if found := [place for place, text in left.texts() if leaks(text, [words])]:
            findings.add(f"the words inserted in {path} are still in {', '.join(found)}")
    everywhere = Cable.from_dict(full_tree(0)).map_texts(lambda text: f"{text} {words}")
    left = session.transform(everywhere, name, **options)
    for place in _documents_with(words, left, session):
        findings.add(f"the words are still in {place}")
    findings.settle()


def sown(words: str) -> Iterator[tuple[str, Cable]]:
    """Yield a full cable with the words in one text, for each of its texts, with the path.

    The summary repeats the words of the body.
    """
    full = Cable.from_dict(full_tree(0))
    for number, (path, _) in enumerate(full.texts()):
        yield path, _with(full, number, words)


def _with(cable: Cable, number: int, words: str) -> Cable:
    """Return the cable with the words after the text of that number."""
    counted = iter(range(sum(1 for _ in cable.texts())))
    return cable.map_texts(lambda text: f"{text} {words}" if next(counted) == number else text)


def _documents_with(words: str, cable: Cable, session: Session) -> Iterator[str]:
    for exporter in session.plugins.all(EXPORTERS):
        for _, where in leaks(session.export(cable, exporter.name), [words]):
            yield f"{exporter.name}: {where}"
