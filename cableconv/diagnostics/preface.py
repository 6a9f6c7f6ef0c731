"""What is reported of captions, TAGS, subject, references and classifier."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

CAPTION_REPEATED = Code(
    "caption-repeated",
    "info",
    "the caption {caption} stands more than once",
    meaning="`SIPDIS` stands twice, as it often does",
)

QUOTES_DOUBLED = Code(
    "quotes-doubled",
    "info",
    "{number} quotation marks are doubled, as a CSV file writes them; they were left as printed",
    meaning="quotation marks are doubled, as a CSV file writes them inside a cell",
    advice="find another copy, or halve them",
)

QUOTES_LOST = Code(
    "quotes-lost",
    "info",
    "{number} characters from here on stand for lost apostrophes or quotation marks",
    hint="--transform repair-quotes puts them back",
    meaning="commas, ampersands and eights stand for apostrophes and quotation marks",
    advice="`--transform repair-quotes` puts them back",
)

QUOTES_REPAIRED = Code(
    "quotes-repaired",
    "info",
    "{count} put back as apostrophes or quotation marks",
    meaning="`repair-quotes` has put some back",
)

STRAY_CAPTION = Code(
    "stray-caption",
    "info",
    "the caption {caption} stands inside the text; it was left as printed",
    meaning="a caption inside the text, left as printed",
)

LABEL_MISPRINTED = Code(
    "label-misprinted",
    "info",
    "{printed} was read as the label {label}",
    meaning="a label such as `TAGS` with one letter wrong",
)

LABEL_MISSING = Code(
    "label-missing",
    "warning",
    "{label} was read from a line without a label, by what stands in it",
    meaning="TAGS or SUBJECT without a label, read by what the line holds",
    advice="see whether the line is what it was taken for",
)

TAG_BROKEN = Code(
    "tag-broken",
    "info",
    "{printed} was read as the tag {tags}: a line's end had cut it",
    meaning="a tag that was cut in two, by a line's end mostly",
)

TAG_GLUED = Code(
    "tag-glued",
    "warning",
    "{printed} was read as the tags {tags}",
    meaning="two tags had grown together",
)

TAG_UNKNOWN = Code(
    "tag-unknown",
    "info",
    "{tag} is in no list of tags; it was left as printed",
    meaning="a tag in no list; left as printed",
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
    "this reference could not be made out: {printed}",
    meaning="a reference that could not be made out; its `text` has it as printed",
)

REFERENCE_WITHOUT_YEAR = Code(
    "reference-without-year",
    "info",
    "the year of {printed} is not known, so it has no id",
    meaning="the year is not known, so the reference has no `id`",
)

REFERENCE_LATER = Code(
    "reference-later",
    "warning",
    "{printed} has a higher number than {own}, which cites it",
    hint="without a year of its own it is probably of the year before",
    meaning="a post counts its messages from 1 each year, and cited its own later number: the year"
    " is probably the one before, or the number is misprinted",
    advice="look for the cable of the year before",
)

REFERENCE_REPAIRED = Code(
    "reference-repaired",
    "info",
    "{printed} was read as number {number} of {station}",
    hint="a range, a misspelt station, or a number before its station",
    meaning="a range, a misspelt station, or a number before its station was read as a cable",
    advice="look at the `id`",
)

REFERENCE_LABEL_DOUBTFUL = Code(
    "reference-label-doubtful",
    "info",
    "the label {label} is out of order, or nothing marks it as one",
    meaning="the letter of a reference is out of order, or nothing marks it as a label",
)

CLASSIFIER_IN_BODY = Code(
    "classifier-in-body",
    "info",
    "who classified the cable was read from the first paragraphs; there is no line for it",
    meaning="there is no Classified By line; the first paragraphs say who it was",
)

CLASSIFIER_DOUBTFUL = Code(
    "classifier-doubtful",
    "warning",
    "who classified the cable could not be made out: {printed}",
    meaning="the Classified By line could not be taken apart; its `text` has it as printed",
)

DECLASSIFICATION_DOUBTFUL = Code(
    "declassification-doubtful",
    "warning",
    "{printed} is not a date, and no event is named",
    meaning="neither a date nor an event",
)

DECLASSIFICATION_MENDED = Code(
    "declassification-mended",
    "info",
    "{printed} was read as {date}",
    meaning="the date has spaces inside, a lost slash, or a letter for a digit",
)
