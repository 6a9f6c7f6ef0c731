"""The parts of a query: terms, and how they are combined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar, assert_never


class Value(NamedTuple):
    """One value of a term; a ``quoted`` one is taken literally."""

    text: str
    quoted: bool = False


class Term(NamedTuple):
    """A field, a comparison (``:``, ``>=`` ...), and values of which one must match.

    ``column`` is its position in the query, from 1.
    """

    field: str
    operator: str
    values: tuple[Value, ...]
    column: int


class Not(NamedTuple):
    """The operand must not match."""

    expression: Expression


class All(NamedTuple):
    """All operands must match."""

    expressions: tuple[Expression, ...]


class Any(NamedTuple):
    """At least one operand must match."""

    expressions: tuple[Expression, ...]


Expression = Term | Not | All | Any
Subject = TypeVar("Subject")
Test = Callable[[Subject], bool]


def compiled(expression: Expression, test_of: Callable[[Term], Test[Subject]]) -> Test[Subject]:
    """Return one test of the whole expression, from the tests of its terms by ``test_of``."""
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
    """Yield the terms whose matches can be shown: those that are not negated."""
    match expression:
        case Term():
            yield expression
        case All(inner) | Any(inner):
            for each in inner:
                yield from asserted_terms(each)
