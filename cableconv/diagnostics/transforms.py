"""Diagnostics of the built-in transforms."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

TITLE_CASED = Code(
    "title-cased",
    "info",
    "printed as {printed}",
    meaning="a subject in capitals was turned into a title; the message has it as printed",
)

REDACTED = Code(
    "redacted",
    "info",
    "{lines} above {level}",
    meaning="a portion was removed; the message has its length and the level it exceeded",
    always=True,
)

NAME_REPLACED = Code(
    "name-replaced",
    "info",
    "name {number} of the list replaced",
    meaning="a mention of a name was replaced; the number is that of the name in the list",
    always=True,
)

NOTHING_REDACTED = Code(
    "nothing-redacted",
    "info",
    "nothing was found that had to be redacted",
    meaning="no portion was above the level, and no name of the list was found",
    always=True,
)

REDACTION_LEVEL_UNKNOWN = Code(
    "redaction-level-unknown",
    "warning",
    "neither this portion nor the cable states its level, so it was removed",
    hint="mark it in the tree, if its level is known",
    meaning="neither a portion nor the cable states its level, so it was removed",
    advice="mark it in the tree (as JSON), if its level is known",
)

NAME_STANDS_ALONE = Code(
    "name-stands-alone",
    "warning",
    "the surname in line {of_list} of the list occurs alone {count}",
    hint="add it to its line, after a |, if it is the same person",
    meaning="a surname of the list remains without the given name; the message has the line "
    "of the list and how often, not the word, which would say whom the list names",
    advice="add it to its line as another spelling, if it is the same person",
)

NAME_INSIDE_WORD = Code(
    "name-inside-word",
    "warning",
    "the letters of a name in line {of_list} of the list remain in other words {count}",
    hint="look at the cable: a space may be lost or added there, or it may be another name",
    meaning="the letters of a name remain inside longer words or with spaces between them, where "
    "a text is damaged or has another name; the message has the line of the list and how often",
    advice="if it is the name, add the words to its line",
)

CLASSIFICATION_STANDS = Code(
    "classification-stands",
    "info",
    "the level of the whole cable is still printed; what is left is {level} at most",
    meaning="banners and class line still print the level of the whole cable, although what "
    "is left is lower",
    advice="mark the copy with its new level, if you may",
)
