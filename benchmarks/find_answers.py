"""Compare the answers of ``find``, of SQLite's full-text search and of grep, and time ``find``.

    python benchmarks/find_answers.py FOLDER [--cables 5000] [--questions QUERY ...]

``--cables`` repeats the files of FOLDER under other names until there are that many.  grep searches
a file per cable, with its subject and one block of its text on each line.  A question is a query of
words, of words in a row (in quotes) and of beginnings (``minist*``): all of them have to be
somewhere in the cable.  Needs grep and the query's parser (pip install 'cableconv[query]').
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from archive import repeated

QUESTIONS = (
    "election",
    "ambassador minister",
    '"human rights"',
    '"prime minister" parliament',
    "minist* border",
    '"european union"',
    '"natural gas" pipeline',
    "nuclear",
    '"end summary" econom*',
    "terror* police court",
)
COMMAND = (sys.executable, "-m", "cableconv")
IN_TEXTS = """
SELECT source, source_row FROM paragraphs_search AS found JOIN paragraphs ON paragraph = found.rowid
JOIN cables USING (cable) WHERE paragraphs_search MATCH ?
"""
IN_SUBJECTS = """
SELECT source, source_row FROM cables_search AS found JOIN cables ON cable = found.rowid
WHERE cables_search MATCH ?
"""
BETWEEN = "[^[:alnum:]]+"
"""What stands between words in a row, for grep."""


class Answer(NamedTuple):
    """The cables that ``find`` names, and the seconds to the first and to all."""

    cables: set[str]
    first: float
    all: float


def named(file: str, row: int | None) -> str:
    """Return a name of a cable: that of its file, with its number where the file has several."""
    return Path(file).name if row is None else f"{Path(file).name}.{row}"


def find(folder: Path, question: str) -> Answer:
    """Ask ``find``, and time its first hit."""
    began = time.monotonic()
    cables, first = set(), 0.0
    with subprocess.Popen([*COMMAND, "find", str(folder), question], stdout=subprocess.PIPE) as run:
        for line in run.stdout or ():
            first = first or time.monotonic() - began
            hit = json.loads(line)
            cables.add(named(hit["file"], hit["row"]))
    return Answer(cables, first, time.monotonic() - began)


def terms(question: str) -> list[str]:
    """Return the words, and words in a row, of a question."""
    return shlex.split(question)


def search(database: sqlite3.Connection, question: str) -> set[str]:
    """Ask the full-text search for each term, in subjects and in texts."""
    return reduce(set.intersection, (set(_searched(database, each)) for each in terms(question)))


def _searched(database: sqlite3.Connection, term: str) -> Iterator[str]:
    words = term if term.endswith("*") else f'"{term}"'
    for command, asked in ((IN_TEXTS, words), (IN_SUBJECTS, f"subject : {words}")):
        yield from (named(*found) for found in database.execute(command, (asked,)))


def grep(folder: Path, question: str) -> set[str]:
    """Ask grep for each term."""
    return reduce(set.intersection, (_grepped(folder, each) for each in terms(question)))


def _grepped(folder: Path, term: str) -> set[str]:
    words = BETWEEN.join(map(re.escape, term.rstrip("*").split()))
    end = "" if term.endswith("*") else "($|[^[:alnum:]])"
    command = ["grep", "-r", "-l", "-i", "-E", f"(^|[^[:alnum:]]){words}{end}", str(folder)]
    found = subprocess.run(command, capture_output=True, check=False, text=True)
    return {Path(name).name for name in found.stdout.splitlines()}


def write_lines(database: sqlite3.Connection, folder: Path) -> Path:
    """Write the file of each cable for grep."""
    folder.mkdir()
    cables = "SELECT cable, source, source_row, subject FROM cables ORDER BY cable"
    texts = "SELECT text FROM paragraphs WHERE cable = ? ORDER BY position"
    for cable, source, row, subject in database.execute(cables):
        lines = [subject or "", *(text for (text,) in database.execute(texts, (cable,)))]
        written = "\n".join(" ".join(line.split()) for line in lines)
        (folder / named(source, row)).write_text(written, encoding="utf-8")
    return folder


def compare(folder: Path, database: sqlite3.Connection, lines: Path, question: str) -> bool:
    """Print a line for a question; return whether the three answers agree."""
    found = find(folder, question)
    others = (search(database, question), grep(lines, question))
    agree = all(each == found.cables for each in others)
    numbers = "" if agree else f", full-text search {len(others[0])}, grep {len(others[1])}"
    print(
        f"{question:32} {len(found.cables):5} cables{numbers}; first after {found.first:.2f} s, "
        f"all after {found.all:.1f} s; {'the same' if agree else 'NOT THE SAME'}",
        flush=True,
    )
    return agree


def ask(folder: Path, place: Path, questions: Sequence[str]) -> bool:
    """Ask all questions; return whether all answers agree."""
    target = place / "all.sqlite"
    subprocess.run([*COMMAND, str(folder), "-t", "sqlite", "-o", str(target), "-q"], check=False)
    with closing(sqlite3.connect(target)) as database:
        lines = write_lines(database, place / "lines")
        agreed = [compare(folder, database, lines, each) for each in questions]
    return all(agreed)


def main() -> int:
    """Compare as the arguments say; the exit code is 1 if any answers differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cables", type=int)
    parser.add_argument("--questions", nargs="+", default=QUESTIONS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = repeated(asked.folder, asked.cables, place) if asked.cables else asked.folder
        return 0 if ask(folder, place, asked.questions) else 1


if __name__ == "__main__":
    sys.exit(main())
