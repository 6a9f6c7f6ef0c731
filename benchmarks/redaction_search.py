"""Redacts every cable of folders and searches the bytes of every format for what was taken out.

    python benchmarks/redaction_search.py FOLDER ... [--above LEVEL] [--shard N/OF] [--trees]

``CABLECONV_DATA`` is the folder if none is named.  What is searched for are runs of five words
of each text that was taken out, and, so that a misreading of the parser is found as well, of
what the file prints behind a portion marking above the level.  A run that is still there is
named with the rule of docs/transforms.md that lets it stand; ``no rule`` is a leak.
``--trees`` searches the JSON tree alone.  No word of a cable is printed, only names and paths.
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
from cableconv.vocabulary.levels import LEVELS, is_above, level_of

RUN = 5  # words
NO_RULE = "no rule"
SESSION = Session()
WORD = re.compile(r"[a-z0-9]+")
MARKED = re.compile(r"\(((?:TS|[SC]|SBU|CONFIDENTIAL|SECRET)\b[\w/, -]{0,30})\)")
END = re.compile(r"\n\s*\n|\n\s*\d{1,2}\.|\((?:U|TS|[SC]|SBU)\b")

Run = tuple[str, ...]


class Hit(NamedTuple):
    """A run that is still there: the format, and the rule that lets it stand."""

    format: str
    rule: str
    run: Run


def outputs(cable: Cable, trees: bool) -> Iterator[tuple[str, bytes | str | Path]]:
    """The cable in every format, with the format's name; or its tree alone."""
    for exporter in SESSION.plugins.all(EXPORTERS):
        if not trees or exporter.name == "json":
            yield exporter.name, cableconv.export(cable, exporter.name, session=SESSION)
    for collector in () if trees else SESSION.plugins.all(COLLECTORS):
        with TemporaryDirectory() as folder:
            cableconv.collect([cable], Path(folder, "all"), collector.name, session=SESSION)
            yield collector.name, Path(folder)


def taken_out(cable: Cable, redacted: Cable) -> Iterator[str]:
    """The original texts of all that the diagnostics say was taken out."""
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
    """What the file prints behind markings above the level, up to a blank line or the next."""
    for found in MARKED.finditer(source):
        level = level_of(found[1])
        if level and is_above(level, above):
            end = END.search(source, found.end())
            yield source[found.end() : end.start() if end else len(source)]


@lru_cache(maxsize=256)  # what a site's every copy holds is read once
def runs(text: str) -> frozenset[Run]:
    """Every five words of a text."""
    words = WORD.findall(bare(text))
    return frozenset(zip(*(words[start:] for start in range(RUN)), strict=False))


def rule_of(run: Run, redacted: Cable) -> str:
    """What lets the run stand in the redacted tree."""
    for path, text in redacted.texts():
        if run in runs(text):
            if path.startswith("body"):
                return _rule_of_block(path, redacted)
            return "field " + re.sub(r"\[\d+\]", "", path)
    header = cableconv.export(redacted.replace(body=()), "text", session=SESSION)
    return "fields of the header side by side" if run in runs(header) else NO_RULE


def _rule_of_block(path: str, redacted: Cable) -> str:
    blocks = {where: block for where, block in redacted.walk() if path.startswith(where)}
    block = blocks[max(blocks, key=len)]
    own = getattr(block, "marking", None)
    return "block with a marking of its own" if own else "block by what is marked around it"


def search(path: Path, above: Level, trees: bool) -> Iterator[tuple[int, list[Hit]]]:
    """For each cable of a file how many runs were searched for, and those still there."""
    source = path.read_text("utf-8", "replace") if path.suffix in (".txt", ".md") else ""
    for cable in cableconv.read(path, session=SESSION):
        redacted = cableconv.transform(cable, "redact", above=above, session=SESSION)
        texts = (*taken_out(cable, redacted), *marked(source, above))
        sought = frozenset[Run]().union(*map(runs, texts))
        yield len(sought), list(_hits(sought, redacted, trees)) if sought else []


def _hits(sought: frozenset[Run], redacted: Cable, trees: bool) -> Iterator[Hit]:
    rules: dict[Run, str] = {}
    for name, output in outputs(redacted, trees):
        found = sought & _runs_of(readings(output))
        for run in sorted(found):
            if run not in rules:
                rules[run] = rule_of(run, redacted)
            yield Hit(name, rules[run], run)


def _runs_of(texts: Iterable[tuple[str, str]]) -> frozenset[Run]:
    return frozenset[Run]().union(*(runs(text) for _, text in texts))


def files_of(folders: list[str], shard: str) -> Iterator[Path]:
    """Every file of the folders that may be a cable; of ``2/3`` each third from the second on."""
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
    for path in files_of(chosen.folders, chosen.shard):
        try:
            found = list(search(path, above, chosen.trees))
        except CableconvError as error:
            counts[f"files that cannot be read: {type(error).__name__}"] += 1
            continue
        hits = Counter(f"{hit.format}: {hit.rule}" for _, every in found for hit in every)
        for words, number in hits.items():
            print(f"{path.name}: {number} in {words}", flush=True)
        counts += hits
        counts["cables"] += len(found)
        counts["runs searched for"] += sum(number for number, _ in found)
    for words, number in sorted(counts.items()):
        print(f"{number:9} {words}")
    sys.exit(any(words.endswith(NO_RULE) for words in counts))


if __name__ == "__main__":
    main()
