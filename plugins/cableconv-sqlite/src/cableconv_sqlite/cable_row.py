"""What the table ``cables`` holds of a cable."""

from __future__ import annotations

import json
import re

from cableconv.cable import Cable

from cableconv_sqlite.values import Row, Value, lines

_YEAR_OF_DATE = re.compile(r"[0-9]{4}(?=-)")
_YEAR_OF_ID = re.compile(r"[0-9]{2}(?=[A-Z])")
_CENTURY_TURNS = 66
"""Two-digit years from here on are of the 20th century; the archives begin in 1966."""


def cable_row(cable: Cable, with_tree: bool) -> Row:
    """The columns of ``cables`` behind the key, in the table's order."""
    return (*_head(cable), *_text(cable), *_rules(cable), *_handling(cable), *_source(cable),
            json.dumps(cable.to_dict(), ensure_ascii=False) if with_tree else None)  # fmt: skip


def year_of(cable: Cable) -> int | None:
    """The year of the date-time group, or else of the id."""
    if dated := _YEAR_OF_DATE.match(cable.date or ""):
        return int(dated[0])
    if found := _YEAR_OF_ID.match(cable.key or ""):
        short = int(found[0])
        return short + (1900 if short >= _CENTURY_TURNS else 2000)
    return None


def _head(cable: Cable) -> Row:
    origin, level = cable.origin, cable.classification
    return (
        cable.key,
        cable.date,
        year_of(cable),
        origin.post if origin else None,
        origin.country if origin else None,
        origin.name if origin else None,
        level.level if level else None,
        lines(level.caveats) if level else None,
        cable.precedence.action,
        cable.precedence.info,
    )


def _text(cable: Cable) -> Row:
    part: tuple[Value, Value] = (None, None)
    if cable.section:
        part = (cable.section.number, cable.section.total)
    return (
        cable.subject,
        cable.summary,
        lines(cable.captions),
        lines(cable.passing),
        lines(cable.notices),
        *part,
    )


def _rules(cable: Cable) -> Row:
    order, classified = cable.executive_order, cable.classified_by
    return (
        order.order if order else None,
        order.declassify_on if order else None,
        order.declassify_event if order else None,
        order.exemption if order else None,
        classified.text if classified else None,
        lines(classified.reasons) if classified else None,
    )


def _handling(cable: Cable) -> Row:
    return (cable.distribution, cable.drafted_by, cable.approved_by, cable.cleared_by)


def _source(cable: Cable) -> Row:
    source = cable.source
    return (lines(filter(None, (source.name, source.member))), source.row, source.sha256)
