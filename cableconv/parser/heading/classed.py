"""The class line's fields: classification, section and number; its rest begins the preface."""

from __future__ import annotations

import msgspec

from cableconv.cable import Classification, Number, Section, Span
from cableconv.diagnostics.heading import CLASS_LINE_REPAIRED, NO_CLASS_LINE
from cableconv.parser.account.account import Account
from cableconv.parser.heading.zones import Zones
from cableconv.parser.lexer.class_line import ClassLine
from cableconv.parser.lexer.lines import Line


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
        classification=_classification(line, found, account),
        section=_section(line, found, account),
        number=_number(line, found, account),
        rest=line.tail(found.rest_start) if found.rest else None,
    )


def _classification(line: Line, found: ClassLine, account: Account) -> Classification:
    printed = line.text[: found.classified_end]
    if found.repaired:
        account.report(CLASS_LINE_REPAIRED, line, printed=printed.strip())
    return Classification(
        level=found.level,
        caveats=found.caveats,
        text=printed.strip(" ,./:*)-"),
        span=_claim(line, (0, found.classified_end), "classification", account),
    )


def _section(line: Line, found: ClassLine, account: Account) -> Section | None:
    if found.section is None or found.total is None:
        return None
    span = _claim(line, found.section_span, "section", account)
    return Section(number=found.section, total=found.total, span=span)


def _number(line: Line, found: ClassLine, account: Account) -> Number | None:
    if not found.station or not found.serial:
        return None
    begin, end = found.number_span
    return Number(
        station=" ".join(found.station.split()),
        serial=found.serial,
        text=" ".join(line.text[begin:end].split()),
        span=_claim(line, (begin, end), "number", account),
    )


def _claim(line: Line, bounds: tuple[int, int], path: str, account: Account) -> Span:
    text = line.text[bounds[0] : bounds[1]].rstrip()
    return account.claim([(line.start + bounds[0], line.start + bounds[0] + len(text))], path)
