"""The values of one row of SQL: quoted and bare ones, and the fields that COPY has between tabs."""

from __future__ import annotations

import re

from cableconv.patterns import pattern
from cableconv.readers.records.record import BARE, PIECE, Escapes, Row, Value

_ITEM = pattern(
    r"""\s*+(?P<item>(?:'(?:[^'\\]++|''|\\.)*+(?:'|\Z)|"(?:[^"\\]++|\\.)*+"|[^'"(),]++
    |\((?:'(?:[^'\\]++|''|\\.)*+'|[^'()]++|\((?:'(?:[^'\\]++|''|\\.)*+'|[^'()]++)*+\))*+\))*+)""",
    re.VERBOSE | re.DOTALL,
)
_ITEM_STANDARD = pattern(
    r"""\s*+(?P<item>(?:'(?:[^']++|'')*+(?:'|\Z)|"[^"]*+"|[^'"(),]++
    |\((?:'(?:[^']++|'')*+'|[^'()]++|\((?:'(?:[^']++|'')*+'|[^'()]++)*+\))*+\))*+)""",
    re.VERBOSE | re.DOTALL,
)
_TEXT = pattern(
    r"""(?P<how>[\w(\s]*+)(?:'(?P<single>(?:[^'\\]++|''|\\.)*+)(?:'|\Z)|"(?P<double>(?:[^"\\]++|\\.)*+)")""",
    re.DOTALL,
)
_TEXT_STANDARD = pattern(
    r"""(?P<how>[\w(\s]*+)(?:'(?P<single>(?:[^']++|'')*+)(?:'|\Z)|"(?P<double>[^"]*+)")""",
    re.DOTALL,
)


def _meaning(escape: str) -> str | None:
    return {r"\n": "\n", r"\r": "\r", r"\t": "\t", r"\0": "", "\0": ""}.get(escape)


_DOUBLED = Escapes(pattern(r"''|\x00"), lambda escape: "" if escape == "\0" else None)
_BEHIND_BACKSLASH = Escapes(pattern(r"''|\\.|\x00", re.DOTALL), _meaning)
_REPLACED = Escapes(pattern(r"''|\\[nr]|\x00"), _meaning)


def copied_values(row: Row) -> list[Value | None]:
    """The fields between tabs; ``\\N`` is none."""
    text, found, start = row.text.rstrip("\r\n"), list[Value | None](), 0
    for field in text.split("\t"):
        value = Value(start, start + len(field), BARE)
        found.append(None if field == r"\N" else value)
        start += len(field) + 1
    return found


def inserted_values(row: Row, backslash: bool) -> list[Value | None]:
    """The values between the brackets; ``NULL`` is none."""
    text, found, at = row.text, list[Value | None](), 1
    item_form = (
        _ITEM if backslash or " E'" in text[:PIECE] or ",E'" in text[:PIECE] else _ITEM_STANDARD
    )
    while at < len(text) and (item := item_form.match(text, at)):
        found.append(_item(text, *item.span("item"), item_form is _ITEM))
        if text[item.end() : item.end() + 1] != ",":
            break
        at = item.end() + 1
    return found


def _item(text: str, start: int, end: int, backslash: bool) -> Value | None:
    form = _TEXT if backslash else _TEXT_STANDARD
    quoted = form.match(text, start, end)
    if quoted is None:
        bare = text[start:end].strip()
        return None if bare.upper() == "NULL" else Value(start, start + len(bare), _DOUBLED)
    where = quoted.span("single" if quoted["single"] is not None else "double")
    if "replace(" in quoted["how"].lower():
        return Value(*where, _REPLACED)
    escaped = backslash and quoted["how"].strip().upper() != "N"
    return Value(*where, _BEHIND_BACKSLASH if escaped else _DOUBLED)
