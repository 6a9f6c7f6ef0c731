"""Which lines begin a numbered paragraph: the cable's own sequence decides.

Scrapes turned ``¶`` into the digit 1 (``14.`` is paragraph 4), and put a pilcrow before any
number that happened to begin a line (``¶2005.``).  A paragraph is what continues the sequence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cableconv.parser.body.shapes import ends_sentence, is_rule
from cableconv.parser.ledger import Ledger
from cableconv.parser.lines import Line
from cableconv.parser.paragraph_marks import ParagraphMark, read_paragraph_mark

_LOOK_BACK = 14


class Candidate(NamedTuple):
    """A line that may begin a paragraph, with the numbers it may mean and how strongly it does."""

    index: int
    mark: ParagraphMark
    numbers: tuple[int, ...]
    weight: float


class Numbered(NamedTuple):
    """A line that does."""

    number: int
    mark: ParagraphMark
    repaired: bool


def number_lines(lines: Sequence[Line], ledger: Ledger) -> dict[int, Numbered]:
    """Paragraphs by the index of their first line; repairs and gaps are reported."""
    candidates = list(_candidates(lines))
    chain = _plain(candidates) or _best_chain(candidates)
    numbered: dict[int, Numbered] = {}
    before = 0
    for candidate, number in chain:
        line = lines[candidate.index]
        repaired = not candidate.mark.pilcrow and int(candidate.mark.digits) != number
        numbered[candidate.index] = Numbered(number, candidate.mark, repaired)
        if repaired:
            ledger.doubt("pilcrow-repaired", line, number=number, printed=candidate.mark.digits)
        if number == before:
            ledger.doubt("paragraph-repeated", line, number=number)
        elif number != before + 1:
            ledger.doubt("paragraph-gap", line, number=number, before=before or "none")
        before = number
    return numbered


def _candidates(lines: Sequence[Line]) -> Iterator[Candidate]:
    for index, line in enumerate(lines):
        mark = read_paragraph_mark(line.text)
        if mark is None:
            continue
        numbers = (int(mark.digits),)
        if not mark.pilcrow and len(mark.digits) > 1 and mark.digits[0] == "1":
            numbers += (int(mark.digits[1:]),)
        yield Candidate(index, mark, numbers, _weight(line, lines[index - 1] if index else None, mark))


def _weight(line: Line, before: Line | None, mark: ParagraphMark) -> float:
    weight = 1.0
    if mark.marking:
        weight += 2.5
    if before is None or line.gap or is_rule(before.text):
        weight += 1.0
    elif not ends_sentence(before.text) and not mark.marking and len(before.text) > 40:
        weight -= 1.2
    if not mark.dotted:
        weight -= 0.4
    return weight


def _plain(candidates: Sequence[Candidate]) -> list[tuple[Candidate, int]] | None:
    """The usual case: the numbers run from 1 without a flaw."""
    chain = []
    for number, candidate in enumerate(candidates, 1):
        if number not in candidate.numbers:
            return None
        chain.append((candidate, number))
    return chain


def _best_chain(candidates: Sequence[Candidate]) -> list[tuple[Candidate, int]]:
    """The heaviest rising sequence; a step other than one costs."""
    states: list[tuple[float, Candidate, int, int | None]] = []
    for candidate in candidates:
        new = []
        for number in dict.fromkeys(candidate.numbers):
            best = (_start_cost(number), None)
            for at in range(max(len(states) - 2 * _LOOK_BACK, 0), len(states)):
                score, other, before, _ = states[at]
                if other is candidate or number < before:
                    continue
                value = score - _step_cost(number - before, candidate)
                if value > best[0]:
                    best = (value, at)  # type: ignore[assignment]
            new.append((best[0] + candidate.weight, candidate, number, best[1]))
        states += new
    at = max(range(len(states)), key=lambda i: states[i][0], default=None)
    chain: list[tuple[Candidate, int]] = []
    while at is not None:
        _, candidate, number, at = states[at]
        chain.append((candidate, number))
    chain.reverse()
    return chain if chain and sum(c.weight for c, _ in chain) > 1 else []


def _start_cost(number: int) -> float:
    return 0.0 if number == 1 else -1.5 - 0.5 * min(number, 12)


def _step_cost(step: int, candidate: Candidate) -> float:
    if step == 1:
        return -0.6
    if step == 0:
        return 2.2 if candidate.mark.marking else 4.0
    return 1.2 + 0.8 * min(step, 12) + (0.0 if candidate.mark.marking else 1.0)
