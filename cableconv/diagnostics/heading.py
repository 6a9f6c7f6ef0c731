"""What is reported of the heading: class line, number, date-time group."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

NO_CLASS_LINE = Code(
    "no-class-line",
    "warning",
    "no class line: classification, station and number are not printed",
    meaning="there is no line with the classification",
)

CLASS_LINE_REPAIRED = Code(
    "class-line-repaired",
    "info",
    "the class line was printed as {printed}",
    meaning="the class line was misspelt",
)

NUMBER_FROM = Code(
    "number-from",
    "warning",
    "station and number were taken from {place}; there is no class line with them",
    meaning="station and number stand elsewhere, in page marks or the DE line",
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
    hint="the number of the DE line and the page marks was taken",
    meaning="the class line lost a digit of the cable's number, which DE line and page marks hold",
    advice="compare with the page you have it from",
)

NO_DATE = Code(
    "no-date",
    "info",
    "no date-time group: the year, and so the id, are not in the text",
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
    "the date-time group {printed} is not of day {filed} of the year, when it was filed",
    hint="one of the two is wrong; the date-time group was kept",
    meaning="date-time group and filing day name different days",
    advice="one of them is misprinted",
)

WITNESS_DIFFERS = Code(
    "witness-differs",
    "warning",
    "the container says {said}, the telegram {printed}",
    hint="the telegram was kept; the text may be another cable's, or misprinted",
    meaning="the container (a page, a dump's row) says something else than the telegram",
    advice="see which of the two is right; the telegram was kept",
)

HEADER_BREAKS_LOST = Code(
    "header-breaks-lost",
    "warning",
    "the header's line ends are lost; they were put back before its format lines",
    hint="compare the addressees with another copy",
    meaning="the header is one line; its ends were put back before routing, FM, TO, INFO and their"
    " like",
    advice="compare the addressees with another copy",
)

LINES_ABOVE_HEADER = Code(
    "lines-above-header",
    "info",
    "above the header stand lines of an envelope or a catalogue, not the telegram's: {number}",
    meaning="lines that are no telegram's stand above the header, as a catalogue's entry",
)

HEADER_UNREAD = Code(
    "header-unread",
    "warning",
    "a line of a header was not read as one: {printed}",
    hint="origin, addressees or date may be incomplete",
    meaning="a date-time group, FM or TO stands in `furniture` or `passing`",
    advice="look at that line of the source: sender, addressees or date may be incomplete",
)
