"""The preface of a clean telegram: class line to Classified By, in the order of 5 FAH-1 H-240."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from cableconv.cable import AnyBlock, Cable, ExecutiveOrder, Paragraph, Reference
from cableconv.exporters.text.wrapping import BETWEEN_NAMES, OUTSIDE_BRACKETS, wrap
from cableconv.patterns import pattern
from cableconv.vocabulary.notices import is_handling, is_statement

_OWN_LABEL = pattern(r"(?:CLASS|CL BY|DERIVED|DECLASSIFY|REASONS?\s*:)", re.IGNORECASE)

# a label or a format line among passing lines, left over from another header
_OF_ANOTHER = pattern(
    r"(?:SUBJ(?:ECT)?|TAGS?|REFS?|E\.?O\.? \d{5})\s?:|[ZOPRY]{2} R[A-Z]{3}|DE R[A-Z]{3}|ZN[RY]\b"
    r"|(?:[ZOPRY] )+\d{6}Z"
)
_CLASS_LINE = pattern(r"C O N F|S E C R E T\b|U N C L|(?:UNCLAS|CONFIDENTIAL|SECRET)\b.*\d{3}")

_PASSED_ON = pattern(r"(?!FOR\b|AND\b|\(|\S+[,;]\s).*\b(?:FOR|PASS|ATTN)\b", re.IGNORECASE)
"""A line that is no rest of the one above: it says itself for whom the cable is."""
_GOES_ON = pattern(r"(?:[,;/&-]| AND| FOR| TO| PASS)$", re.IGNORECASE)
_LONGEST_CODE = 4
_OPENING = 4
"""The number of opening blocks, including headings, that may name the classifier."""


def preface_groups(cable: Cable, width: int) -> Iterator[list[str]]:
    """Yield groups of lines, to be separated by empty lines."""
    yield [class_line(cable)]
    yield list(cable.captions)
    stray = _first_of_another(cable)
    yield list(_passing(cable.passing[:stray]))
    yield list(cable.notices)
    yield [*_executive_order(cable), *_tags(cable, width), *_subject(cable, width)]
    yield list(_references(cable.references, width))
    yield list(_passing(cable.passing[stray:]))
    yield _classified_by(cable, width)


def class_line(cable: Cable) -> str:
    """Return ``C O N F I D E N T I A L SECTION 01 OF 02 ASTANA 000048``, as far as known."""
    section, number = cable.section, cable.number
    # a number known only from the DE line is written there
    printed = number.text if number and not number.text.startswith("#") else ""
    words = [
        cable.classification.text if cable.classification else "",
        f"SECTION {section.number:02} OF {section.total:02}" if section else "",
        printed,
    ]
    return " ".join(word for word in words if word)


def _first_of_another(cable: Cable) -> int:
    """Return the index of the first passing line that is left over from another header.

    Another class line would count, as the last one does, and hide the cable's own.
    """
    forms = (_OF_ANOTHER, _CLASS_LINE) if cable.number else (_OF_ANOTHER,)
    found = (at for at, line in enumerate(cable.passing) if any(form.match(line) for form in forms))
    return next(found, len(cable.passing))


def _passing(lines: tuple[str, ...]) -> Iterator[str]:
    """Yield one passing line after the other, except one that would be read with the next."""
    for line, below in zip(lines, (*lines[1:], ""), strict=False):
        yield line
        is_open = _GOES_ON.search(line) or line.count("(") > line.count(")")
        if below and (is_open or not _PASSED_ON.match(below)):
            yield ""


def _executive_order(cable: Cable) -> Iterator[str]:
    if order := cable.executive_order:
        label = f"E.O. {order.order}:" if order.order else "E.O.:"
        yield f"{label} {order.text or _declassification(order)}".rstrip()


def _declassification(order: ExecutiveOrder) -> str:
    value = order.declassify_on or order.declassify_event or order.exemption
    return f"DECL: {value}" if value else ""


def _tags(cable: Cable, width: int) -> list[str]:
    """Return the tags in capitals, as they are read, with persons in brackets around their names.

    A comma separates tags that are words instead of codes, and all tags if they need several
    lines: it shows that more will follow.
    """
    tags = [f"({tag})" if "," in tag or "." in tag else tag for tag in map(str.upper, cable.tags)]
    line = " ".join(["TAGS:", *tags])
    words = any(len(tag) > _LONGEST_CODE and tag[0] != "(" for tag in tags)
    if len(line) <= width and not words:
        return [line] if tags else []
    return wrap(", ".join(tags), width, "TAGS: ", fit=OUTSIDE_BRACKETS)


def _subject(cable: Cable, width: int) -> list[str]:
    if not cable.subject:
        return []
    marking = f"({cable.subject_marking}) " if cable.subject_marking else ""
    first, *below = wrap(marking + cable.subject, width, "SUBJECT: ")
    lines = [first]
    for line in below:
        if is_handling(line) or is_statement(line):  # on a line of its own it is no subject
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines


def _references(references: tuple[Reference, ...], width: int) -> Iterator[str]:
    """Return one line for each letter; references under the same letter stay together."""
    label, hang = "REF: ", " " * len("REF: ")
    for letter, entries in groupby(references, key=lambda reference: reference.label):
        lead = f"{label}{letter}. " if letter else label
        yield from wrap(_listed(tuple(entries)), width, lead, " " * len(lead))
        label = hang


def _listed(references: tuple[Reference, ...]) -> str:
    """Join references: commas separate the cables under one letter, semicolons others."""
    text = references[0].text
    for before, reference in pairwise(references):
        if reference.text == before.text and reference.id != before.id:
            continue  # a range consists of several references with one text
        cables = before.kind == reference.kind == "cable"
        text += (", " if cables and reference.label else "; ") + reference.text
    return text


def _classified_by(cable: Cable, width: int) -> list[str]:
    if cable.classified_by is None:
        return []
    text = cable.classified_by.text
    if any(_says(block, text) for block in cable.body[:_OPENING]):
        return []
    lead = "" if _OWN_LABEL.match(text) else "Classified By: "
    return wrap(text, width, lead, fit=BETWEEN_NAMES)


def _says(block: AnyBlock, text: str) -> bool:
    """Whether a paragraph ends with the text, which then is not repeated."""
    return isinstance(block, Paragraph) and block.text.endswith(text)
