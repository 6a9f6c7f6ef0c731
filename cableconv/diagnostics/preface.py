"""Diagnostics about captions, TAGS, subject, references and classifier."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

CAPTION_REPEATED = Code(
    "caption-repeated",
    "info",
    "the caption {caption} is repeated",
    meaning="`SIPDIS` is repeated, as it often is",
)

CAPTION_MISPRINTED = Code(
    "caption-misprinted",
    "info",
    "{printed} was read as the caption {caption}",
    meaning="a caption such as `SENSITIVE` has one wrong letter",
)

QUOTES_DOUBLED = Code(
    "quotes-doubled",
    "info",
    "quotation marks doubled as in a CSV file were left as printed: {number}",
    hint="--transform repair-quotes makes single ones of them",
    meaning="quotation marks are doubled, as in a CSV file",
    advice="`--transform repair-quotes` makes single ones of them",
)

QUOTES_LOST = Code(
    "quotes-lost",
    "info",
    "characters that replace lost apostrophes or quotation marks, from here on: {number}",
    hint="--transform repair-quotes restores them",
    meaning="commas, ampersands and eights replace apostrophes and quotation marks",
    advice="`--transform repair-quotes` restores them",
)

QUOTES_REPAIRED = Code(
    "quotes-repaired",
    "info",
    "{count} restored as apostrophes or quotation marks",
    meaning="`repair-quotes` restored apostrophes and quotation marks",
)

STRAY_CAPTION = Code(
    "stray-caption",
    "info",
    "the caption {caption} is inside the text; it was left as printed",
    meaning="a caption is inside the text; it was left as printed",
)

LABEL_MISPRINTED = Code(
    "label-misprinted",
    "info",
    "{printed} was read as the label {label}",
    meaning="a label such as `TAGS` has one wrong letter",
)

LABEL_MISSING = Code(
    "label-missing",
    "warning",
    "{label} was read from a line without a label, by its content",
    meaning="TAGS or SUBJECT lacks its label; the line was recognised by its content",
    advice="check whether the line was recognised correctly",
)

TAG_BROKEN = Code(
    "tag-broken",
    "info",
    "{printed} was read as the tag {tags}, which a line end had split",
    meaning="a tag was split, usually by a line end",
)

TAG_GLUED = Code(
    "tag-glued",
    "warning",
    "{printed} was read as the tags {tags}",
    meaning="two tags were printed without a space between them",
)

TAG_UNKNOWN = Code(
    "tag-unknown",
    "info",
    "{tag} is not a known tag; it was left as printed",
    meaning="the tag is not in the tables; it was left as printed",
)

SUBJECT_MISSING = Code(
    "subject-missing",
    "warning",
    "there is no SUBJECT line",
    meaning="there is no SUBJECT line",
)

REFERENCE_DOUBTFUL = Code(
    "reference-doubtful",
    "info",
    "this reference was not understood: {printed}",
    meaning="a reference was not understood; its `text` has it as printed",
)

REFERENCE_WITHOUT_YEAR = Code(
    "reference-without-year",
    "info",
    "the year of {printed} is unknown, so it has no id",
    meaning="the year is unknown, so the reference has no `id`",
)

REFERENCE_LATER = Code(
    "reference-later",
    "warning",
    "{printed} has a higher number than {own}, which cites it",
    hint="if it has no year, it is probably of the previous year",
    meaning="a post counts its messages from 1 each year, and cites a later number of its own: the"
    " year is probably the previous one, or the number is misprinted",
    advice="look for the cable of the previous year",
)

REFERENCE_REPAIRED = Code(
    "reference-repaired",
    "info",
    "{printed} was read as number {number} of {station}",
    hint="a range, a misspelt station, or a number before its station",
    meaning="a range, a misspelt station, or a number before its station was read as a cable",
    advice="check the `id`",
)

REFERENCE_LABEL_DOUBTFUL = Code(
    "reference-label-doubtful",
    "info",
    "the label {label} is out of order or unmarked",
    meaning="the letter of a reference is out of order, or is not marked as a label",
)

CLASSIFIER_IN_BODY = Code(
    "classifier-in-body",
    "info",
    "the classifier was read from the first paragraphs; there is no Classified By line",
    meaning="there is no Classified By line; the first paragraphs name the classifier",
)

CLASSIFIER_DOUBTFUL = Code(
    "classifier-doubtful",
    "warning",
    "the classifier was not understood: {printed}",
    meaning="the Classified By line was not understood; its `text` has it as printed",
)

DECLASSIFICATION_DOUBTFUL = Code(
    "declassification-doubtful",
    "warning",
    "{printed} is not a date, and no event is named",
    meaning="the text is neither a date nor an event",
)

DECLASSIFICATION_MENDED = Code(
    "declassification-mended",
    "info",
    "{printed} was read as {date}",
    meaning="the date has spaces inside, a lost slash, or a letter for a digit",
)
