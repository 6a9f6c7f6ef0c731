"""The promise of a transform that takes words out: they are nowhere in any document."""

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
    """The transform ``name`` of a plugin leaves these words in no field of a cable.

    They are put into each text of a full cable in turn; the changed tree is searched for them,
    and the bytes of every format, members of zips too, of a cable that says them everywhere.
    One AssertionError lists where they are left.
    """
    session = isolated_session(plugin)
    findings = Findings(f"transform {name!r}")
    for path, cable in sown(words):
        left = session.transform(cable, name, **options)
        if found := [place for place, text in left.texts() if leaks(text, [words])]:
            findings.add(f"the words put into {path} are still in {', '.join(found)}")
    everywhere = Cable.from_dict(full_tree(0)).map_texts(lambda text: f"{text} {words}")
    left = session.transform(everywhere, name, **options)
    for place in _documents_with(words, left, session):
        findings.add(f"the words are still in {place}")
    findings.settle()


def sown(words: str) -> Iterator[tuple[str, Cable]]:
    """A full cable with the words in one text, for each of its texts, with its path.

    What repeats the body, its summary, repeats the words as well.
    """
    full = Cable.from_dict(full_tree(0))
    for number, (path, _) in enumerate(full.texts()):
        yield path, _with(full, number, words)


def _with(cable: Cable, number: int, words: str) -> Cable:
    """The cable with the words behind the text of that number."""
    counted = iter(range(sum(1 for _ in cable.texts())))
    return cable.map_texts(lambda text: f"{text} {words}" if next(counted) == number else text)


def _documents_with(words: str, cable: Cable, session: Session) -> Iterator[str]:
    for exporter in session.plugins.all(EXPORTERS):
        for _, where in leaks(session.export(cable, exporter.name), [words]):
            yield f"{exporter.name}: {where}"
