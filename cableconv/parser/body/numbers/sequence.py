"""The paragraph numbers of a cable: the best rising sequence of candidates."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from cableconv.parser.lexer.paragraph_marks import ParagraphMark

_LOOK_BACK = 28


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A possible beginning of a paragraph, with its possible numbers and their strength.

    ``free``: an empty line and a whole sentence precede it.
    """

    at: int
    mark: ParagraphMark
    numbers: tuple[int, ...]
    weight: float
    free: bool = False


class _State(msgspec.Struct, frozen=True, gc=False):
    """A sequence that ends with ``candidate`` read as ``number``.

    ``before`` is the index of its last state, not the state itself: a chain of objects as long as
    the text would be freed by recursion in C, which overflows the stack.
    """

    score: float
    candidate: Candidate
    number: int
    before: int | None


def sequence(candidates: Sequence[Candidate]) -> list[tuple[Candidate, int]]:
    """Return the candidates that are paragraphs, each with its number."""
    return _plain(candidates) or _heaviest(candidates)


def _plain(candidates: Sequence[Candidate]) -> list[tuple[Candidate, int]] | None:
    """Handle the usual case: the numbers run from 1 without a gap."""
    for number, candidate in enumerate(candidates, 1):
        if number not in candidate.numbers:
            return None
    return [(candidate, number) for number, candidate in enumerate(candidates, 1)]


def _heaviest(candidates: Sequence[Candidate]) -> list[tuple[Candidate, int]]:
    """Return the rising sequence with the greatest weight; a step other than one costs."""
    states: list[_State] = []
    for candidate in candidates:
        first = max(len(states) - _LOOK_BACK, 0)
        known = states[first:]
        numbers = dict.fromkeys(candidate.numbers)
        states += [_best(candidate, number, known, first) for number in numbers]
    at = max(range(len(states)), key=lambda index: states[index].score, default=None)
    chain: list[tuple[Candidate, int]] = []
    while at is not None:
        state = states[at]
        chain.append((state.candidate, state.number))
        at = state.before
    chain.reverse()
    return chain if sum(candidate.weight for candidate, _ in chain) > 1 else []


def _best(candidate: Candidate, number: int, known: Sequence[_State], first: int) -> _State:
    """Return the best sequence that ends here; ``first`` is the index of the first known state."""
    score, before = _start_score(number), None
    for index, state in enumerate(known, first):
        if state.candidate is candidate or number < state.number:
            continue
        reached = state.score - _step_cost(number - state.number, candidate)
        if reached > score:
            score, before = reached, index
    return _State(score + candidate.weight, candidate, number, before)


def _start_score(number: int) -> float:
    return 0.0 if number == 1 else -1.5 - 0.5 * min(number, 12)


def _step_cost(step: int, candidate: Candidate) -> float:
    """Return the cost of a step: repeated numbers and gaps make a candidate less likely."""
    marked = candidate.mark.marking is not None
    if step == 1:
        return -0.6
    if step == 0:
        return 2.2 if marked else 4.0
    return 1.2 + 0.8 * min(step, 12) + (0.0 if marked else 1.0)
