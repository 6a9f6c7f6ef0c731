"""Redact every cable of folders, and search the bytes of every format for what was removed.

    python benchmarks/redaction_search.py FOLDER ... [--above LEVEL] [--shard N/OF] [--trees]

``CABLECONV_DATA`` is the default folder.  The search is for runs of five words from each removed
text, and, to find misread cables too, from the text of the file after a portion marking above the
level.  A run that is still present is listed with the rule of docs/transforms.md that permits it;
``no rule`` is a leak. ``--trees`` searches only the JSON tree.  No word of a cable is printed,
only names and paths.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import cableconv
from cableconv.cable import Cable, Level
from cableconv.errors import CableconvError
from cableconv.plugins.kinds import COLLECTORS, EXPORTERS
from cableconv.session import Session
from cableconv.testing.leaks import bare, readings
from cableconv.vocabulary.levels import LEVELS, is_above, is_plain, level_of

RUN = 5  # words
TOGETHER = 40  # files in one document of a format of many cables
NO_RULE = "no rule"
SESSION = Session()
WORD = re.compile(r"[a-z0-9]+")
MARKED = re.compile(r"\(((?:TS|[SC]|SBU|CONFIDENTIAL|SECRET)\b[\w/, -]{0,30})\)")
END = re.compile(r"\n\s*\n|\n\s*\d{1,2}\.|\((?:U|TS|[SC]|SBU)\b")

Run = tuple[str, ...]


class Hit(NamedTuple):
    """A run of words that is still present: its cable and format, and the rule that permits it."""

    cable: str
    format: str
    rule: str
    run: Run

    @property
    def words(self) -> str:
        """The format and the rule."""
        return f"{self.format}: {self.rule}"


class Redacted(NamedTuple):
    """A redacted cable, and the runs of words that must not be found in it."""

    name: str
    cable: Cable
    sought: frozenset[Run]


def documents(cable: Cable, trees: bool) -> Iterator[tuple[str, bytes | str]]:
    """Yield the cable in every format, with the format's name; or only its tree."""
    for exporter in SESSION.plugins.all(EXPORTERS):
        if not trees or exporter.name == "json":
            yield exporter.name, cableconv.export(cable, exporter.name, session=SESSION)


def collections(cables: list[Cable]) -> Iterator[tuple[str, Path]]:
    """Yield the cables in every format of many cables, with its name."""
    for collector in SESSION.plugins.all(COLLECTORS):
        with TemporaryDirectory() as folder:
            cableconv.collect(cables, Path(folder, "all"), collector.name, session=SESSION)
            yield collector.name, Path(folder)


def taken_out(cable: Cable, redacted: Cable) -> Iterator[str]:
    """Yield the original texts that were removed according to the diagnostics."""
    texts, left = dict(cable.texts()), dict(redacted.texts())
    for found in redacted.diagnostics:
        if found.code == "redacted" and found.path:
            own = (found.path, f"{found.path}.text")
            for path in filter(texts.__contains__, own):
                head = left.get(path, "").partition("[REDACTED")[0].rstrip()
                yield texts[path].removeprefix(head)
            rows = f"{found.path}.rows["
            yield from (text for path, text in texts.items() if path.startswith(rows))


def marked(source: str, above: Level) -> Iterator[str]:
    """Yield the source's text after each marking above the level, to an empty line or the next."""
    for found in MARKED.finditer(source):
        level = level_of(found[1])
        if level and is_above(level, above) and is_plain(found[1]):
            end = END.search(source, found.end())
            yield source[found.end() : end.start() if end else len(source)]


@lru_cache(maxsize=256)  # text common to all copies of a site is processed once
def runs(text: str) -> frozenset[Run]:
    """Return all runs of five words of a text."""
    words = WORD.findall(bare(text))
    return frozenset(zip(*(words[start:] for start in range(RUN)), strict=False))


def rule_of(run: Run, redacted: Cable, form: str) -> str:
    """Return the rule that permits the run in a document of that format."""
    for path, text in redacted.texts():
        if run in runs(text):
            if path.startswith("body"):
                return _rule_of_block(path, redacted)
            return "field " + re.sub(r"\[\d+\]", "", path)
    if run in _own_words()[form]:
        return "the format's own words"
    if run in _everywhere(redacted.replace(body=()))[form]:
        return "fields of the header side by side"
    return "texts side by side" if _Borders(redacted).stands_over_one(run) else NO_RULE


@lru_cache(maxsize=1)
def _own_words() -> dict[str, frozenset[Run]]:
    return _everywhere(Cable())


@lru_cache(maxsize=2)
def _everywhere(cable: Cable) -> dict[str, frozenset[Run]]:
    """Return the runs of a cable in each format."""
    said = {name: _runs_of(readings(output)) for name, output in documents(cable, False)}
    return {**said, **dict(collected([cable]))}


