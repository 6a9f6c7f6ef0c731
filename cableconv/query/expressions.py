"""What a query is made of: terms, and how they are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar, assert_never


class Value(NamedTuple):
    """One value of a term; a ``quoted`` one is taken as it stands."""

    text: str
    quoted: bool = False


class Term(NamedTuple):
    """A field, how it is compared (``:``, ``>=`` ...), and the values of which one has to fit.

    ``column`` is where it stands in the query, from 1.
    """

    field: str
    operator: str
    values: tuple[Value, ...]
    column: int


class Not(NamedTuple):
    """What must not hold."""

    expression: Expression


class All(NamedTuple):
    """Every one of them holds."""

    expressions: tuple[Expression, ...]


class Any(NamedTuple):
    """One of them holds, at the least."""

    expressions: tuple[Expression, ...]


Expression = Term | Not | All | Any
Subject = TypeVar("Subject")
Test = Callable[[Subject], bool]


def compiled(expression: Expression, test_of: Callable[[Term], Test[Subject]]) -> Test[Subject]:
    """One test of the whole, where ``test_of`` gives that of each term."""
    match expression:
        case Term():
            return test_of(expression)
        case Not(inner):
            denied = compiled(inner, test_of)
            return lambda subject: not denied(subject)
        case All(inner):
            needed = [compiled(each, test_of) for each in inner]
            return lambda subject: all(test(subject) for test in needed)
        case Any(inner):
            enough = [compiled(each, test_of) for each in inner]
            return lambda subject: any(test(subject) for test in enough)
    assert_never(expression)


def asserted_terms(expression: Expression) -> Iterator[Term]:
    """The terms that a match may be shown for: those that are not negated."""
    match expression:
        case Term():
            yield expression
        case All(inner) | Any(inner):
            for each in inner:
                yield from asserted_terms(each)
