"""Diagnostics about the text: paragraphs, quotations, signature."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

PILCROW_REPAIRED = Code(
    "pilcrow-repaired",
    "info",
    "paragraph {number} is printed as {printed}: a pilcrow and the digit 1 were confused",
    meaning="`14. (C)` is paragraph 4: a pilcrow became a 1 or, as in `¶0.`, a 1 became a pilcrow",
)

PARAGRAPH_MARK_REPAIRED = Code(
    "paragraph-mark-repaired",
    "info",
    "{printed} was read as a paragraph's number and marking",
    meaning="the number has a letter O for a zero, or the marking lacks a bracket",
)

FALSE_PARAGRAPH_MARK = Code(
    "false-paragraph-mark",
    "info",
    "{printed} does not begin a paragraph, but running text, an item, or a repeated text",
    meaning="a year at the start of a line, an item of a list, or a paragraph of a repeated text"
    " does not begin a paragraph of the cable",
)

PARAGRAPH_CUT = Code(
    "paragraph-cut",
    "info",
    "paragraphs rejoined after {cause} had split them: {number}",
    meaning="paragraphs split by page marks, repeated headers or empty lines were rejoined;"
    " reported once per cause, with their number",
)

PARAGRAPH_GAP = Code(
    "paragraph-gap",
    "warning",
    "paragraph {number} follows paragraph {before}",
    hint="a paragraph or its number may be missing",
    meaning="a number is missing",
    advice="a paragraph may be missing; check the source",
)

PARAGRAPH_REPEATED = Code(
    "paragraph-repeated",
    "warning",
    "paragraph number {number} occurs twice",
    meaning="a number occurs twice",
)

NUMBERS_BEGIN_AGAIN = Code(
    "numbers-begin-again",
    "info",
    "paragraph numbers start from 1 in each of {number} sections",
    meaning="each section numbers its paragraphs from 1, like answers to a questionnaire",
)

QUOTE_UNCLOSED = Code(
    "quote-unclosed",
    "info",
    "{opening} has no end; it was read down to the next heading or numbered paragraph",
    meaning="BEGIN TEXT without END TEXT",
)

QUOTE_UNOPENED = Code(
    "quote-unopened",
    "info",
    "{closing} has no beginning; it was read as the end of what is below the colon above",
    meaning="END TEXT without BEGIN TEXT",
)

NESTED_TOO_DEEP = Code(
    "nested-too-deep",
    "warning",
    "{opening} is nested in {deepest} others; it was read as running text",
    hint="check in the source whether the nesting is intended",
    meaning="BEGIN TEXT and END TEXT, or whole cables, are nested deeper than"
    " the limit (20 by default); deeper ones were read as running text",
    advice="check the source: no known cable is nested deeper than three;"
    " --max-nesting sets the limit",
)

LINE_BREAK_LOST = Code(
    "line-break-lost",
    "info",
    "two lines were joined here; the break was restored",
    meaning="a class line or an addressee was joined to the line before it; the break was restored",
)

LINE_BREAKS_LOST = Code(
    "line-breaks-lost",
    "warning",
    "the line breaks are lost; they were restored before labels and paragraph numbers",
    hint="headings and lists can no longer be recognised",
    meaning="the whole telegram is one line; breaks were restored before labels and paragraph"
    " numbers",
    advice="find another copy: headings and lists can no longer be recognised",
)

NO_BODY = Code(
    "no-body",
    "warning",
    "there is no text below the preface",
    hint="the end of the cable may be missing",
    meaning="there is no text below the preface",
    advice="the end may be missing; check the source",
)

TEXT_BREAKS_OFF = Code(
    "text-breaks-off",
    "warning",
    "the text ends inside a sentence or below a heading, without a signature",
    hint="the end of the cable may be missing",
    meaning="the text ends inside a sentence, or with a heading or a number that nothing follows,"
    " and has no signature",
    advice="the end may be missing; check the source",
)

NO_SIGNATURE = Code(
    "no-signature",
    "info",
    "there is no signature",
    meaning="the text is complete, but has no signature",
)

SIGNATURE_GLUED = Code(
    "signature-glued",
    "info",
    "{name} at the end of the last sentence was read as the signature",
    meaning="the signature was joined to the last sentence",
)
