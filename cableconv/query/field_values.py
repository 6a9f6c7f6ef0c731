"""Where in the tree the values stand that a query asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from cableconv.cable import Addressee, Cable
from cableconv.rendering.blocks import own_words

Known = TypeVar("Known")


def texts(cable: Cable) -> Iterator[str]:
    """The subject, and each block's own words."""
    if cable.subject:
        yield cable.subject
    yield from body(cable)


def body(cable: Cable) -> Iterator[str]:
    """Each block's own words."""
    for _, block in cable.walk():
        yield from own_words(block)


def people(cable: Cable) -> Iterator[str]:
    """Every text that may name somebody."""
    yield from texts(cable)
    yield from classifiers(cable)
    yield from cable.signed_by
    yield from cable.tags
    yield from known(cable.drafted_by, cable.approved_by, cable.cleared_by)


def classifiers(cable: Cable) -> Iterator[str]:
    """Who classified it."""
    if cable.classified_by:
        yield from (person.name for person in cable.classified_by.people)


def sender(cable: Cable) -> Iterable[str]:
    """The FM line's name and routing indicator."""
    return known(cable.origin.name, cable.origin.route) if cable.origin else ()


def posts(cable: Cable) -> Iterator[str]:
    """The post's name, and the station as the class line prints it."""
    if cable.origin:
        yield from known(cable.origin.post)
    if cable.number:
        yield cable.number.station


def countries(cable: Cable) -> Iterable[str]:
    """The post's country."""
    return known(cable.origin.country) if cable.origin else ()


def addressed(addressees: Iterable[Addressee]) -> Iterator[str]:
    """Names, offices and routing indicators."""
    for addressee in addressees:
        yield from known(addressee.name, addressee.office, addressee.route)


def cited(cable: Cable) -> Iterator[str]:
    """Ids of the cables it refers to, and all references as printed."""
    for reference in cable.references:
        yield from known(reference.id, reference.text)


def levels(cable: Cable) -> Iterable[str]:
    """The classification's level."""
    return known(cable.classification.level) if cable.classification else ()


def captions(cable: Cable) -> Iterator[str]:
    """Its captions, and the caveats of the class line."""
    yield from cable.captions
    if cable.classification:
        yield from cable.classification.caveats


def dates(cable: Cable) -> Iterable[str]:
    """Its date, or its container's."""
    return known(cable.date or cable.source.date)


def codes(cable: Cable) -> Iterable[str]:
    """Codes of its diagnostics."""
    return (each.code for each in cable.diagnostics)


def files(cable: Cable) -> Iterable[str]:
    """The file it stood in, and the one inside that."""
    return known(cable.source.name, cable.source.member)


def word_count(cable: Cable) -> Iterable[int]:
    """How many words the body has."""
    return (sum(len(text.split()) for text in body(cable)),)


def paragraph_count(cable: Cable) -> Iterable[int]:
    """How many paragraphs there are, quoted ones as well."""
    return (sum(block.type == "paragraph" for _, block in cable.walk()),)


def known(*values: Known | None) -> tuple[Known, ...]:
    """Those that are there."""
    return tuple(value for value in values if value)
