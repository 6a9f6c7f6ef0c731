"""From the words of a query to an expression of terms; the grammar is ``language.lark``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from cableconv.errors import QueryError, UsageError
from cableconv.query.expressions import All, Any, Expression, Not, Term, Value

if TYPE_CHECKING:
    from lark import Lark, Token, UnexpectedInput

LONGEST = 10_000
"""Characters of a query."""

DEEPEST = 50
"""How many brackets may be open at once, and how many terms may be negated in a row."""


def expression_of(words: str) -> Expression:
    """What a query says.

    Raises:
        QueryError: it is empty, too long, too deep, or not of the language.
        UsageError: lark, which reads it, is not installed.
    """
    if not words.strip():
        raise QueryError("empty: name what is looked for", hint='as in: tag:PREL text:"sea ice"')
    if len(words) > LONGEST:
        raise QueryError(f"longer than {LONGEST:,} characters")
    _refuse_depth(words)
    try:
        from lark import UnexpectedInput
    except ImportError:
        raise UsageError(
            "words that choose cables are read by lark", hint="pip install 'cableconv[query]'"
        ) from None
    try:
        tree = _language().parse(words)
    except UnexpectedInput as error:
        raise QueryError(
            _unexpected(error, words), column=_position(error, words) + 1, hint=_HINT
        ) from None
    return tree  # type: ignore[return-value]  # made by _Building, which lark does not type


_HINT = 'a term is field:value, a "phrase" or a word; OR, NOT and ( ) join them'


@cache
def _language() -> Lark:
    from lark import Lark

    grammar = files(__package__).joinpath("language.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=True, transformer=_building())


def _building() -> object:
    from lark import Transformer, v_args

    @v_args(inline=True)
    class Building(Transformer["Token", Expression]):
        """Makes an expression of each rule."""

        def either(self, *expressions: Expression) -> Expression:
            return Any(expressions)

        def both(self, *expressions: Expression) -> Expression:
            return All(expressions)

        def negation(self, expression: Expression) -> Expression:
            return Not(expression)

        def term(self, field: Token | None, operator: Token | None, *values: Token) -> Expression:
            name = "text" if field is None else str(field).lower()
            column = (field or values[0]).column or 1
            return Term(name, str(operator or ":"), tuple(map(_value, values)), column)

    return Building()


def _value(token: Token) -> Value:
    return Value(token.strip('"'), token.type == "QUOTED")


def _refuse_depth(words: str) -> None:
    depth = 0
    for letter in words:
        depth += (letter == "(") - (letter == ")")
        if depth > DEEPEST:
            raise QueryError(f"more than {DEEPEST} brackets in each other")


def _unexpected(error: UnexpectedInput, words: str) -> str:
    rest = words[_position(error, words) :]
    if not rest:
        return "ends where something is missing"
    if rest[0] == '"':
        return "a quotation mark is not closed"
    return f"{rest.split()[0]!r} does not fit here"


def _position(error: UnexpectedInput, words: str) -> int:
    """Where it stopped, from 0; the end of the query is said by a token of its own."""
    at = error.pos_in_stream
    is_end = getattr(getattr(error, "token", None), "type", "") == "$END"
    return len(words) if at is None or at < 0 or is_end else at
