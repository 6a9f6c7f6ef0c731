"""Queries that select cables: ``tag:PREL post:OSLO date:2008-01..2008-06 text:"sea ice"``.

    query = parse_query("tag:PREL level>=confidential")
    chosen = [cable for cable in cables if query.matches(cable)]

The language is described in docs/query.md.
"""

from cableconv.query.fields import FIELDS
from cableconv.query.hits import Hit
from cableconv.query.query import Query, parse_query

__all__ = ["FIELDS", "Hit", "Query", "parse_query"]
