"""Redacts every cable of folders and searches the bytes of every format for what was taken out.

    python benchmarks/redaction_search.py FOLDER ... [--above LEVEL] [--every N] [--trees]

``CABLECONV_DATA`` is the folder if none is named.  Of each text that was taken out, runs of
five words are searched for.  A run that is still there is named with the rule that lets it
stand: a field's, or the level of the block that says the same; ``no rule`` is a leak.
``--trees`` searches the JSON tree alone.  No word of a cable is printed, only names and paths.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import cableconv
from cableconv.cable import Cable
from cableconv.plugins.kinds import COLLECTORS, EXPORTERS
from cableconv.session import Session
from cableconv.testing import leaks
from cableconv.testing.leaks import bare
from cableconv.vocabulary.levels import level_of

RUN = 5  # words
NO_RULE = "no rule"
SESSION = Session()


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


def runs(text: str) -> Iterator[str]:
    """Every second run of five words."""
    words = list(re.finditer(r"\w+", text))
    for start in range(0, len(words) - RUN + 1, 2):
        yield text[words[start].start() : words[start + RUN - 1].end()]


def rule_of(run: str, redacted: Cable) -> str:
    """What lets the run stand in the redacted tree."""
    sought = bare(run)
    for path, text in redacted.texts():
        if sought in bare(text):
            field = re.sub(r"\[\d+\]", "", path)
            is_block = field.startswith("body") or field == "summary"
            return "a block at or below the level says it" if is_block else f"field {field}"
    header = cableconv.export(redacted.replace(body=()), "text", session=SESSION)
    return "fields of the header side by side" if leaks(header, [run]) else NO_RULE


def search(path: Path, above: str, trees: bool) -> Iterator[tuple[str, str]]:
    """Format and rule of each run that is still there."""
    for cable in cableconv.read(path, session=SESSION):
        redacted = cableconv.transform(cable, "redact", above=above, session=SESSION)
        sought = {run for text in taken_out(cable, redacted) for run in runs(text)}
        yield "cables", ""
        yield from (("runs searched for", "") for _ in sought)
        if not sought:
            continue
        for name, output in outputs(redacted, trees):
            for run in {word for word, _ in leaks(output, sought)}:
                yield name, rule_of(run, redacted)


def main() -> None:
    """Search, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="*", default=[os.environ.get("CABLECONV_DATA", ".")])
    arguments.add_argument("--above", default="unclassified")
    arguments.add_argument("--every", type=int, default=1)
    arguments.add_argument("--trees", action="store_true")
    chosen = arguments.parse_args()
    assert level_of(chosen.above), chosen.above
    counts: Counter[tuple[str, str]] = Counter()
    for folder in chosen.folders:
        files = sorted(path for path in Path(folder).rglob("*.txt") if path.is_file())
        for path in islice(files, 0, None, chosen.every):
            found = Counter(search(path, chosen.above, chosen.trees))
            counts += found
            for (name, rule), number in found.items():
                if rule:
                    print(f"{path.name}: {number} in {name}: {rule}")
    for (name, rule), number in sorted(counts.items()):
        print(f"{number:8} {name} {rule}".rstrip())
    sys.exit(any(rule == NO_RULE for _, rule in counts))


if __name__ == "__main__":
    main()
