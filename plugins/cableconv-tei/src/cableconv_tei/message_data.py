"""Printed fields of heading and preface that a telegram in *Foreign Relations* lacks: notes in
the header, segments in the opener of an embedded cable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cableconv import Cable
from cableconv.cable import ClassifiedBy, ExecutiveOrder, Person

from cableconv_tei.dates import dated
from cableconv_tei.elements import Lines, Markup, element, joined, known, text


class Field(NamedTuple):
    """A named field; ``key`` is its normalised value, if the tree has one."""

    name: str
    words: Markup
    key: str | None = None


def notes(cable: Cable) -> Lines:
    """Return each field as a ``<note>``."""
    return [element("note", each.words, type=each.name, n=each.key) for each in _fields(cable)]


def segments(cable: Cable) -> Lines:
    """Return each field as a ``<seg>``, left-aligned like all of an opener except its dateline."""
    fields = (*_fields(cable), *_without_a_header(cable))
    return [
        element("seg", each.words, type=each.name, n=each.key, rendition="#left") for each in fields
    ]


def _fields(cable: Cable) -> Iterator[Field]:
    if found := cable.classification:
        yield Field("classification", text(found.text), found.level)
    if section := cable.section:
        yield Field("section", text(f"{section.number} of {section.total}"))
    yield from (Field("passing", text(line)) for line in cable.passing)
    yield from (Field("notice", text(line)) for line in cable.notices)
    yield from _executive_order(cable.executive_order)
    yield from _classified_by(cable.classified_by)
    if cable.distribution:
        yield Field("distribution", text(cable.distribution))


def _without_a_header(cable: Cable) -> Iterator[Field]:
    """Yield the other data that the header would have."""
    if cable.number:
        yield Field("number", text(cable.number.text))
    if cable.tags:
        yield Field("TAGS", text("; ".join(cable.tags)))


def _executive_order(order: ExecutiveOrder | None) -> Iterator[Field]:
    if order is None:
        return
    yield Field("executive-order", text(order.text or ""), order.order)
    if order.declassify_on:
        yield Field("declassify-on", dated(order.declassify_on))
    if order.declassify_event:
        yield Field("declassify-event", text(order.declassify_event))
    if order.exemption:
        yield Field("exemption", text(order.exemption))


def _classified_by(classifier: ClassifiedBy | None) -> Iterator[Field]:
    if classifier is None:
        return
    yield Field("classified-by", text(classifier.text))
    yield from (Field("classifier", _person(person)) for person in classifier.people)
    yield from (Field("reason", text(reason)) for reason in classifier.reasons)


def _person(person: Person) -> Markup:
    name = joined([element("name", text(person.name)), *known("roleName", person.title)])
    return element("persName", name)
