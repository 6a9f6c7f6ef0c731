"""Cables as a table: what each column is called, what it holds, and where that stands in a tree.

Files (cableconv-tables) and data frames have the same columns.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum, auto
from typing import NamedTuple

from cableconv.cable import Cable
from cableconv.rendering import column_values as fields
from cableconv.rendering.dates import year_of
from cableconv.rendering.moments import day, moment
from cableconv.rendering.whole_text import number_of_paragraphs, number_of_words, whole_text

Value = str | int | tuple[str, ...] | None


class Kind(Enum):
    """What the values of a column are; dates are the tree's texts, in ISO 8601."""

    TEXT = auto()
    LIST = auto()
    MOMENT = auto()
    DAY = auto()
    NUMBER = auto()


class Column(NamedTuple):
    """One column; ``about`` says what it holds, in a line."""

    name: str
    kind: Kind
    about: str
    value: Callable[[Cable], Value]

    def typed_value(self, cable: Cable) -> Value | datetime | date:
        """The value of a cable, a date as a moment or a day; None of a date that is none."""
        value = self.value(cable)
        if isinstance(value, str) and self.kind is Kind.MOMENT:
            return moment(value)
        if isinstance(value, str) and self.kind is Kind.DAY:
            return day(value)
        return value


def row(cable: Cable) -> list[Value]:
    """The values of a cable, column by column."""
    return [column.value(cable) for column in COLUMNS]


_TEXT, _LIST, _NUMBER = Kind.TEXT, Kind.LIST, Kind.NUMBER

COLUMNS = (
    Column("key", _TEXT, "id, or the container's own id where the text has none", lambda c: c.key),
    Column("id", _TEXT, "message reference number, as 08OSLO123", lambda c: c.id),
    Column("date", Kind.MOMENT, "date-time group, UTC", lambda c: c.date),
    Column("year", _NUMBER, "of the date, else of the id", year_of),
    Column("date_time_group", _TEXT, "as sent, as 131205Z MAY 08", fields.date_time_group),
    Column("classification", _TEXT, "level in words, else as printed", fields.classification),
    Column("caveats", _LIST, "what limits it further, as NOFORN", fields.caveats),
    Column("captions", _LIST, "handling, as SIPDIS", lambda c: c.captions),
    Column("post", _TEXT, "of the sender, without its kind", fields.post),
    Column("country", _TEXT, "of the post, ISO 3166-1 alpha-2", fields.country),
    Column("sender", _TEXT, "as on the FM line", fields.sender),
    Column("action_addressees", _LIST, "names, as printed", fields.action_addressees),
    Column("info_addressees", _LIST, "names, as printed", fields.info_addressees),
    Column("precedence", _TEXT, "for the action addressees", lambda c: c.precedence.action),
    Column("info_precedence", _TEXT, "for the others", lambda c: c.precedence.info),
    Column("section", _NUMBER, "which section of a long message", fields.section),
    Column("sections", _NUMBER, "how many sections it has", fields.sections),
    Column("passing", _LIST, "passing and attention lines", lambda c: c.passing),
    Column("notices", _LIST, "corrected copy, release stamps ...", lambda c: c.notices),
    Column("executive_order", _TEXT, "number of the order, as 12958", fields.executive_order),
    Column("declassify_on", Kind.DAY, "the day it may be opened", fields.declassify_on),
    Column("declassify_event", _TEXT, "the event that opens it", fields.declassify_event),
    Column("exemption", _TEXT, "from declassification, as X1", fields.exemption),
    Column("tags", _LIST, "TAGS; persons as SURNAME, GIVEN", lambda c: c.tags),
    Column("subject", _TEXT, "in one line", lambda c: c.subject),
    Column("subject_marking", _TEXT, "portion marking of it", lambda c: c.subject_marking),
    Column("reference_texts", _LIST, "entries of the REF field, as printed", fields.references),
    Column("cited_ids", _LIST, "ids of the cables that these cite", fields.cited_ids),
    Column("classified_by", _LIST, "names, as printed", fields.classifiers),
    Column("classifier_titles", _LIST, "their titles, in that order", fields.classifier_titles),
    Column("reasons", _LIST, "why, as 1.4(b)", fields.reasons),
    Column("signed_by", _LIST, "names, as printed", lambda c: c.signed_by),
    Column("drafted_by", _TEXT, "as printed", lambda c: c.drafted_by),
    Column("approved_by", _TEXT, "as printed", lambda c: c.approved_by),
    Column("cleared_by", _TEXT, "as printed", lambda c: c.cleared_by),
    Column("distribution", _TEXT, "the Department's block", lambda c: c.distribution),
    Column("summary", _TEXT, "the text of what is marked so", lambda c: c.summary),
    Column("text", _TEXT, "the words of the body, an empty line between blocks", whole_text),
    Column("paragraphs", _NUMBER, "how many, quoted ones too", number_of_paragraphs),
    Column("words", _NUMBER, "how many `text` has", number_of_words),
    Column("diagnostics", _LIST, "codes of repairs and doubts, each once", fields.diagnostics),
    Column("source_name", _TEXT, "the file it was read from", lambda c: c.source.name),
    Column("source_member", _TEXT, "the file in an archive", lambda c: c.source.member),
    Column("source_row", _NUMBER, "the row of a dump, from 1", lambda c: c.source.row),
    Column("source_url", _TEXT, "where the container says it stood", lambda c: c.source.url),
    Column("source_sha256", _TEXT, "of the bytes read", lambda c: c.source.sha256),
)
