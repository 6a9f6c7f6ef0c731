"""The values of the fields that queries use, found in the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from cableconv.cable import Addressee, Cable
from cableconv.rendering.blocks import own_words
from cableconv.rendering.dates import year_of

Known = TypeVar("Known")


def texts(cable: Cable) -> Iterator[str]:
    """Yield the subject, and each block's own text."""
    if cable.subject:
        yield cable.subject
    yield from body(cable)


def body(cable: Cable) -> Iterator[str]:
    """Yield each block's own text."""
    for _, block in cable.walk():
        yield from own_words(block)


def people(cable: Cable) -> Iterator[str]:
    """Yield every text that may name a person."""
    yield from texts(cable)
    yield from classifiers(cable)
    yield from cable.signed_by
    yield from cable.tags
    yield from known(cable.drafted_by, cable.approved_by, cable.cleared_by)


def classifiers(cable: Cable) -> Iterator[str]:
    """Yield the names of the classifiers."""
    if cable.classified_by:
        yield from (person.name for person in cable.classified_by.people)


def sender(cable: Cable) -> Iterable[str]:
    """Return the FM line's name and routing indicator."""
    return known(cable.origin.name, cable.origin.route) if cable.origin else ()


def posts(cable: Cable) -> Iterator[str]:
    """Yield the post's name, and the station on the class line."""
    if cable.origin:
        yield from known(cable.origin.post)
    if cable.number:
        yield cable.number.station


def countries(cable: Cable) -> Iterable[str]:
    """Return the post's country."""
    return known(cable.origin.country) if cable.origin else ()


def addressed(addressees: Iterable[Addressee]) -> Iterator[str]:
    """Yield names, offices and routing indicators."""
    for addressee in addressees:
        yield from known(addressee.name, addressee.office, addressee.route)


def cited(cable: Cable) -> Iterator[str]:
    """Yield ids of the cables referred to, and all references as printed."""
    for reference in cable.references:
        yield from known(reference.id, reference.text)


def levels(cable: Cable) -> Iterable[str]:
    """Return the classification's level."""
    return known(cable.classification.level) if cable.classification else ()


def captions(cable: Cable) -> Iterator[str]:
    """Yield the captions, and the caveats of the class line."""
    yield from cable.captions
    if cable.classification:
        yield from cable.classification.caveats


def dates(cable: Cable) -> Iterable[str]:
    """Return the cable's date, or its container's, or else the year of its id."""
    year = year_of(cable)
    return known(cable.date or cable.source.date or (str(year) if year else None))


def codes(cable: Cable) -> Iterable[str]:
    """Return the codes of the diagnostics."""
    return (each.code for each in cable.diagnostics)


def files(cable: Cable) -> Iterable[str]:
    """Return the names of the input file and of the file inside it."""
    return known(cable.source.name, cable.source.member)


def word_count(cable: Cable) -> Iterable[int]:
    """Return the number of words in the body."""
    return (sum(len(text.split()) for text in body(cable)),)


def paragraph_count(cable: Cable) -> Iterable[int]:
    """Return the number of paragraphs, including quoted ones."""
    return (sum(block.type == "paragraph" for _, block in cable.walk()),)


def known(*values: Known | None) -> tuple[Known, ...]:
    """Return the values that are not None."""
    return tuple(value for value in values if value)
