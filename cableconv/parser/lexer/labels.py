"""The labels of the preface, E.O. to Classified By, at a line's start and inside a line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, get_args

import msgspec

from cableconv.diagnostics.code import Code
from cableconv.diagnostics.preface import LABEL_MISPRINTED
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern
from cableconv.vocabulary.edit_distance import within_one_edit
from cableconv.vocabulary.tag_words import codes_in

Field = Literal["executive_order", "tags", "subject", "references", "classified_by"]

# ASCII: where case is ignored, other sets of letters are compiled slowly
_AT_START = pattern(
    r"""(?:¶\s*)?(?:\(U\)\s*)?(?:
    (?P<executive_order>
        (?:E\.?\s?(?:O|0(?!\d\b))\.?,?|EXECUTIVE\ ORDER)\s*:?\s*
        (?=\d{5}|\d\b|\d{2,3}\s\d{2,3}:|DECL|N/A|:) | DECL: )
    | (?P<tags> (?:(?:T\s?A\s?G\s?S?|T\.A\.G\.S|AGS?)\s*(?:\([A-Z]{1,3}\)\s*)?[:;.,]+\s*)+
        | TAGS\s*[-/]+\s* | TAG\s+-+\s+ | TAGS?\s+(?=[A-Z(]) | TAGS?$ )
    | (?P<subject> (?:S?UBJ(?:ECT)?S?|SUB|S\sU\sB\sJ\sE\sC\sT)\s*[:;.,]+\s*
        | SUBJ(?:ECT)?\s*[-/]+\s* | S?UBJ(?:ECT)?S?\s+(?=[A-Z("]) | SUBJ(?:ECT)?$ )
    | (?P<references> (?=A[.)]\s*REF\b(?!:)) | (?:REF:?\s?(?=REF))?REF(?:S|\(S\)|\s?TELS?|ERENCES?)?
        (?:\s*[:;.]+|\s*-+(?=\s)|(?=\s*["([]?[A-Z]\s?[.):\]]|\s+[A-Z]\s+-
        |\s+[A-Z]\s+(?:\d\d\s)?[A-Z' ]{3,20}\d|\s+\(?\d\d\s|\s+[A-Z]+\s\d))\s* )
    | (?P<classified_by> (?=
        CLA?S{1,2}I{0,2}F{0,2}I?F?[EI]{0,2}D?[\s-]*BY\b | CLASSIFIED\s*: | CLASSIFIER\b
        | CLASS(?:IFICATION)?\s+BY\b
        | CL\s+BY\b | (?-i:D)ERIVED\s+(?:FROM|BY)
            (?=\s*:|\s+(?:DSCG|MULTIPLE|PREVIOUS|VARIOUS|SOURCE|\d))
        | DECLASSIFY\s+ON\b | REASONS?\s*: ) )
    )""",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
_FIELDS: tuple[Field, ...] = get_args(Field)
_ONLY_MARKED = pattern(r"(?:¶?\d{1,2}\.)?\s*+(?:\([A-Z]{1,3}\))?\s*+$")
_BEGINNINGS = frozenset(
    ("A)", "A.", "AG", "CL", "DE", "E ", "E.", "E0", "EO", "EX", "RE", "S ", "SU", "T ", "T.", "TA",
     "UB")
)  # fmt: skip
_BEFORE_LABEL = frozenset("¶(")
_ANYWHERE = r"""
    (?<=\s)(?:T?AGS?:|SUBJ(?:ECT)?:|CLASSIF?I?E?D\s+BY\b
        |(?-i:D)ERIVED\s+FROM(?=\s*:|\s+(?:DSCG|MULTIPLE|PREVIOUS|VARIOUS|SOURCE|\d)))
    | (?<=[\w.,;?!)'"’”])(?-i:TAGS:|SUBJ(?:ECT)?:|E\.?O\.?\s?\d{5}(?::|\sDECL:)
        |C(?:lassified\s[Bb]y\b
        |LASSIFIED\sBY(?::|\s(?<!DECLASSIFIED\sBY\s)(?<!UNCLASSIFIED\sBY\s)(?=[A-Z]))))
    | (?P<references>(?<=\s)(?:REF\s?)?REF(?:S|\(S\)|TELS?)?\s?:
        |(?<=[A-Za-z\d.!?)'"’”])REFS?:(?:\s|$)
        |(?<=\s)REFS?\s+(?=\(?A\s?[.):]\s?\(?(?:\d\d\s|[A-Z]+\s\d)))
    | (?<=\s)E\.?\s?O\.?\s?\d{5}\s?(?::|\s*(?=DECL|N/A|[A-Z]?GDS|OADR|\d\d?/\d))
    | (?<=\s)(?<!\sIS\s)(?<!\sTEXT\s)(?:\(U\)\s+)?
        (?:THIS\s+(?:CABLE|MESSAGE|TELEGRAM)\s+IS\s+|\(ENTIRE\s+TEXT\s+)?SENSITIVE\s+BUT\b
"""
# where no first letter of those stands, nothing else is tried
_FIRST_LETTERS = "(?=[ACDERST(])"
_INSIDE = pattern(rf"{_FIRST_LETTERS}(?:{_ANYWHERE})", re.IGNORECASE | re.VERBOSE)
# no tag is called so, and an E.O. line has no word of four letters but DECL
_INSIDE_OF: dict[Field, re.Pattern[str]] = {
    "tags": pattern(
        rf"{_FIRST_LETTERS}(?:{_ANYWHERE} | \bSUBJ(?:ECT)?\b | SUBJ(?:ECT)?\s*:"
        r" | (?<=[\s,])E\.?O\.?\s?\d{5} | (?<=\s)REF\s+(?=[A-Z]{4,}\s\d))",
        re.IGNORECASE | re.VERBOSE,
    ),
    "executive_order": pattern(
        rf"{_FIRST_LETTERS}(?:{_ANYWHERE} | (?<=[\s\d])TAGS?\s+(?=[A-Z]{{4}}\b|[A-Z]{{2}},))",
        re.IGNORECASE | re.VERBOSE,
    ),
}
# any match of those patterns contains one of these
_SIGNS = ("AG", "SUBJ", "CLAS", "DERIVED", "REF", "SENSITIVE", "E.O", "EO", "E O", "E. O")
_LONGEST_WORD = 11  # characters of a misprinted label, with a space and its colon
_COLONED = pattern(r"(?P<word>[A-Za-z]{3,9})\s?[:;]\s*")
_FIRST_WORD = pattern(r"[\w&-]+")


class Label(msgspec.Struct, frozen=True, gc=False):
    """A field's label, and the start of its value in the line.

    ``problem`` is the code to report for a label that is misprinted or missing;
    ``again``: the field occurred before.
    """

    field: Field
    value_start: int
    problem: Code | None = None
    again: bool = False


@lru_cache(maxsize=64)  # each stage of the parser asks about the same few lines
def read_label(text: str) -> Label | None:
    """Return the label at the line's beginning, or None."""
    may_begin = text[:2].upper() in _BEGINNINGS or text[0] in _BEFORE_LABEL
    found = _AT_START.match(text) if may_begin else None
    if found is None:
        return _misprinted(text)
    field = next(name for name in _FIELDS if found[name] is not None)
    return Label(field, found.end())


def _misprinted(text: str) -> Label | None:
    """Return a label with one letter wrong: ``TABS: PREL, NO``, ``SUBEJCT: ...``."""
    head = text[:_LONGEST_WORD]
    found = _COLONED.match(text) if ":" in head or ";" in head else None
    if found is None:
        return None
    word = found["word"].upper()
    if within_one_edit("SUBJECT", word):
        return Label("subject", found.end(), LABEL_MISPRINTED)
    first = _FIRST_WORD.match(text, found.end())
    if within_one_edit("TAGS", word) and first and codes_in(first[0].upper()):
        return Label("tags", found.end(), LABEL_MISPRINTED)
    return None


Piece = tuple[Line, Label | None]
"""A line or a part of one, with the label that it begins with."""


def labelled_pieces(line: Line) -> list[Piece]:
    """Split a line with several fields into one line per field, with their labels."""
    label = read_label(line.text)
    first, *others = _pieces(line, label)
    found = [first]
    for piece, own in others:
        # in these fields a label needs no colon
        again = own is not None and own.field in _INSIDE_OF
        found += _pieces(piece, own) if again else [(piece, own)]
    return found


def _pieces(line: Line, label: Label | None) -> list[Piece]:
    """Cut a line with that label before each further one, and read the label of each piece."""
    cuts = _cuts(line.text, label)
    if not cuts:
        return [(line, label)]
    ends = zip([0, *cuts], [*cuts, len(line.text)], strict=True)
    pieces = [line.piece(start, end) for start, end in ends]
    return [(piece, read_label(piece.text)) for piece in pieces if piece.text]


def _cuts(text: str, label: Label | None) -> list[int]:
    """Return the starts of further labels; a REF field may repeat its own (``A. REF: ...``)."""
    start = label.value_start if label else 0
    rest = text[max(start, 1) :].upper()  # all of them are behind something
    if not [sign for sign in _SIGNS if sign in rest]:
        return []
    inside = _INSIDE_OF.get(label.field, _INSIDE) if label else _INSIDE
    in_references = label is not None and label.field == "references"
    return [
        found.start()
        for found in inside.finditer(text, start)
        if not (found["references"] and in_references)
        and not _ONLY_MARKED.match(text[: found.start()])
    ]
