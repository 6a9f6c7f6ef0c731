"""Cables as a table: names, descriptions and values of the columns.

Table files (cableconv-tables) and data frames have the same columns.
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
    """The type of a column's values; dates are the tree's texts, in ISO 8601."""

    TEXT = auto()
    LIST = auto()
    MOMENT = auto()
    DAY = auto()
    NUMBER = auto()


class Column(NamedTuple):
    """One column; ``about`` describes it in a line."""

    name: str
    kind: Kind
    about: str
    value: Callable[[Cable], Value]

    def typed_value(self, cable: Cable) -> Value | datetime | date:
        """Return the value of a cable, a date as datetime or date; None for an invalid date."""
        value = self.value(cable)
        if isinstance(value, str) and self.kind is Kind.MOMENT:
            return moment(value)
        if isinstance(value, str) and self.kind is Kind.DAY:
            return day(value)
        return value


def row(cable: Cable) -> list[Value]:
    """Return the values of a cable, column by column."""
    return [column.value(cable) for column in COLUMNS]


_TEXT, _LIST, _NUMBER = Kind.TEXT, Kind.LIST, Kind.NUMBER

COLUMNS = (
    Column("key", _TEXT, "id, or the container's own id if the text has none", lambda c: c.key),
    Column("id", _TEXT, "message reference number, such as 08OSLO123", lambda c: c.id),
    Column("date", Kind.MOMENT, "date-time group, UTC", lambda c: c.date),
    Column("year", _NUMBER, "year of the date, or else of the id", year_of),
    Column("date_time_group", _TEXT, "as sent, such as 131205Z MAY 08", fields.date_time_group),
    Column("classification", _TEXT, "level in words, else as printed", fields.classification),
    Column("caveats", _LIST, "further restrictions, such as NOFORN", fields.caveats),
    Column("captions", _LIST, "handling captions, such as SIPDIS", lambda c: c.captions),
    Column("post", _TEXT, "sender's post, without its type", fields.post),
    Column("country", _TEXT, "post's country, ISO 3166-1 alpha-2", fields.country),
    Column("sender", _TEXT, "as on the FM line", fields.sender),
    Column("action_addressees", _LIST, "names, as printed", fields.action_addressees),
    Column("info_addressees", _LIST, "names, as printed", fields.info_addressees),
    Column("precedence", _TEXT, "for the action addressees", lambda c: c.precedence.action),
    Column("info_precedence", _TEXT, "for the information addressees", lambda c: c.precedence.info),
    Column("section", _NUMBER, "number of this section of a long message", fields.section),
    Column("sections", _NUMBER, "number of sections", fields.sections),
    Column("passing", _LIST, "passing and attention lines", lambda c: c.passing),
    Column("notices", _LIST, "corrected copy, release stamps ...", lambda c: c.notices),
    Column("executive_order", _TEXT, "number of the order, such as 12958", fields.executive_order),
    Column("declassify_on", Kind.DAY, "day of declassification", fields.declassify_on),
    Column("declassify_event", _TEXT, "event that declassifies it", fields.declassify_event),
    Column("exemption", _TEXT, "exemption from declassification, such as X1", fields.exemption),
    Column("tags", _LIST, "TAGS; persons as SURNAME, GIVEN", lambda c: c.tags),
    Column("subject", _TEXT, "on one line", lambda c: c.subject),
    Column("subject_marking", _TEXT, "portion marking of the subject", lambda c: c.subject_marking),
    Column("reference_texts", _LIST, "entries of the REF field, as printed", fields.references),
    Column("cited_ids", _LIST, "ids of the cables in these entries", fields.cited_ids),
    Column("classified_by", _LIST, "names, as printed", fields.classifiers),
    Column(
        "classifier_titles",
        _LIST,
        "titles of the classifiers, in the same order",
        fields.classifier_titles,
    ),
    Column("reasons", _LIST, "reasons, such as 1.4(b)", fields.reasons),
    Column("signed_by", _LIST, "names, as printed", lambda c: c.signed_by),
    Column("drafted_by", _TEXT, "as printed", lambda c: c.drafted_by),
    Column("approved_by", _TEXT, "as printed", lambda c: c.approved_by),
    Column("cleared_by", _TEXT, "as printed", lambda c: c.cleared_by),
    Column("distribution", _TEXT, "the Department's block", lambda c: c.distribution),
    Column("summary", _TEXT, "text marked as summary", lambda c: c.summary),
    Column("text", _TEXT, "text of the body, with empty lines between blocks", whole_text),
    Column(
        "paragraphs", _NUMBER, "number of paragraphs, including quoted ones", number_of_paragraphs
    ),
    Column("words", _NUMBER, "number of words in `text`", number_of_words),
    Column("diagnostics", _LIST, "codes of repairs and doubts, each once", fields.diagnostics),
    Column("source_name", _TEXT, "file that it was read from", lambda c: c.source.name),
    Column("source_member", _TEXT, "the file in an archive", lambda c: c.source.member),
    Column("source_row", _NUMBER, "the row of a dump, from 1", lambda c: c.source.row),
    Column("source_url", _TEXT, "web address, according to the container", lambda c: c.source.url),
    Column("source_sha256", _TEXT, "hash of the bytes read", lambda c: c.source.sha256),
)
