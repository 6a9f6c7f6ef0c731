"""The form of a table's fields, and whether one in quotes goes on below a line."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Form(NamedTuple):
    """The separator of a table's fields, whether a backslash escapes, and their quote."""

    separator: str
    backslash: bool
    quote: str = '"'


def is_open_after(piece: str, form: Form, is_open: bool, at_start: bool) -> bool:
    """Whether a quoted field continues after the piece."""
    quotes = _quotes(form)
    at = 0
    if at_start and (first := quotes.first.match(piece)):
        at, is_open = first.end(), True
    while found := (quotes.last.match if is_open else quotes.next.search)(piece, at):
        at, is_open = found.end(), not is_open
    return is_open


class _Quotes(NamedTuple):
    """The patterns for the start of a quoted field, by position, and for its content."""

    first: re.Pattern[str]
    next: re.Pattern[str]
    last: re.Pattern[str]


@cache
def _quotes(form: Form) -> _Quotes:
    mark, quote = re.escape(form.separator), form.quote
    ends = rf"[ ]*(?:{mark}|[\r\n]|\Z)"
    escaped, plain = (r"|\\.", rf"{quote}\\") if form.backslash else ("", quote)
    last = rf"(?:[^{plain}]++|{quote}{quote}|{quote}(?!{ends}){escaped})*+{quote}"
    return _Quotes(
        re.compile(f"[ ]*+{quote}"),
        re.compile(f"{mark}[ ]*+{quote}"),
        re.compile(last, re.DOTALL),
    )
