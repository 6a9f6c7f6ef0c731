"""From a query's text to an expression of terms; the grammar is ``language.lark``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from cableconv.errors import QueryError
from cableconv.extras import missing
from cableconv.query.expressions import All, Any, Expression, Not, Term, Value

if TYPE_CHECKING:
    from lark import Lark, Token, UnexpectedInput

LONGEST = 10_000
"""Characters of a query."""

DEEPEST = 50
"""The limit of nested brackets and of consecutive negations."""


def expression_of(words: str) -> Expression:
    """Parse a query.

    Raises:
        QueryError: it is empty, too long, nested too deep, or has a syntax error.
        UsageError: lark, the parser, is not installed.
    """
    if not words.strip():
        raise QueryError("empty: give something to search for", hint='such as tag:PREL text:"ice"')
    if len(words) > LONGEST:
        raise QueryError(f"longer than {LONGEST:,} characters")
    _refuse_depth(words)
    try:
        from lark import UnexpectedInput
    except ImportError:
        raise missing("queries need lark", "query") from None
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
        """Builds an expression for each rule."""

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
            raise QueryError(f"more than {DEEPEST} nested brackets")


def _unexpected(error: UnexpectedInput, words: str) -> str:
    rest = words[_position(error, words) :]
    if not rest:
        return "ends too early"
    if rest[0] == '"':
        return "a quotation mark is not closed"
    return f"{rest.split()[0]!r} does not fit here"


def _position(error: UnexpectedInput, words: str) -> int:
    """Return the position of the error, from 0; a token of its own marks the end of the query."""
    at = error.pos_in_stream
    is_end = getattr(getattr(error, "token", None), "type", "") == "$END"
    return len(words) if at is None or at < 0 or is_end else at
