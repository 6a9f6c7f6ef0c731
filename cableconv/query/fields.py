"""What a query may ask of a cable: one field a row, with where its values stand in the tree."""

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
"""``subject:none`` is for cables without a subject."""


class Field(NamedTuple):
    """One field: its name, a line of help, its values in a cable, how they are compared."""

    name: str
    help: str
    values: Callable[[Cable], Iterable[Any]]
    compare: Callable[[Term], Holds]


def test_of(term: Term) -> Test[Cable]:
    """Whether a cable is as one term says.

    Raises:
        QueryError: there is no such field, or it cannot be compared so.
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
            f"there is no field {term.field!r}", column=term.column, hint=f"{hint}; a text that "
            "holds a colon stands in quotation marks",
        )  # fmt: skip
    return field


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("text", "words of subject and body; what a word alone means", of.texts, by_words),
        Field("body", "words of the body", of.body, by_words),
        Field("subject", "words of the subject", lambda c: of.known(c.subject), by_words),
        Field("summary", "words of the summary", lambda c: of.known(c.summary), by_words),
        Field("person", "a name in its spellings, in text and fields", of.people, by_person),
        Field("signed", "a name under the text", lambda c: c.signed_by, by_person),
        Field("classifier", "who classified it", of.classifiers, by_person),
        Field("id", "message reference number: 08OSLO*", lambda c: of.known(c.key), by_name),
        Field("date", "day, month or year: 2008-01, 2008..2009", of.dates, by_date),
        Field("post", "the post or station that sent it", of.posts, by_name),
        Field("country", "the post's country, ISO 3166: NO", of.countries, by_name),
        Field("from", "words of the sender, or its routing indicator", of.sender, by_words),
        Field("to", "words of an action addressee", lambda c: of.addressed(c.to), by_words),
        Field("info", "words of an information one", lambda c: of.addressed(c.info), by_words),
        Field("level", "classification: level>=confidential", of.levels, by_level),
        Field("caption", "captions and caveats: SIPDIS, NOFORN", of.captions, by_name),
        Field("tag", "TAGS: PREL, E*", lambda c: c.tags, by_name),
        Field("ref", "what it refers to: 07ASTANA48", of.cited, by_words),
        Field("words", "how many words the body has: words>1000", of.word_count, by_number),
        Field("paragraphs", "how many paragraphs it has", of.paragraph_count, by_number),
        Field("code", "codes of diagnostics: text-breaks-off", of.codes, by_name),
        Field("file", "the file it stood in", of.files, by_name),
    )
}
"""The fields by their names."""
