"""Finds the end of the heading: the class line, or what takes its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from cableconv.diagnostics.telegram import HEADER_AROUND
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.class_line import ClassLine, read_class_line, same_cable
from cableconv.parser.lexer.facts import CLASS_LINE
from cableconv.parser.lexer.header_start import is_dated, is_origin
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.limits import FARTHEST_CLASS_LINE
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.marked_paragraph import begins_marked_paragraph
from cableconv.patterns import pattern

_HEADING_LINE = pattern(
    r"(?:FM|TO|INFO|DE|V?ZCZC\w*|ZN[RY]|[ZOPRY]{2} R|[ZOPR] (?:[ZOPR] )?\d{6}Z"
    r"|(?-i:R[A-Z]{3,7})/(?=\w))\b",
    re.IGNORECASE,
)
_TRANSMITTED = pattern(r"V?ZCZC\w*$|[ZOPRYN]{2} R[A-Z]{3,7}\b|DE R[A-Z]{3,7}\b|ZN[RY]\b")
_SECTION = pattern(r"(?:FINAL )?SECTION\b", re.IGNORECASE)
_MOST_LINES = 3  # of a class line: level, section, station and number
_REPEATS = pattern(r"\b(?:QUOTE|REPEAT(?:ED)?)\b", re.IGNORECASE)
_REPEATING = ("QUOTE", "REPEAT")  # one of them stands in what that pattern finds


class Zones(msgspec.Struct, frozen=True):
    """The lines of a telegram above, on and below the class line.

    ``outer_header`` is the header of another transmission around the telegram's own.
    """

    heading: list[Line]
    class_line: Line | None
    classed: ClassLine | None
    class_lines: list[Line]
    below: list[Line]
    outer_header: Sequence[Line] = ()


def find_zones(lines: Sequence[Line]) -> Zones:
    """Split at the class line; without one, at the first line that belongs to the preface.

    If there are several class lines above the first label, the last one counts; the text above it
    is an envelope, or an interrupted preamble.  One above the header belongs to a banner or
    a catalogue, and counts only if there is no other.
    """
    best: Zones | None = None
    bare: int | None = None
    banner: Zones | None = None
    labelled = False
    for index, line in enumerate(lines[:FARTHEST_CLASS_LINE]):
        if begins_marked_paragraph(line):
            break
        if best is not None and _repeats(line.text):
            break
        if (best or bare is not None) and _begins_dated_header(lines, index):
            banner = _above_header(best or _bare(lines, bare or 0), lines, index)
            best, bare = None, None
        elif read_label(line.text):
            if best is not None:
                break
            labelled = True
        elif not line.facts & CLASS_LINE:
            continue
        elif (found := read_class_line(line.text)) and found.serial:
            best = _at(lines, index, line, found, 1)
        elif whole := _wrapped(lines, index):
            best = _at(lines, index, *whole)
        elif found and not labelled:
            bare = index
    if best is not None:
        return _without_outer_header(best)
    if bare is not None:
        return _bare(lines, bare)
    if banner is not None:
        return banner
    index = _end_of_heading(lines)
    return Zones(list(lines[:index]), None, None, [], list(lines[index:]))


def _repeats(text: str) -> bool:
    """Whether the line says that another text is quoted below it."""
    capitals = text.upper()
    return any(map(capitals.__contains__, _REPEATING)) and _REPEATS.search(text) is not None


def _begins_dated_header(lines: Sequence[Line], index: int) -> bool:
    """Whether a date-time group is here, directly followed by FM."""
    if not is_dated(lines[index].text):
        return False
    return any(is_origin(line.text) for line in lines[index + 1 : index + 3])


def _above_header(zones: Zones, lines: Sequence[Line], index: int) -> Zones:
    """Return the zones if the class line is above the header with the date at ``index``."""
    end = index + _end_of_heading(lines[index:])
    first = len(zones.heading) + len(zones.class_lines)
    return replace(zones, heading=[*zones.heading, *lines[first:end]], below=list(lines[end:]))


def _bare(lines: Sequence[Line], index: int) -> Zones:
    return _at(lines, index, lines[index], read_class_line(lines[index].text), 1)


def _without_outer_header(zones: Zones) -> Zones:
    """Keep only the last header, if a class line and another dated header precede it."""
    dated = [index for index, line in enumerate(zones.heading) if is_dated(line.text)]
    last = dated[-1] if dated else 0
    above = (read_class_line(line.text) for line in zones.heading[:last])
    if not any(found and found.serial for found in above):
        return zones
    while last and _TRANSMITTED.match(zones.heading[last - 1].text):
        last -= 1
    return replace(zones, heading=zones.heading[last:], outer_header=zones.heading[:last])


def mark_outer_header(zones: Zones, account: Account) -> None:
    """Mark the outer header as an envelope, and report it if it names another cable."""
    account.mark_furniture("envelope", zones.outer_header)
    for line in zones.outer_header:
        around, kept = read_class_line(line.text), zones.classed
        if around and around.serial and kept and not same_cable(around, kept):
            printed, names = f"{around.station} {around.serial}", f"{kept.station} {kept.serial}"
            account.report(HEADER_AROUND, line, printed=printed, kept=names)


def _at(
    lines: Sequence[Line], index: int, line: Line, found: ClassLine | None, length: int
) -> Zones:
    taken = list(lines[index : index + length])
    return Zones(list(lines[:index]), line, found, taken, list(lines[index + length :]))


def _wrapped(lines: Sequence[Line], index: int) -> tuple[Line, ClassLine, int] | None:
    """Return a class line whose station and number are on the next lines, and its length.

    A level alone on its line precedes the section or, as other lines do, the number.
    """
    whole = lines[index]
    for length, below in enumerate(lines[index + 1 : index + _MOST_LINES], 2):
        apart = below.gap and not _SECTION.match(below.text)
        if apart or captions_of(below.text) or read_label(below.text):
            return None
        text = whole.text + " " * (below.start - whole.end) + below.text
        whole = Line(whole.start, text, whole.indent, whole.gap, whole.cut)
        found = read_class_line(whole.text)
        if found is None:
            return None
        if found.serial:
            return whole, found, length
    return None


def _end_of_heading(lines: Sequence[Line]) -> int:
    """Return the end of the format lines that precede any label, caption or paragraph."""
    end = 0
    for index, line in enumerate(lines[:FARTHEST_CLASS_LINE]):
        if read_label(line.text) or captions_of(line.text) or line.paragraph_mark:
            return index if end else 0
        if _HEADING_LINE.match(line.text):
            end = index + 1
        elif end and line.gap:
            return index
    return end
