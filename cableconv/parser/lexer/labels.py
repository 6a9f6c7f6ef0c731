"""The labels of the preface, E.O. to Classified By, at a line's start and inside a line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from cableconv.diagnostics.code import Code
from cableconv.diagnostics.preface import LABEL_MISPRINTED
from cableconv.parser.lexer.captions import end_of_captions
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern
from cableconv.vocabulary.edit_distance import within_one_edit
from cableconv.vocabulary.tag_words import codes_in

Field = Literal["executive_order", "tags", "subject", "references", "classified_by"]

_FORMS: dict[Field, str] = {
    "executive_order":
        r"""(?:E\.?\s?(?:O|0(?!\d\b))\.?,?|EXECUTIVE\ ORDER)\s*:?\s*
        (?=\d{5}|1\d{3}:|\d\b|\d{2,3}\s\d{2,3}:|DECL|N/A|:|\d{0,4}\.*$)
        | DECL: """,
    "tags":
        r"""(?:(?:T\s?A\s?G\s?S?|T\.A\.G\.S|AGS?(?=\s*:))\s*(?:\([A-Z]{1,3}\)\s*)?[:;.,]+\s*)+
        | TAGS\s*[-/]+\s* | TAG\s+-+\s+ | TAGS?\s+(?=[A-Z(]) | TAGS?$ """,
    "subject":
        r"""(?:S?UBJ(?:ECT)?S?|SUB|S\sU\sB\sJ\sE\sC\sT)\s*[:;.,]+\s*
        | SUBJ(?:ECT)?\s*[-/]+\s* | S?UBJ(?:ECT)?S?\s+(?=[A-Z("]) | SUBJ(?:ECT)?$ """,
    "references":
        r"""(?=A[.)]\s*REF\b(?!:)) | (?:REF:?\s?(?=REF))?REF(?:S|\(S\)|\s?TELS?|ERENCES?)?
        (?:\s*[:;.]+|\s*-+(?=\s)|(?=\s*["([]?[A-Z]\s?[.):\]]|\s+[A-Z]\s+-
        |\s+[A-Z]\s+(?:\d\d\s)?[A-Z' ]{3,20}\d|\s+\(?\d\d\s|\s+[A-Z]+\s\d))\s* | REFS?$ """,
    "classified_by":
        r"""(?= CLA?S{1,2}I{0,2}F{0,2}I?F?[EI]{0,2}D?[\s-]*BY\b | CLASSIFIED\s*: | CLASSIFIER\b
        | CLASS(?:IFICATION)?\s+BY\b
        | CL\s+BY\b | (?-i:D)ERIVED\s+(?:FROM|BY)
            (?=\s*:|\s+(?:DSCG|MULTIPLE|PREVIOUS|VARIOUS|SOURCE|\d))
        | DECLASSIFY\s+ON\b | REASONS?\s*: ) """,
}  # fmt: skip
# ASCII: where case is ignored, other sets of letters are compiled slowly
_AT_START = {
    field: pattern(form, re.IGNORECASE | re.VERBOSE | re.ASCII) for field, form in _FORMS.items()
}
_BEGINNINGS: dict[str, tuple[Field, ...]] = {
    **dict.fromkeys(("E ", "E.", "E0", "EO", "EXE"), ("executive_order",)),
    **dict.fromkeys(("AG", "T ", "T.", "TA"), ("tags",)),
    **dict.fromkeys(("S ", "SU", "UB"), ("subject",)),
    **dict.fromkeys(("A)", "A.", "REF"), ("references",)),
    **dict.fromkeys(("CL ", "CLA", "CLS", "DER", "REA"), ("classified_by",)),
    "DEC": ("executive_order", "classified_by"),
}
"""The fields whose labels begin with these two or three characters, as the patterns are slow."""
_BEFORE_LABEL = frozenset("¶(")
_MARKS = pattern(r"(?:¶\s*)?(?:\(U\)\s*)?", re.IGNORECASE)
_USUAL: dict[str, Field] = {
    "TAGS": "tags",
    "SUBJECT": "subject",
    "REF": "references",
    "CLASSIFIED BY": "classified_by",
    "Classified By": "classified_by",
}
"""The labels of most cables, for which no pattern is compiled."""
_REPEATED = ("AG", "TA", "REF")  # a label once more, which is part of the first
_ONLY_MARKED = pattern(r"(?:¶?\d{1,2}\.)?\s*+(?:\([A-Z]{1,3}\))?\s*+$")
_ANYWHERE = r"""
    (?<=\s)(?:T?AGS?:|SUBJ(?:ECT)?:|CLASSIF?I?E?D\s+BY\b(?!\sLINE\b)
        |(?-i:D)ERIVED\s+FROM(?=\s*:|\s+(?:DSCG|MULTIPLE|PREVIOUS|VARIOUS|SOURCE|\d)))
    | (?<=[\w.,;?!)'"’”])(?-i:TAGS:|SUBJ(?:ECT)?:|E\.?[O0]\.?\s?\d{5}(?::|\sDECL:)
        |C(?:lassified\s[Bb]y\b
        |LASSIFIED\sBY(?::|\s(?<!DECLASSIFIED\sBY\s)(?<!UNCLASSIFIED\sBY\s)(?=[A-Z]))))
    | (?P<references>(?<=\s)(?-i:(?<!\s(?:to|in|of|by)\s)(?<!\sper\s))
            (?:REF\s?)?REF(?:S|\(S\)|TELS?)?\s?:
        |(?<=[A-Za-z\d.!?)'"’”])REFS?:(?:\s|$)
        |(?<=\s)REFS?\s+(?=\(?A\s?[.):]\s?\(?(?:\d\d\s|[A-Z]+\s\d)))
    | (?<=\s)E\.?\s?[O0]\.?\s?\d{5}\s?(?::|\s*(?=DECL|N/A|[A-Z]?GDS|OADR|\d\d?/\d))
    | (?<=\s)(?<!\sIS\s)(?<!\sCONTAINS\s)(?<!\sTEXT\s)(?:\(U\)\s+)?
        (?:THIS\s+(?:CABLE|MESSAGE|TELEGRAM)\s+(?:IS|CONTAINS)\s+|\(?ENTIRE\s+TEXT\s+(?:IS\s+)?)?SENSITIVE\s+BUT\b
"""
# where no first letter of those stands, nothing else is tried
_FIRST_LETTERS = "(?=[ACDERST(])"
_INSIDE = pattern(rf"{_FIRST_LETTERS}(?:{_ANYWHERE})", re.IGNORECASE | re.VERBOSE)
# no tag is called so, and an E.O. line has no word of four letters but DECL
_ONLY_INSIDE: dict[Field, re.Pattern[str]] = {
    "tags": pattern(
        r"\bSUBJ(?:ECT)?\b|SUBJ(?:ECT)?\s*:|(?<=[\s,])E\.?O\.?\s?\d{5}"
        r"|(?<=\s)REF\s+(?=[A-Z]{4,}\s\d)",
        re.IGNORECASE,
    ),
    "executive_order": pattern(
        r"(?:(?<=[\s\d])|(?<=N/A))TAGS?\s+(?=[A-Z]{4}\b|[A-Z]{2},)", re.IGNORECASE
    ),
}
# any match of those patterns contains one of these words, or an order's number
_SIGNS = ("AG:", "AGS:", "TAG", "SUBJ", "CLASSI", "DERIVED", "REF", "SENSITIVE")
_ORDER_SIGNS = ("E.O", "EO", "E O", "E. O", "E.0", "E0")
_ORDER = pattern(r"E\.?\s?[O0]\.?\s?\d{5}")
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


Piece = tuple[Line, Label | None]
"""A line or a part of one, with the label that it begins with."""


@lru_cache(maxsize=64)  # each stage of the parser asks about the same few lines
def read_label(text: str) -> Label | None:
    """Return the label at the line's beginning, or None."""
    return _by_beginning(text) or _misprinted(text)


def _usual(text: str) -> Label | None:
    """Return a usual label with a colon, a single blank and the value's first letter."""
    word, colon, value = text.partition(": ")
    field = _USUAL.get(word) if colon else None
    begins_value = value[:1].isalpha() or value[:1] == "("
    if field is None or not begins_value or value.startswith(_REPEATED):
        return None
    return Label(field, 0 if field == "classified_by" else len(word) + len(colon))


def _by_beginning(text: str) -> Label | None:
    """Return the label that begins with the line's first characters, or with those after marks."""
    marks = _MARKS.match(text) if text[0] in _BEFORE_LABEL else None
    start = marks.end() if marks else 0
    beginning = text[start : start + 3].upper()
    fields = _BEGINNINGS.get(beginning[:2]) or _BEGINNINGS.get(beginning)
    if fields is None:
        return None
    if usual := _usual(text):
        return usual
    for field in fields:
        if found := _AT_START[field].match(text, start):
            return Label(field, found.end())
    return None


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


def labelled_pieces(line: Line) -> list[Piece]:
    """Split a line with several fields into one line per field, with their labels."""
    label = read_label(line.text)
    first, *others = _pieces(line, label)
    found = [first]
    for piece, own in others:
        # in these fields a label needs no colon
        again = own is not None and own.field in _ONLY_INSIDE
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
    if not _may_hold_label(text[max(start, 1) :].upper()):  # all of them are behind something
        return []
    in_references = label is not None and label.field == "references"
    places = {
        found.start()
        for found in _INSIDE.finditer(text, start)
        if not (found["references"] and in_references)
    }
    if label and (more := _ONLY_INSIDE.get(label.field)):
        places |= {found.start() for found in more.finditer(text, start)}
    if label is None and (end := end_of_captions(text)) and _by_beginning(text[end:]):
        places.add(end)
    return [at for at in sorted(places) if not _ONLY_MARKED.match(text[:at])]


def _may_hold_label(capitals: str) -> bool:
    if [sign for sign in _SIGNS if sign in capitals]:
        return True
    is_order = [sign for sign in _ORDER_SIGNS if sign in capitals]
    return bool(is_order) and _ORDER.search(capitals) is not None
