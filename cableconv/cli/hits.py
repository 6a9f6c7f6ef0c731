"""Hits of a query on standard output: with highlighted words for people, or as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from shutil import get_terminal_size

import click
import msgspec

from cableconv.cli.archive import Archive
from cableconv.cli.looking import answers
from cableconv.cli.reading import Reading
from cableconv.cli.report import Report
from cableconv.cli.wording import printable
from cableconv.corpus.questions import HITS
from cableconv.output.standard_output import stream
from cableconv.query import Hit

_HIT = msgspec.json.Decoder(Hit)

_BEFORE = 40
"""Characters of a paragraph shown before the first match."""


def find(
    inputs: Sequence[Path],
    reading: Reading,
    archive: Archive,
    report: Report,
    *,
    for_people: bool,
    limit: int | None = None,
) -> int:
    """Print hits as they are found, and return the number of cables with hits."""
    number = 0
    with closing(answers(HITS, inputs, reading, archive, report)) as found:
        for _, hits in islice(found, limit):
            number += 1
            for line in _for_people(hits) if for_people else hits:
                click.echo(line, stream())
            report.done()
    return number


def _for_people(places: Sequence[bytes]) -> Iterator[str]:
    """Yield a line for the cable, and one for each hit in it."""
    width = max(40, min(get_terminal_size().columns, 120))
    hits = [_HIT.decode(each) for each in places]
    cable = hits[0]
    about = (cable.key or "(no id)", (cable.date or "")[:10], cable.subject or "(no subject)")
    yield click.style(printable("  ".join(filter(None, about)))[:width], bold=True)
    for hit in hits:
        if hit.text and hit.path != "subject":
            yield _excerpt(hit, width)


def _excerpt(hit: Hit, width: int) -> str:
    """Return the part of the paragraph around the matched words that fits in a line."""
    name = f"{hit.number}." if hit.number is not None else hit.label or ""
    lead = " ".join(filter(None, (name, hit.marking and f"({hit.marking})")))
    lead = f"  {lead} " if lead else "  "
    text = " ".join((hit.text or "").split("\n"))
    first = hit.marks[0][0] if hit.marks else 0
    start = 0 if first <= _BEFORE else text.rfind(" ", 0, first - _BEFORE // 2) + 1
    end = start + width - len(lead) - 2
    marks = [(max(a, start), min(b, end)) for a, b in hit.marks if a < end and b > start]
    shown = _marked(text, start, end, marks)
    return f"{lead}{'…' * (start > 0)}{shown}{'…' * (end < len(text))}"


def _marked(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> str:
    pieces: list[str] = []
    for first, last in marks:
        pieces += printable(text[start:first]), click.style(printable(text[first:last]), "yellow")
        start = last
    return "".join((*pieces, printable(text[start:end])))
