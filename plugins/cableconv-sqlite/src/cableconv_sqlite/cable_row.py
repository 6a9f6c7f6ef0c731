"""The row of a cable in the table ``cables``."""

from __future__ import annotations

import json

from cableconv.cable import Cable
from cableconv.rendering.dates import year_of

from cableconv_sqlite.values import Row, Value, lines


def cable_row(cable: Cable, with_tree: bool) -> Row:
    """Return the columns of ``cables`` after the key, in the table's order."""
    return (*_head(cable), *_text(cable), *_rules(cable), *_handling(cable), *_source(cable),
            json.dumps(cable.to_dict(), ensure_ascii=False) if with_tree else None)  # fmt: skip


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
