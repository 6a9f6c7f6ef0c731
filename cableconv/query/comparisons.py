"""Comparisons of a query's values with those of a cable: as names, by order, as people.

Each function returns a test of a field's values, for the values of one term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from operator import eq, ge, gt, le, lt
from typing import Any

from cableconv.cable import Level
from cableconv.errors import QueryError
from cableconv.patterns import pattern
from cableconv.query.expressions import Term, Value
from cableconv.query.words import Words, folded
from cableconv.transforms.redact.spelling import letters_of, pattern_of
from cableconv.vocabulary.levels import LEVELS, level_of

Found = Iterable[Any]
Holds = Callable[[Found], bool]

_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    ":": eq, "=": eq, ">=": ge, "<=": le, ">": gt, "<": lt,
}  # fmt: skip
_DATE = pattern(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_NUMBER = pattern(r"\d{1,9}")
_RANGE = ".."


def by_name(term: Term) -> Holds:
    """Compare whole values in any case; ``*`` stands for any letters."""
    _refuse_order(term)
    wanted = re.compile("|".join(map(_glob, term.values)))
    return lambda found: any(wanted.fullmatch(folded(name)) for name in found)


def by_words(term: Term) -> Holds:
    """Compare consecutive words."""
    _refuse_order(term)
    wanted = [Words.of(value) for value in term.values]
    return lambda found: any(words.found_in(text) for text in found for words in wanted)


def by_person(term: Term) -> Holds:
    """Compare a name in all its spellings, as the transform ``redact`` does."""
    _refuse_order(term)
    wanted = person_expression(term.values)
    return lambda found: any(wanted.search(text) for text in found)


def by_date(term: Term) -> Holds:
    """Compare a day, month, year or range; a shorter date stands for its whole period."""
    return _in_order(term, _date, _as_exact)


def by_number(term: Term) -> Holds:
    """Compare a number or a range."""
    return _in_order(term, _number, lambda found, _: found)


def by_level(term: Term) -> Holds:
    """Compare a classification level or a range of levels."""
    return _in_order(term, _rank, lambda found, _: LEVELS.index(found))


def person_expression(values: Sequence[Value]) -> re.Pattern[str]:
    """Return a pattern that finds any of the names.

    Raises:
        QueryError: a name has fewer than two letters.
    """
    for value in values:
        if letters_of(value.text) < 2:
            raise QueryError(f"{value.text!r} has fewer than two letters")
    return re.compile("|".join(pattern_of(value.text) for value in values), re.IGNORECASE)


def _in_order(term: Term, read: Callable[[str], Any], fitted: Callable[[Any, Any], Any]) -> Holds:
    """Compare by order: ``read`` parses a bound, and ``fitted`` adapts a cable's value to it.

    A value that is adapted to ``None`` matches no bound.
    """
    bounds = [bound for value in term.values for bound in [_bounds(term, value.text, read)]]

    def within(found: Any) -> bool:
        return any(
            all(
                (value := fitted(found, bound)) is not None and compare(value, bound)
                for compare, bound in each
            )
            for each in bounds
        )

    return lambda found: any(map(within, found))


def _bounds(
    term: Term, value: str, read: Callable[[str], Any]
) -> list[tuple[Callable[[Any, Any], bool], Any]]:
    if _RANGE not in value:
        return [(_ORDERS[term.operator], read(value))]
    first, last = value.split(_RANGE, 1)
    if term.operator not in ":=" or not (first or last):
        raise QueryError(f"{value!r} is not a range", hint=f"as in: {term.field}:A..B, A.. or ..B")
    return [(order, read(end)) for order, end in ((ge, first), (le, last)) if end]


def _date(value: str) -> str:
    if not _DATE.fullmatch(value):
        raise QueryError(f"{value!r} is not a date", hint="as in: 2008, 2008-01, 2008-01-31")
    return value


def _as_exact(found: str, wanted: str) -> str | None:
    """Return a date cut to the length of the wanted one; None if it is not known so exactly."""
    is_known = len(found) >= len(wanted) or not wanted.startswith(found)
    return found[: len(wanted)] if is_known else None


def _number(value: str) -> int:
    if not (value.isascii() and _NUMBER.fullmatch(value)):
        raise QueryError(f"{value!r} is not a number")
    return int(value)


def _rank(value: str) -> int:
    level: Level | None = level_of(value.replace("-", " "))
    if level is None:
        known = ", ".join(level.lower().replace(" ", "-") for level in LEVELS)
        raise QueryError(f"{value!r} is not a level", hint=f"levels: {known}")
    return LEVELS.index(level)


def _refuse_order(term: Term) -> None:
    if term.operator not in ":=":
        raise QueryError(
            f"{term.field} has no order", hint=f"as in: {term.field}:{term.values[0].text}"
        )


def _glob(value: Value) -> str:
    if value.quoted:
        return re.escape(folded(value.text))
    return ".*".join(map(re.escape, folded(value.text).split("*")))
