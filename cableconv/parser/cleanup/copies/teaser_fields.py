"""Fields that a page shows in a teaser alone, and omits in the whole cable below."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.lexer.cut_labels import field_of_cut_label
from cableconv.parser.lexer.labels import Field, labelled_pieces, read_label
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.marked_paragraph import begins_marked_paragraph
from cableconv.patterns import pattern

LONGEST_TEASER = 60
"""Lines of a teaser, or of a preface."""
DOTS = ("...", "…")
"""The ends of lines at which a teaser breaks off."""
_REASONS = pattern(r"(?i)\breasons?\b")


def labels_of(class_line: Line, below: Sequence[Line]) -> set[Field]:
    """Return the fields that a copy has labels for."""
    found: set[Field] = set()
    for line in [class_line, *below[:LONGEST_TEASER]]:
        if begins_marked_paragraph(line):
            break
        found |= {label.field for _, label in labelled_pieces(line) if label}
    return found


def fields_left_out(lines: Sequence[Line], known: set[Field]) -> Lines:
    """Return the lines of fields without a label in the copy, except those that break off.

    A subject that breaks off is better than none, and so is a classifier without the reasons.
    """
    kept: Lines = []
    field: Field | None = None
    for line in lines:
        if label := read_label(line.text):
            field = label.field
        elif field_of_cut_label(line.text):
            field = None
        if (
            field
            and field not in known
            and (not line.text.endswith(DOTS) or _is_wanted(field, line.text))
        ):
            kept.append(line)
        elif line.text.endswith(DOTS):
            field = None
    return kept


def _is_wanted(field: Field, text: str) -> bool:
    """Whether the name of the classifier, which is before the reasons, is whole."""
    return field == "subject" or (field == "classified_by" and bool(_REASONS.search(text)))
