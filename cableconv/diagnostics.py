"""Every repair and doubt that the parser can report, by code."""

from __future__ import annotations

from typing import NamedTuple

from cableconv.cable import Severity


class Finding(NamedTuple):
    """What a code means: ``message`` takes the values named in its braces."""

    severity: Severity
    message: str
    hint: str | None = None


FINDINGS: dict[str, Finding] = {
    "no-cable": Finding(
        "error",
        "nothing here reads as a cable",
        "a cable has a class line, E.O., TAGS, SUBJECT or numbered paragraphs; "
        "check that this is the right file",
    ),
    "pilcrow-repaired": Finding(
        "info", "paragraph {number} was printed as {printed}: a pilcrow had become the digit 1"
    ),
    "paragraph-mark-repaired": Finding(
        "info", "{printed} was read as a paragraph's number and marking"
    ),
    "false-paragraph-mark": Finding(
        "info", "{printed} begins a line of running text, not a paragraph"
    ),
    "paragraph-gap": Finding(
        "warning",
        "paragraph {number} follows paragraph {before}",
        "a paragraph may be missing, or its number is lost",
    ),
    "paragraph-repeated": Finding("warning", "paragraph number {number} stands twice"),
    "paragraph-cut": Finding("info", "a paragraph that {cause} cut in two was put together again"),
    "quotes-lost": Finding(
        "info",
        "{number} signs from here on stand for lost apostrophes or quotation marks",
        "--transform repair-quotes puts them back",
    ),
    "stray-caption": Finding(
        "info", "the caption {caption} stands inside the text; it was left as printed"
    ),
    "caption-repeated": Finding("info", "the caption {caption} stands more than once"),
    "header-repeated": Finding("info", "the header stands again; it was read once"),
    "header-conflict": Finding(
        "warning",
        "a second class line names {printed}, the first {kept}",
        "this text may be two cables, or one cable's header on another's text",
    ),
    "header-around": Finding(
        "warning",
        "the header of {printed} stands around that of {kept}, which was read as the cable's",
    ),
    "cable-repeated": Finding(
        "warning",
        "the whole cable stands here again; the {which} was read, this is kept as furniture",
        "compare the two: a corrected copy may differ anywhere",
    ),
    "second-cable": Finding(
        "warning",
        "another cable ({printed}) stands in the same text; it was enclosed in the first",
    ),
    "no-class-line": Finding(
        "warning", "no class line: classification, station and number are not printed"
    ),
    "number-from": Finding(
        "warning", "station and number were taken from {place}; there is no class line with them"
    ),
    "no-date": Finding("info", "no date-time group: the year, and so the id, are not in the text"),
    "date-invalid": Finding("warning", "the date-time group {printed} is not a date"),
    "date-doubtful": Finding(
        "warning",
        "the date-time group {printed} is not of day {filed} of the year, when it was filed",
        "one of the two is wrong; the date-time group was kept",
    ),
    "witness-differs": Finding(
        "warning",
        "the container says {said}, the telegram {printed}",
        "the telegram was kept; the text may be another cable's, or misprinted",
    ),
    "class-line-repaired": Finding("info", "the class line was printed as {printed}", None),
    "label-misprinted": Finding("info", "{printed} was read as the label {label}"),
    "label-missing": Finding(
        "warning",
        "{label} was read from a line without a label, by what stands in it",
    ),
    "tag-broken": Finding("info", "{printed} was read as the tag {tags}: a line's end had cut it"),
    "tag-glued": Finding("warning", "{printed} was read as the tags {tags}"),
    "tag-unknown": Finding("info", "{tag} is in no list of tags; it was left as printed"),
    "subject-missing": Finding("warning", "there is no SUBJECT line"),
    "reference-doubtful": Finding("info", "this reference could not be made out: {printed}"),
    "reference-without-year": Finding(
        "info", "the year of {printed} is not known, so it has no id"
    ),
    "reference-repaired": Finding(
        "info",
        "{printed} was read as number {number} of {station}",
        "a range, a misspelt station, or a number before its station",
    ),
    "reference-label-doubtful": Finding(
        "info", "the label {label} is out of order, or nothing marks it as one"
    ),
    "classifier-in-body": Finding(
        "info",
        "who classified the cable was read from the first paragraphs; there is no line for it",
    ),
    "classifier-doubtful": Finding(
        "warning", "who classified the cable could not be made out: {printed}"
    ),
    "declassification-doubtful": Finding(
        "warning", "{printed} is not a date, and no event is named"
    ),
    "declassification-mended": Finding("info", "{printed} was read as {date}"),
    "signature-glued": Finding(
        "info", "{name} at the end of the last sentence was read as the signature"
    ),
    "quote-unclosed": Finding("info", "nothing closes {opening}; it was read as running text"),
    "line-breaks-lost": Finding(
        "warning",
        "the line breaks are lost; they were put back before labels and paragraph numbers",
        "headings and lists cannot be told from the text any more",
    ),
    "no-body": Finding(
        "warning", "there is no text below the preface", "the end of the cable may be missing"
    ),
    "text-breaks-off": Finding(
        "warning",
        "the text ends inside a sentence, without a signature",
        "the end of the cable may be missing",
    ),
    "unread": Finding(
        "warning", "this was not understood; it is kept as furniture", "please report the form"
    ),
}
