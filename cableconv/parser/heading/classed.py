"""The class line's fields: classification, section and number; its rest begins the preface."""

from __future__ import annotations

import msgspec

from cableconv.cable import Classification, Number, Section
from cableconv.diagnostics.heading import CLASS_LINE_REPAIRED, NO_CLASS_LINE
from cableconv.parser.account.account import Account
from cableconv.parser.heading.zones import Zones
from cableconv.parser.lexer.class_line import ClassLine
from cableconv.parser.lexer.lines import Line, Lines


class Classed(msgspec.Struct, frozen=True):
    """What a class line says; ``rest`` is what follows its number."""

    classification: Classification | None = None
    section: Section | None = None
    number: Number | None = None
    rest: Line | None = None


def read_classed(zones: Zones, account: Account) -> Classed:
    """Return the fields of the telegram's class line; reports a missing or damaged one."""
    line, found = zones.class_line, zones.classed
    if line is None or found is None:
        account.report(NO_CLASS_LINE, path="classification")
        return Classed()
    return Classed(
        classification=_classification(zones.class_lines, found, account),
        section=_section(zones.class_lines, found, account),
        number=_number(zones.class_lines, found, account),
        rest=line.tail(found.rest_start) if found.rest else None,
    )


def _classification(lines: Lines, found: ClassLine, account: Account) -> Classification:
    printed = _printed(lines, (0, found.classified_end))
    text = " ".join(line.text for line in printed)
    if found.repaired:
        account.report(CLASS_LINE_REPAIRED, lines[0], printed=text)
    return Classification(
        level=found.level,
        caveats=found.caveats,
        text=text.strip(" ,./:*)-"),
        span=account.claim_lines(printed, "classification"),
    )


def _section(lines: Lines, found: ClassLine, account: Account) -> Section | None:
    if found.section is None or found.total is None:
        return None
    span = account.claim_lines(_printed(lines, found.section_span), "section")
    return Section(number=found.section, total=found.total, span=span)


def _number(lines: Lines, found: ClassLine, account: Account) -> Number | None:
    if not found.station or not found.serial:
        return None
    printed = _printed(lines, found.number_span)
    return Number(
        station=" ".join(found.station.split()),
        serial=found.serial,
        text=" ".join(" ".join(line.text for line in printed).split()),
        span=account.claim_lines(printed, "number"),
    )


def _printed(lines: Lines, bounds: tuple[int, int]) -> Lines:
    """Return what those lines have between two positions; a page mark may stand between lines."""
    if len(lines) == 1:
        return [lines[0].tail(*bounds)]
    start, end = (lines[0].start + position for position in bounds)
    around = [line for line in lines if line.start < end and start < line.end]
    return [line.tail(max(start - line.start, 0), end - line.start) for line in around]
