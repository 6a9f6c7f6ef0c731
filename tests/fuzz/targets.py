"""The fuzzing targets: readers, with the documents from which inputs are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import cableconv
from cableconv.exporters.docx.package import deflate, pack, unpack
from cableconv.exporters.docx.tree_part import TREE
from cableconv.session import Session

EXAMPLES = Path(__file__).parents[2] / "examples"
SEEDS = Path(__file__).parent / "seeds"


def _as_it_is(data: bytes) -> bytes:
    return data


class Target(NamedTuple):
    """A reader by name (``None``: detected from the content), and patterns of its seeds.

    ``packed`` makes a document of the changed bytes, if they are only a part of it.
    """

    reader: str | None
    seeds: tuple[str, ...]
    name: str = "seed"
    packed: Callable[[bytes], bytes] = _as_it_is

    def documents(self) -> Iterator[bytes]:
        """Yield the seeds from the project's examples and ``seeds/``, smallest first."""
        found = [path for pattern in self.seeds for path in _found(pattern)]
        yield from sorted((path.read_bytes() for path in found), key=len)


def _found(pattern: str) -> Iterator[Path]:
    for folder in (EXAMPLES, SEEDS):
        yield from sorted(path for path in folder.glob(pattern) if path.is_file())


@cache
def _word_document() -> Mapping[str, bytes]:
    cable = cableconv.parse(EXAMPLES / "cables" / "plain.txt", session=session())
    return unpack(cableconv.export(cable, "docx", session=session()))


def _with_tree(tree: bytes) -> bytes:
    """Return a Word document with those bytes as its tree, or a whole document unchanged."""
    if tree.startswith(b"PK"):
        return tree
    parts = {**_word_document(), TREE: tree}
    return pack(deflate(name, part) for name, part in parts.items())


@cache
def session() -> Session:
    """Return the session for all targets, with built-in formats only."""
    return Session(third_party=False)


TARGETS: Mapping[str, Target] = {
    "text": Target("telegram", ("cables/*.txt", "text/*")),
    "html": Target("wikileaks", ("forms/*.html", "html/*")),
    "csv": Target("records", ("forms/*.csv", "csv/*"), "seed.csv"),
    "records": Target("records", ("records/*",), "seed.sql"),
    "xml": Target("xml", ("forms/tree.xml",)),
    "json": Target("json", ("forms/tree.json",)),
    "docx": Target("docx", ("docx/*",), packed=_with_tree),
    "mail": Target("mail", ("forms/*.eml", "mail/*")),
    "tei": Target("tei", ("forms/frus*.xml",)),
    "markdown": Target("markdown", ("cables/*.md",)),
    "smart": Target("smart", ("forms/smart*.md",)),
    "wikisource": Target("wikisource", ("forms/*.wiki",)),
    "nara": Target("nara", ("forms/nara*",)),
    "plusd": Target("plusd", ("forms/plusd*",)),
    "any": Target(None, ("forms/*", "cables/*", "*/*")),
}
