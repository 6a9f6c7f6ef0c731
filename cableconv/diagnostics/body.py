"""What is reported of the text: paragraphs, quotations, signature."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

PILCROW_REPAIRED = Code(
    "pilcrow-repaired",
    "info",
    "paragraph {number} was printed as {printed}: a pilcrow and the digit 1 were exchanged",
    meaning="`14. (C)` is paragraph 4: a pilcrow had become a 1, or, as in `¶0.`, a 1 a pilcrow",
)

PARAGRAPH_MARK_REPAIRED = Code(
    "paragraph-mark-repaired",
    "info",
    "{printed} was read as a paragraph's number and marking",
    meaning="a letter O for a zero in the number, or the marking's bracket lost",
)

FALSE_PARAGRAPH_MARK = Code(
    "false-paragraph-mark",
    "info",
    "{printed} begins no paragraph of the cable, but running text, an item, or a text within",
    meaning="a year at the start of a line, an item of a list, or a paragraph of a repeated text:"
    " no paragraph of the cable",
)

PARAGRAPH_CUT = Code(
    "paragraph-cut",
    "info",
    "paragraphs put together again that {cause} cut in two: {number}",
    meaning="paragraphs that page marks, repeated headers or empty lines cut were joined; said once"
    " for each cause, with their number",
)

PARAGRAPH_GAP = Code(
    "paragraph-gap",
    "warning",
    "paragraph {number} follows paragraph {before}",
    hint="a paragraph may be missing, or its number is lost",
    meaning="a number is missing",
    advice="a paragraph may be lost; look at the source there",
)

PARAGRAPH_REPEATED = Code(
    "paragraph-repeated",
    "warning",
    "paragraph number {number} stands twice",
    meaning="a number stands twice",
)

NUMBERS_BEGIN_AGAIN = Code(
    "numbers-begin-again",
    "info",
    "the paragraphs are counted from 1 in each of {number} sections",
    meaning="each section of the cable counts its paragraphs from 1, as answers to a questionnaire",
)

QUOTE_UNCLOSED = Code(
    "quote-unclosed",
    "info",
    "nothing closes {opening}; it was read as running text",
    meaning="BEGIN TEXT without END TEXT",
)

NESTED_TOO_DEEP = Code(
    "nested-too-deep",
    "warning",
    "{opening} stands inside {deepest} others; it was read as running text",
    hint="look at the source whether so many texts are meant",
    meaning="BEGIN TEXT and END TEXT, or whole cables, stand one inside the other more than 20"
    " deep; what stands deeper was read as running text",
    advice="look at the source: no cable is known that goes deeper than three",
)

LINE_BREAK_LOST = Code(
    "line-break-lost",
    "info",
    "two lines had become one here; the break was put back",
    meaning="a class line or an addressee stood behind another line; the break before it was put"
    " back",
)

LINE_BREAKS_LOST = Code(
    "line-breaks-lost",
    "warning",
    "the line breaks are lost; they were put back before labels and paragraph numbers",
    hint="headings and lists can no longer be recognised",
    meaning="the whole telegram is one line; breaks were put back before labels and paragraph"
    " numbers",
    advice="find another copy: headings and lists can no longer be recognised",
)

NO_BODY = Code(
    "no-body",
    "warning",
    "there is no text below the preface",
    hint="the end of the cable may be missing",
    meaning="there is no text below the preface",
    advice="the end may be missing; look at the source",
)

TEXT_BREAKS_OFF = Code(
    "text-breaks-off",
    "warning",
    "the text ends inside a sentence, without a signature",
    hint="the end of the cable may be missing",
    meaning="the text ends inside a sentence, without a signature",
    advice="the end may be missing; look at the source",
)

NO_SIGNATURE = Code(
    "no-signature",
    "info",
    "no name stands below the text",
    meaning="the text is whole, but no name stands below it",
)

SIGNATURE_GLUED = Code(
    "signature-glued",
    "info",
    "{name} at the end of the last sentence was read as the signature",
    meaning="the signature stood at the end of the last sentence",
)
