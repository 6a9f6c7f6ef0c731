"""Diagnostics about the heading: class line, number, date-time group."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

NO_CLASS_LINE = Code(
    "no-class-line",
    "warning",
    "no class line with classification, station and number",
    meaning="there is no line with the classification",
)

CLASS_LINE_REPAIRED = Code(
    "class-line-repaired",
    "info",
    "the class line is misspelt: {printed}",
    meaning="the class line was misspelt",
)

NUMBER_FROM = Code(
    "number-from",
    "warning",
    "station and number were taken from {place}; no class line has them",
    meaning="station and number are elsewhere, in page marks or the DE line",
    advice="compare with the page you have it from",
)

DATE_FROM = Code(
    "date-from",
    "info",
    "the date was taken from the header of a later section; the first section's is not printed",
    meaning="all sections of a telegram have one date-time group, and a later one prints it",
)

NUMBER_REPAIRED = Code(
    "number-repaired",
    "warning",
    "the class line prints the number {printed}, which lacks a digit; elsewhere it is {serial}",
    hint="the number of the DE line and the page marks was used",
    meaning="the class line lacks a digit of the cable's number, which DE line and page marks have",
    advice="compare with the page you have it from",
)

SECURITY_DIFFERS = Code(
    "security-differs",
    "warning",
    "the header's {printed} means {said}, the class line says {level}",
    hint="the class line was used; the header may be another cable's",
    meaning="the header's security prosign (`ZNR`, `ZNY`) stands for another level than the class"
    " line's",
    advice="compare with the page you have it from",
)

NO_DATE = Code(
    "no-date",
    "info",
    "no date-time group, so that year and id are unknown",
    meaning="no date-time group; without a year there is no `id`",
)

DATE_INVALID = Code(
    "date-invalid",
    "warning",
    "the date-time group {printed} is not a date",
    meaning="the date-time group is not a date",
)

DATE_DOUBTFUL = Code(
    "date-doubtful",
    "warning",
    "the date-time group {printed} differs from the filing day {filed} of the year",
    hint="one of the two is wrong; the date-time group was kept",
    meaning="date-time group and filing time give different days",
    advice="one of them is misprinted",
)

WITNESS_DIFFERS = Code(
    "witness-differs",
    "warning",
    "the container has {said}, the telegram {printed}",
    hint="the telegram's was kept; the text may be another cable's, or misprinted",
    meaning="the container (a page, a dump's row) and the telegram differ",
    advice="check which of the two is right; the telegram's was kept",
)

HEADER_BREAKS_LOST = Code(
    "header-breaks-lost",
    "warning",
    "the header's line ends are lost; they were restored before its format lines",
    hint="compare the addressees with another copy",
    meaning="the header is one line; line ends were restored before routing, FM, TO, INFO and"
    " similar words",
    advice="compare the addressees with another copy",
)

LINES_ABOVE_HEADER = Code(
    "lines-above-header",
    "info",
    "lines above the header belong to an envelope or a catalogue, not the telegram: {number}",
    meaning="lines above the header, such as a catalogue's entry, do not belong to the telegram",
)

ADDRESSEE_CHANGED = Code(
    "addressee-changed",
    "warning",
    "a month stands in place of other words: {printed}",
    hint="its precedence or number is lost, or the beginning of the next addressee",
    meaning="the telegram's month stands behind an addressee's name that ends in Z, in place of its"
    " precedence, its number or the next addressee's beginning",
    advice="compare the addressees with another copy",
)

HEADER_UNREAD = Code(
    "header-unread",
    "warning",
    "a header line was not recognised: {printed}",
    hint="origin, addressees or date may be incomplete",
    meaning="a date-time group, FM or TO is in `furniture` or `passing`",
    advice="check that line of the source: sender, addressees or date may be incomplete",
)
