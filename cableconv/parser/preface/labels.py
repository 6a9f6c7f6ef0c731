"""The labels of the preface, E.O. to Classified By, at a line's start and inside one."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, get_args

from cableconv.parser.lines import Line

Field = Literal["executive_order", "tags", "subject", "references", "classified_by"]

_AT_START = re.compile(
    r"""(?:¶\s*)?(?:\(U\)\s*)?(?:
    (?P<executive_order>
        (?:E\.?\s?[O0]\.?,?|EXECUTIVE\ ORDER)\s*:?\s*(?=\d{5}|\d\b|DECL|N/A|:) | DECL: )
    | (?P<tags> T?AGS?\s*[:;.,]\s* | TAGS?\s+-+\s+ | TAGS?\s+(?=[A-Z]) )
    | (?P<subject> S?UBJ(?:ECT)?S?(?:\s*[:;.]+\s*|\s+(?=[A-Z(])) )
    | (?P<references> (?=A[.)]\s*REF\b(?!:)) | REF(?:S|\(S\)|\s?TELS?|ERENCES?)?
        (?:\s*[:;.]+|(?=\s+["(]?[A-Z][.):]|\s+\(?\d\d\s|\s+[A-Z]+\s\d))\s* )
    | (?P<classified_by> (?=
        CLASSIF?I?E?D\s+BY\b | CLASSIFIED\s*: | CLASSIFIER\b | CLASS(?:IFICATION)?\s+BY\b
        | CL\s+BY\b | DERIVED\s+(?:FROM|BY)\b | DECLASSIFY\s+ON\b | REASONS?\s*: ) )
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_FIELDS: tuple[Field, ...] = get_args(Field)
_ONLY_MARKED = re.compile(r"(?:¶?\d{1,2}\.)?\s*(?:\([A-Z]{1,3}\))?\s*$")
_OPENERS = frozenset("EeTtAaSsUuRrCcDd¶(")
_INSIDE = re.compile(
    r"""(?<=\s)(?:T?AGS?:|SUBJ(?:ECT)?:|CLASSIF?I?E?D\s+BY\b|DERIVED\s+FROM\b)
    | (?P<references>(?<=\s)REF(?:S|\(S\)|TELS?)?\s?:|(?<=[A-Za-z])REFS?:\s)
    | (?<=\s)SENSITIVE\s+BUT\b""",
    re.IGNORECASE | re.VERBOSE,
)


class Label(NamedTuple):
    """A field's label and where its value begins in the line."""

    field: Field
    value_start: int


def read_label(text: str) -> Label | None:
    """The label that a line begins with."""
    if text[0] not in _OPENERS:
        return None
    found = _AT_START.match(text)
    if found is None:
        return None
    field = next(name for name in _FIELDS if found[name] is not None)
    return Label(field, found.end())


def split_at_labels(line: Line) -> list[Line]:
    """A line that holds several fields as one line each."""
    cuts = _cuts(line.text)
    if not cuts:
        return [line]
    pieces = [line.head(cuts[0])]
    for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
        piece = line.tail(start)
        pieces.append(piece.head(end - start))
    return [piece for piece in pieces if piece.text]


def _cuts(text: str) -> list[int]:
    """Where inner labels begin; a REF field may name itself again (``A. REF: ...``)."""
    label = read_label(text)
    in_references = label is not None and label.field == "references"
    return [
        found.start()
        for found in _INSIDE.finditer(text)
        if not (found["references"] and in_references)
        and not _ONLY_MARKED.match(text[: found.start()])
    ]
