"""The matches of a query in a cable: blocks, and the words in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from cableconv.cable import Cable
from cableconv.query.comparisons import person_expression
from cableconv.query.expressions import Term
from cableconv.query.words import Stretch, Words
from cableconv.rendering.blocks import marks_before, own_words

_BODY = ("text", "body", "person")
_SUBJECT = ("text", "subject", "person")

Finder = Callable[[str], Iterable[Stretch]]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A match; for a query without words to search for, the whole cable."""

    key: str | None  #: the cable's id, or its container's
    date: str | None  #: the cable's date
    subject: str | None  #: the cable's subject
    file: str | None = None  #: name of the input file
    member: str | None = None  #: the file inside an archive
    row: int | None = None  #: the row of a dump
    path: str | None = None  #: the block's path, such as body[2], or subject
    number: int | None = None  #: the paragraph's number
    label: str | None = None  #: the item's label
    marking: str | None = None  #: the block's portion marking
    text: str | None = None  #: the block's own text
    marks: tuple[Stretch, ...] = ()  #: positions of the matched words in it


class Finding:
    """Finds the matches of a query's terms in cables."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._body: list[Finder] = []
        self._subject: list[Finder] = []
        for term in terms:
            finders = _finders(term)
            self._body += finders if term.field in _BODY else ()
            self._subject += finders if term.field in _SUBJECT else ()

    def hits(self, cable: Cable) -> Iterator[Hit]:
        """Yield the hits in reading order; one for the whole cable if the query has no words."""
        found = False
        for found_hit in self._places(cable):
            found = True
            yield found_hit
        if not found:
            yield _whole(cable)

    def _places(self, cable: Cable) -> Iterator[Hit]:
        whole = _whole(cable)
        if cable.subject and (marks := _marks(cable.subject, self._subject)):
            yield msgspec.structs.replace(
                whole,
                path="subject",
                marking=cable.subject_marking,
                text=cable.subject,
                marks=marks,
            )
        for path, block in cable.walk():
            text = "\n".join(own_words(block))
            if marks := _marks(text, self._body):
                number, label, marking = marks_before(block)
                yield msgspec.structs.replace(
                    whole,
                    path=path,
                    number=number,
                    label=label,
                    marking=marking,
                    text=text,
                    marks=marks,
                )


def _whole(cable: Cable) -> Hit:
    return Hit(
        key=cable.key,
        date=cable.date,
        subject=cable.subject,
        file=cable.source.name,
        member=cable.source.member,
        row=cable.source.row,
    )


def _finders(term: Term) -> list[Finder]:
    if term.field == "person":
        return [_spans_of(person_expression(term.values))]
    if term.field in ("text", "body", "subject"):
        return [Words.of(value).stretches for value in term.values]
    return []


def _spans_of(expression: re.Pattern[str]) -> Finder:
    return lambda text: (found.span() for found in expression.finditer(text))


def _marks(text: str, finders: Iterable[Finder]) -> tuple[Stretch, ...]:
    """Return the spans in order, with overlapping ones merged."""
    marks: list[Stretch] = []
    for start, end in sorted(stretch for find in finders for stretch in find(text)):
        if marks and start < marks[-1][1]:
            start, end = marks[-1][0], max(end, marks.pop()[1])
        marks.append((start, end))
    return tuple(marks)
