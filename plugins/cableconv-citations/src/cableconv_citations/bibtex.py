"""BibTeX: an entry of type ``misc``, with the fields of biblatex in addition to BibTeX's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv import Cable
from cableconv.plugins import Joins
from cableconv.rendering.characters import one_line
from cableconv.rendering.citation import Record, record, telegram

from cableconv_citations.identity import id_of, notes

JOINS = Joins(separator="\n")

_NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9:.+/-]+")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_NOT_IN_AN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_ESCAPES = str.maketrans(_SPECIAL)


def encode(cable: Cable, *, archive: str | None, accessed: str | None) -> str:
    """Return one entry; values keep their capitals in any style."""
    found = record(cable, archive, accessed)
    fields = [f"  {name} = {value},\n" for name, value in _fields(found)]
    return f"@misc{{{_key(id_of(cable))},\n{''.join(fields)}}}\n"


def _fields(found: Record) -> Iterator[tuple[str, str]]:
    for name, value in _texts(found):
        if text := one_line(value).translate(_ESCAPES):
            yield name, f"{{{{{text}}}}}" if name in ("title", "author") else f"{{{text}}}"
    if found.date:
        yield "month", f"{found.date:%b}".lower()  # a macro of every style
    if found.url:
        yield "url", f"{{{_address(found.url)}}}"


def _texts(found: Record) -> Iterator[tuple[str, str]]:
    kind = telegram(found.number)
    to = " and ".join(found.recipients)
    series, group, holder = found.holding or (None, None, None)
    yield "author", found.sender or ""
    yield "title", found.title
    yield "howpublished", f"{kind} to {to}" if to else kind
    if found.date:
        yield "date", f"{found.date:%Y-%m-%d}"
        yield "year", f"{found.date:%Y}"
    yield "number", found.key or ""
    yield "note", ". ".join(filter(None, (*notes(found), series, group, holder)))
    yield "keywords", "; ".join(found.tags)
    yield "abstract", found.summary or ""
    if found.accessed:
        yield "urldate", f"{found.accessed:%Y-%m-%d}"


def _key(id: str) -> str:
    """Return a valid BibTeX key."""
    return _NOT_IN_A_KEY.sub("-", id).strip("-") or "cable"


def _address(url: str) -> str:
    r"""Return an address for ``\url``, with ``%`` escapes for what would end the field."""
    return one_line(url).translate(_NOT_IN_AN_ADDRESS)
