"""Questions about cables, for commands that only read; answers can be sent between processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.corpus.duplicates import score
from cableconv.corpus.items import Item
from cableconv.corpus.job import Equipment
from cableconv.corpus.outcomes import Score
from cableconv.corpus.portions import Portion, portion
from cableconv.plugins.kinds import CHECKS

if TYPE_CHECKING:
    from cableconv.stats import Counts

AnswerT = TypeVar("AnswerT")

_WORKERS_START = 0.5
"""Seconds that processes need to start, at most, if they have a core."""

_QUOTED = 200
"""Characters of a source line that are kept on both sides of a position."""


class Question(msgspec.Struct, Generic[AnswerT], frozen=True):
    """A question with its name, by which workers find it, and its function.

    ``quotes`` means that the answer quotes the cable's file.  ``head_start`` is as in
    ``looking.treated_by``, where somebody waits for the first answer.
    """

    name: str
    answer: Callable[[Cable, Item, Equipment], AnswerT]
    quotes: bool = False
    head_start: float = 0.0


class Finding(msgspec.Struct, frozen=True):
    """A diagnostic, and the line of the file that it concerns, if available."""

    diagnostic: Diagnostic
    source_line: str | None = None


def _score(cable: Cable, _: Item, __: Equipment) -> Score | None:
    """Return the quality of the cable; None with errors, as it will not be written."""
    is_broken = any(found.severity == "error" for found in cable.diagnostics)
    return None if is_broken else score(cable)


def _portion(cable: Cable, _: Item, __: Equipment) -> Portion | None:
    return portion(cable)


def _hits(cable: Cable, _: Item, equipment: Equipment) -> tuple[bytes, ...]:
    """Return the query's hits as JSON, which can be printed unchanged."""
    if equipment.query is None:
        return ()
    return tuple(msgspec.json.encode(hit) for hit in equipment.query.hits(cable))


def _counts(cable: Cable, _: Item, __: Equipment) -> Counts:
    from cableconv.stats import Counts

    counts = Counts()
    counts.add(cable)
    return counts


def _findings(cable: Cable, item: Item, equipment: Equipment) -> tuple[Finding, ...]:
    """Return the cable's diagnostics and the findings of the plugins' checks."""
    text = item.text or ""
    return tuple(Finding(each, _source_line(text, each)) for each in _doubts(cable, equipment))


def _doubts(cable: Cable, equipment: Equipment) -> Iterator[Diagnostic]:
    yield from cable.diagnostics
    for check in equipment.plugins.all(CHECKS):
        yield from equipment.plugins.check(check, cable)


def _source_line(text: str, found: Diagnostic) -> str | None:
    if not text or found.line is None or found.column is None:
        return None
    return line_of(text, found.line, found.column + _QUOTED)


def line_of(text: str, line: int, longest: int) -> str | None:
    """Return the line of that number, or the necessary part of it, as a line may have 50 MB."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return None
    end = text.find("\n", start, start + longest)
    return text[start : start + longest if end < 0 else end].rstrip("\r")


SCORE = Question("score", _score)
PORTION = Question("portion", _portion)
HITS = Question("hits", _hits, head_start=_WORKERS_START)
COUNTS = Question("counts", _counts)
FINDINGS = Question("findings", _findings, quotes=True)

_ALL: tuple[Question[Any], ...] = (SCORE, PORTION, HITS, COUNTS, FINDINGS)
QUESTIONS = {each.name: each for each in _ALL}
