"""The fields that a query may use, one per row, with their values in the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, NamedTuple

from cableconv.cable import Cable
from cableconv.errors import QueryError
from cableconv.query import field_values as of
from cableconv.query.comparisons import (
    Holds,
    by_date,
    by_level,
    by_name,
    by_number,
    by_person,
    by_words,
)
from cableconv.query.expressions import Term, Test

NONE = "none"
"""``subject:none`` matches cables without a subject."""


class Field(NamedTuple):
    """A field: its name, a line of help, its values in a cable, its comparison."""

    name: str
    help: str
    values: Callable[[Cable], Iterable[Any]]
    compare: Callable[[Term], Holds]


def test_of(term: Term) -> Test[Cable]:
    """Return a test whether a cable matches one term.

    Raises:
        QueryError: the field does not exist, or it does not support the comparison.
    """
    field = _field(term)
    if [(value.text, value.quoted) for value in term.values] == [(NONE, False)]:
        return lambda cable: not any(True for _ in field.values(cable))
    try:
        holds = field.compare(term)
    except QueryError as error:
        raise QueryError(error.message, column=term.column, hint=error.hint) from None
    return lambda cable: holds(field.values(cable))


def _field(term: Term) -> Field:
    field = FIELDS.get(term.field)
    if field is None:
        near = get_close_matches(term.field, FIELDS, 1)
        hint = f"did you mean {near[0]}?" if near else f"fields: {', '.join(FIELDS)}"
        raise QueryError(
            f"there is no field {term.field!r}", column=term.column, hint=f"{hint}; put a text "
            "with a colon in quotation marks",
        )  # fmt: skip
    return field


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("text", "words of subject and body; the default of a bare word", of.texts, by_words),
        Field("body", "words of the body", of.body, by_words),
        Field("subject", "words of the subject", lambda c: of.known(c.subject), by_words),
        Field("summary", "words of the summary", lambda c: of.known(c.summary), by_words),
        Field("person", "a name in any of its spellings, in text and fields", of.people, by_person),
        Field("signed", "a name in the signature", lambda c: c.signed_by, by_person),
        Field("classifier", "the name of a classifier", of.classifiers, by_person),
        Field("id", "message reference number: 08OSLO*", lambda c: of.known(c.key), by_name),
        Field(
            "date",
            "day, month or year: 2008-01, 2008..2009; without a date the year of the id",
            of.dates,
            by_date,
        ),
        Field("post", "the post or station that sent it", of.posts, by_name),
        Field("country", "the post's country, ISO 3166: NO", of.countries, by_name),
        Field("from", "words of the sender, or its routing indicator", of.sender, by_words),
        Field("to", "words of an action addressee", lambda c: of.addressed(c.to), by_words),
        Field(
            "info", "words of an information addressee", lambda c: of.addressed(c.info), by_words
        ),
        Field("level", "classification: level>=confidential", of.levels, by_level),
        Field("caption", "captions and caveats: SIPDIS, NOFORN", of.captions, by_name),
        Field("tag", "TAGS: PREL, E*", lambda c: c.tags, by_name),
        Field("ref", "a reference: 07ASTANA48", of.cited, by_words),
        Field("words", "the number of words in the body: words>1000", of.word_count, by_number),
        Field("paragraphs", "the number of paragraphs", of.paragraph_count, by_number),
        Field("code", "codes of diagnostics: text-breaks-off", of.codes, by_name),
        Field("file", "the name of the input file", of.files, by_name),
    )
}
"""The fields by name."""