class _Borders:
    """The ends and beginnings of a tree's texts, as documents print two of them in a row."""

    def __init__(self, cable: Cable) -> None:
        words = [tuple(WORD.findall(bare(text))) for _, text in cable.texts()]
        self._heads = {each[:length] for each in words for length in range(1, RUN)}
        self._tails = {each[-length:] for each in words for length in range(1, RUN)}
        self._wholes = {each for each in words if 0 < len(each) < RUN}

    def stands_over_one(self, run: Run) -> bool:
        """Whether the run is the end of one text and the beginning of another."""
        splits = range(1, len(run))
        return any(run[:at] in self._tails and self._goes_on(run[at:]) for at in splits)

    def _goes_on(self, run: Run) -> bool:
        if run in self._heads or (len(run) == 1 and run[0].isdecimal()):  # a paragraph's number
            return True
        return any(
            (run[:at] in self._wholes or (at == 1 and run[0].isdecimal()))
            and self._goes_on(run[at:])
            for at in range(1, len(run))
        )


def _rule_of_block(path: str, redacted: Cable) -> str:
    blocks = {where: block for where, block in redacted.walk() if path.startswith(where)}
    block = blocks[max(blocks, key=len)]
    own = getattr(block, "marking", None)
    return "block with a marking of its own" if own else "block by what is marked around it"


def redacted(path: Path, above: Level) -> Iterator[Redacted]:
    """Yield each cable of a file."""
    source = path.read_text("utf-8", "replace") if path.suffix in (".txt", ".md") else ""
    for cable in cableconv.read(path, session=SESSION):
        left = cableconv.transform(cable, "redact", above=above, session=SESSION)
        texts = (*taken_out(cable, left), *marked(source, above))
        yield Redacted(path.name, left, frozenset[Run]().union(*map(runs, texts)))


def search(cables: list[Redacted], trees: bool) -> Iterator[Hit]:
    """Yield what is still present in the cables' own documents and in common ones."""
    for each in cables:
        for name, output in documents(each.cable, trees):
            yield from _hits(each, name, _runs_of(readings(output)))
    if cables and not trees:
        for name, found in collected([each.cable for each in cables]):
            for each in cables:
                hits = list(_hits(each, name, found))
                if any(hit.rule == NO_RULE for hit in hits):  # it may be text of another cable
                    hits = list(_hits(each, name, dict(collected([each.cable]))[name]))
                yield from hits


def collected(cables: list[Cable]) -> Iterator[tuple[str, frozenset[Run]]]:
    """Yield the runs in each format of many cables."""
    for name, folder in collections(cables):
        yield name, _runs_of(readings(folder))


def _hits(each: Redacted, name: str, found: frozenset[Run]) -> Iterator[Hit]:
    for run in sorted(each.sought & found):
        yield Hit(each.name, name, rule_of(run, each.cable, name), run)


def _runs_of(texts: Iterable[tuple[str, str]]) -> frozenset[Run]:
    return frozenset[Run]().union(*(runs(text) for _, text in texts))


def files_of(folders: list[str], shard: str) -> Iterator[Path]:
    """Yield every file of the folders; for ``2/3``, every third from the second on."""
    number, _, of = shard.partition("/")
    files = sorted(file for folder in folders for file in Path(folder).rglob("*") if file.is_file())
    yield from islice(files, int(number) - 1, None, int(of))


def main() -> None:
    """Search, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="*", default=[os.environ.get("CABLECONV_DATA", ".")])
    arguments.add_argument("--above", default=LEVELS[0])
    arguments.add_argument("--shard", default="1/1")
    arguments.add_argument("--trees", action="store_true")
    chosen = arguments.parse_args()
    above = level_of(chosen.above)
    assert above, chosen.above
    counts: Counter[str] = Counter()
    files = files_of(chosen.folders, chosen.shard)
    while some := list(islice(files, TOGETHER)):
        cables = list(_readable(some, above, counts))
        counts["cables"] += len(cables)
        counts["runs searched for"] += sum(len(each.sought) for each in cables)
        hits = list(search([each for each in cables if each.sought], chosen.trees))
        for (name, words), number in Counter((hit.cable, hit.words) for hit in hits).items():
            print(f"{name}: {number} in {words}", flush=True)
        counts.update(hit.words for hit in hits)
    for words, number in sorted(counts.items()):
        print(f"{number:9} {words}")
    sys.exit(any(words.endswith(NO_RULE) for words in counts))


def _readable(files: list[Path], above: Level, counts: Counter[str]) -> Iterator[Redacted]:
    for path in files:
        try:
            yield from redacted(path, above)
        except CableconvError as error:
            counts[f"files that cannot be read: {type(error).__name__}"] += 1


if __name__ == "__main__":
    main()
