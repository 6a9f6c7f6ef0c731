"""RIS: one line per value, for reference managers."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.plugins import Joins
from cableconv.rendering.characters import one_line
from cableconv.rendering.citation import Record, record, telegram

from cableconv_citations.identity import id_of, notes

JOINS = Joins(separator="\r\n")
_LINE = "{tag}  - {value}\r\n"


def encode(cable: Cable, *, archive: str | None, accessed: str | None) -> str:
    """Return one record, from TY to ER."""
    lines = _lines(id_of(cable), record(cable, archive, accessed))
    kept = [_LINE.format(tag=tag, value=text) for tag, value in lines if (text := one_line(value))]
    return "".join(kept) + "ER  - \r\n"


def _lines(id: str, found: Record) -> Iterator[tuple[str, str]]:
    """Yield the lines; PCOMM is a personal communication, such as a letter or telegram."""
    yield "TY", "PCOMM"
    yield "ID", id
    yield "TI", found.title
    yield "AU", found.sender or ""
    yield from (("A2", recipient) for recipient in found.recipients)
    if found.date:
        yield "PY", f"{found.date:%Y}"
        yield "DA", f"{found.date:%Y/%m/%d}/"
    yield "M3", telegram(found.number)
    yield "AN", found.key or ""
    yield "AB", found.summary or ""
    yield from (("KW", tag) for tag in found.tags)
    yield from (("N1", note) for note in notes(found))
    if found.holding:
        series, group, holder = found.holding
        yield "AV", "; ".join(filter(None, (series, group)))
        yield "DB", holder
    yield "UR", found.url or ""
    if found.accessed:
        yield "Y2", f"{found.accessed:%Y/%m/%d}/"
