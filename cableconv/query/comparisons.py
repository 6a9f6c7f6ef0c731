"""How values of a query are compared with what a cable has: as names, in an order, as people.

Each gives a test of the values of one field, for the values of one term.
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
    """Whole values in any case; ``*`` stands for any letters."""
    _refuse_order(term)
    wanted = re.compile("|".join(map(_glob, term.values)))
    return lambda found: any(wanted.fullmatch(folded(name)) for name in found)


def by_words(term: Term) -> Holds:
    """Words in a row."""
    _refuse_order(term)
    wanted = [Words.of(value) for value in term.values]
    return lambda found: any(words.found_in(text) for text in found for words in wanted)


def by_person(term: Term) -> Holds:
    """A name in its spellings, as the transform ``redact`` finds it."""
    _refuse_order(term)
    wanted = person_expression(term.values)
    return lambda found: any(wanted.search(text) for text in found)


def by_date(term: Term) -> Holds:
    """A day, month or year, or from one to another; dates are compared as far as they are said."""
    return _in_order(term, _date, lambda found, wanted: found[: len(wanted)])


def by_number(term: Term) -> Holds:
    """A number, or from one to another."""
    return _in_order(term, _number, lambda found, _: found)


def by_level(term: Term) -> Holds:
    """A classification level, or from one to another, in their order."""
    return _in_order(term, _rank, lambda found, _: LEVELS.index(found))


def person_expression(values: Sequence[Value]) -> re.Pattern[str]:
    """What finds any of the names.

    Raises:
        QueryError: a name has no two letters.
    """
    for value in values:
        if letters_of(value.text) < 2:
            raise QueryError(f"{value.text!r} has no two letters to look for")
    return re.compile("|".join(pattern_of(value.text) for value in values), re.IGNORECASE)


def _in_order(term: Term, read: Callable[[str], Any], fitted: Callable[[Any, Any], Any]) -> Holds:
    """``read`` a bound of the query; what is found is ``fitted`` to it before it is compared."""
    bounds = [bound for value in term.values for bound in [_bounds(term, value.text, read)]]

    def within(found: Any) -> bool:
        return any(
            all(compare(fitted(found, bound), bound) for compare, bound in each) for each in bounds
        )

    return lambda found: any(map(within, found))


def _bounds(
    term: Term, value: str, read: Callable[[str], Any]
) -> list[tuple[Callable[[Any, Any], bool], Any]]:
    if _RANGE not in value:
        return [(_ORDERS[term.operator], read(value))]
    first, last = value.split(_RANGE, 1)
    if term.operator not in ":=" or not (first or last):
        raise QueryError(f"{value!r} is no range", hint=f"as in: {term.field}:A..B, A.. or ..B")
    return [(order, read(end)) for order, end in ((ge, first), (le, last)) if end]


def _date(value: str) -> str:
    if not _DATE.fullmatch(value):
        raise QueryError(f"{value!r} is no date", hint="as in: 2008, 2008-01, 2008-01-31")
    return value


def _number(value: str) -> int:
    if not (value.isascii() and _NUMBER.fullmatch(value)):
        raise QueryError(f"{value!r} is no number")
    return int(value)


def _rank(value: str) -> int:
    level: Level | None = level_of(value.replace("-", " "))
    if level is None:
        known = ", ".join(level.lower().replace(" ", "-") for level in LEVELS)
        raise QueryError(f"{value!r} is no level", hint=f"levels: {known}")
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
