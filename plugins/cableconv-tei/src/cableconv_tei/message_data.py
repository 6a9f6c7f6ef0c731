"""The fields of heading and preface as the cable prints them, each as a note of its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv import Cable
from cableconv.cable import Classification, ClassifiedBy, ExecutiveOrder, Person

from cableconv_tei.dates import dated
from cableconv_tei.elements import Lines, Markup, element, known, text


def message_data(cable: Cable) -> Lines:
    """A ``<note>`` for every field that a telegram of *Foreign Relations* has no place for."""
    return [
        *_classification(cable.classification),
        *known("note", _section(cable), type="section"),
        *_each("passing", cable.passing),
        *_each("notice", cable.notices),
        *_executive_order(cable.executive_order),
        *_classified_by(cable.classified_by),
        *known("note", cable.distribution, type="distribution"),
    ]


def _classification(found: Classification | None) -> Iterator[Markup]:
    if found:
        yield element("note", text(found.text), type="classification", n=found.level)


def _section(cable: Cable) -> str | None:
    return f"{cable.section.number} of {cable.section.total}" if cable.section else None


def _each(kind: str, values: Iterable[str]) -> Lines:
    return [element("note", text(value), type=kind) for value in values]


def _executive_order(order: ExecutiveOrder | None) -> Iterator[Markup]:
    if order is None:
        return
    yield element("note", text(order.text or ""), type="executive-order", n=order.order)
    if order.declassify_on:
        yield element("note", dated(order.declassify_on), type="declassify-on")
    yield from known("note", order.declassify_event, type="declassify-event")
    yield from known("note", order.exemption, type="exemption")


def _classified_by(classifier: ClassifiedBy | None) -> Iterator[Markup]:
    if classifier is None:
        return
    yield element("note", text(classifier.text), type="classified-by")
    for person in classifier.people:
        yield element("note", _person(person), type="classifier")
    yield from _each("reason", classifier.reasons)


def _person(person: Person) -> Markup:
    name = element("name", text(person.name))
    return element("persName", name, *known("roleName", person.title))
