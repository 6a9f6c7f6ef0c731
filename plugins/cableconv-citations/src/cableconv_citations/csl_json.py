"""CSL-JSON: an array of items, for Zotero and pandoc."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from cableconv import Cable
from cableconv.plugins import Joins
from cableconv.rendering.citation import Record, record

from cableconv_citations.identity import id_of, notes

JOINS = Joins(prefix="[\n", separator=",\n", suffix="\n]\n")


def encode(cable: Cable, *, archive: str | None, accessed: str | None) -> str:
    """Return an array of one item."""
    item = {"id": id_of(cable)}
    item |= {name: value for name, value in _item(record(cable, archive, accessed)) if value}
    written = json.dumps(item, ensure_ascii=False, indent=2)
    return f"{JOINS.prefix}{written}{JOINS.suffix}"


def _item(found: Record) -> list[tuple[str, Any]]:
    """Return the variables of CSL 1.0.2 that a telegram has."""
    series, group, holder = found.holding or (None, None, None)
    return [
        ("type", "personal_communication"),
        ("genre", "Telegram"),
        ("title", found.title),
        ("author", _names(found.sender)),
        ("recipient", _names(*found.recipients)),
        ("issued", _date(found.date)),
        ("number", found.number),
        ("call-number", found.key),
        ("abstract", found.summary),
        ("keyword", "; ".join(found.tags)),
        ("note", "; ".join(notes(found))),
        ("archive", holder),
        ("archive_location", "; ".join(filter(None, (series, group)))),
        ("URL", found.url),
        ("accessed", _date(found.accessed)),
    ]


def _names(*names: str | None) -> list[dict[str, str]]:
    """Return the names of offices, which have no family name."""
    return [{"literal": name} for name in names if name]


def _date(moment: datetime | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[moment.year, moment.month, moment.day]]} if moment else None
