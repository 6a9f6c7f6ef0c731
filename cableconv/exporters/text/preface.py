"""The preface of a clean telegram: class line to Classified By, in the order of 5 FAH-1 H-240."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from cableconv.cable import Cable, ExecutiveOrder, Reference
from cableconv.exporters.text.wrapping import wrap

_OWN_LABEL = re.compile(r"(?:CLASSIF|CLASS |CL BY|DERIVED|DECLASSIFY|REASONS?\s*:)", re.IGNORECASE)


def preface_groups(cable: Cable, width: int) -> Iterator[list[str]]:
    """Groups of lines; an empty line stands between two of them."""
    yield [class_line(cable)]
    yield list(cable.captions)
    yield list(cable.passing)
    yield list(cable.notices)
    yield [*_executive_order(cable), *_tags(cable, width), *_subject(cable, width)]
    yield list(_references(cable.references, width))
    yield _classified_by(cable, width)


def class_line(cable: Cable) -> str:
    """``C O N F I D E N T I A L SECTION 01 OF 02 ASTANA 000048``, or what there is of it."""
    section, number = cable.section, cable.number
    # a number that the DE line alone prints stands there already
    printed = number.text if number and not number.text.startswith("#") else ""
    words = [
        cable.classification.text if cable.classification else "",
        f"SECTION {section.number:02} OF {section.total:02}" if section else "",
        printed,
    ]
    return " ".join(word for word in words if word)


def _executive_order(cable: Cable) -> Iterator[str]:
    if order := cable.executive_order:
        label = f"E.O. {order.order}:" if order.order else "E.O.:"
        yield f"{label} {order.text or _declassification(order)}".rstrip()


def _declassification(order: ExecutiveOrder) -> str:
    value = order.declassify_on or order.declassify_event or order.exemption
    return f"DECL: {value}" if value else ""


def _tags(cable: Cable, width: int) -> list[str]:
    """Persons stand in brackets, so that their names keep together."""
    tags = " ".join(f"({tag})" if " " in tag or "," in tag else tag for tag in cable.tags)
    return wrap(tags, width, "TAGS: ") if tags else []


def _subject(cable: Cable, width: int) -> list[str]:
    if not cable.subject:
        return []
    marking = f"({cable.subject_marking}) " if cable.subject_marking else ""
    return wrap(marking + cable.subject, width, "SUBJECT: ")


def _references(references: tuple[Reference, ...], width: int) -> Iterator[str]:
    """One line for each letter; what stands under the same letter stays together."""
    label, hang = "REF: ", " " * len("REF: ")
    for letter, entry in groupby(references, key=lambda reference: reference.label):
        separator = ", " if letter else "; "
        text = separator.join(reference.text for reference in entry)
        lead = f"{label}{letter}. " if letter else label
        yield from wrap(text, width, lead, " " * len(lead))
        label = hang


def _classified_by(cable: Cable, width: int) -> list[str]:
    if cable.classified_by is None:
        return []
    text = cable.classified_by.text
    return wrap(text, width, "" if _OWN_LABEL.match(text) else "Classified By: ")
