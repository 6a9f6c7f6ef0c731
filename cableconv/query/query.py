"""A parsed query: which cables match, and where."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable
from cableconv.query.expressions import Expression, asserted_terms, compiled
from cableconv.query.fields import test_of
from cableconv.query.hits import Finding, Hit
from cableconv.query.language import expression_of


class Query:
    """Selects cables; made by ``parse_query``."""

    def __init__(self, words: str, expression: Expression) -> None:
        self.words = words
        self._test = compiled(expression, test_of)
        self._finding = Finding(asserted_terms(expression))

    def __repr__(self) -> str:
        return f"parse_query({self.words!r})"

    def matches(self, cable: Cable) -> bool:
        """Whether the cable matches."""
        return self._test(cable)

    def hits(self, cable: Cable) -> Iterator[Hit]:
        """Yield the matches in the cable in reading order; nothing if it doesn't match."""
        if self._test(cable):
            yield from self._finding.hits(cable)


def parse_query(words: str) -> Query:
    """Parse a query such as ``tag:PREL date:2008 text:"sea ice"``.

    Raises:
        cableconv.QueryError: it does not follow the language of docs/query.md.
    """
    return Query(words, expression_of(words))
