"""The REF field: its entries by letter, and their targets."""

from cableconv.parser.preface.references.field import read_references
from cableconv.parser.preface.references.field_lines import (
    behind_cut_label,
    cites_at,
    is_lettered_cable,
    names_next_entry,
    names_third_entry,
    references_go_on,
    sentence_behind_citation,
)
from cableconv.parser.preface.references.later import report_later

__all__ = [
    "behind_cut_label",
    "cites_at",
    "is_lettered_cable",
    "names_next_entry",
    "names_third_entry",
    "read_references",
    "references_go_on",
    "report_later",
    "sentence_behind_citation",
]
