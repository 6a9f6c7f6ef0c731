"""JSON whose rows have no names of their own: lists below a list of names, or a list per column.

Data frames are written so (pandas' orients ``split``, ``values`` with the names above, ``columns``
and ``list``).  Rows in lists are read one at a time; columns must be held whole, so that a file of
columns may have no more than a row (``record.LONGEST``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TextIO

from cableconv.errors import NoCableError
from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.columns import ROLES, TEXT, columns_of, is_usual
from cableconv.readers.records.json_objects import scanned
from cableconv.readers.records.json_values import cells
from cableconv.readers.records.record import Record, Row, Value
from cableconv.readers.records.texts import looks_like_a_cable

_STRING = r'"(?:[^"\\]++|\\.)*+"'
_NAMES = rf"\[\s*+{_STRING}(?:\s*+,\s*+{_STRING})*+\s*+\]"
_SPLIT = pattern(rf'\s*+\{{\s*+"columns"\s*+:\s*+(?P<names>{_NAMES})\s*+,')
_VALUES = pattern(rf"\s*+\[\s*+(?P<names>{_NAMES})\s*+,\s*+\[")
_COLUMN = pattern(rf"(?:\s*+\{{|,)\s*+(?P<name>{_STRING})\s*+:\s*+(?=[\[{{])")
_DEPTHS = {"split": 3, "values": 2}
_FEWEST = 2
_COMPARED = 3  # columns of the head
_MOST = 2**31
"""Characters that may be searched, as each row of a file of columns is the whole file."""


def opens(head: str) -> bool:
    """Whether one of its names is usual for the text, or one of its columns holds one."""
    names = _names(head)
    return TEXT in columns_of(names, {}) if names else _has_columns(head)


def may_open(head: str) -> bool:
    """Whether names precede lists, or there are several columns of one length."""
    return bool(_names(head)) or _has_columns(head)


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """Yield the lists that are rows; for columns, the whole file once per position in them.

    Raises:
        NoCableError: the columns are too long for memory.
    """
    form = _form(head)
    if form:
        found = scanned(stream, _DEPTHS[form], "[")
        yield from islice(found, 1, None) if form == "values" else found
        return
    text = stream.read(record.LONGEST + 1)
    size = max(map(len, _columns(text).values()), default=0)
    if len(text) > record.LONGEST or len(text) * size > _MOST:
        raise NoCableError(
            "JSON that is written a column at a time, and too big to be read so",
            hint="write it row by row: orient='records', lines=True in pandas.",
        )
    for number in range(1, size + 1):
        yield Row(number, 1, text)


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Yield each row's values by the names above them, or by its position in the columns."""
    names = _names(head)
    columns: Mapping[str, list[Value | None]] | None = None
    for number, row in enumerate(rows, 1):
        if names:
            found = dict(zip(names, cells(row.text)[0], strict=False))
        else:
            columns = _columns(row.text) if columns is None else columns
            found = {name: held[row.number - 1] for name, held in columns.items()
                     if len(held) >= row.number}  # fmt: skip
        values = {name: value for name, value in found.items() if value}
        yield Record(row._replace(number=number), values)


def _form(head: str) -> str:
    return "split" if _SPLIT.match(head) else "values" if _VALUES.match(head) else ""


def _names(head: str) -> tuple[str, ...]:
    """Return the names above the rows; empty for lists without any."""
    found = _SPLIT.match(head) or _VALUES.match(head)
    if found is None:
        return ()
    names = found["names"]
    plain = tuple(record.plain(names, cell) for cell in cells(names)[0] if cell)
    is_table = found.re is _SPLIT or any(is_usual(role, name) for name in plain for role in ROLES)
    return plain if is_table else ()


def _has_columns(head: str) -> bool:
    """Whether the first members are columns: lists or objects of one size, named so."""
    if _names(head):
        return False
    columns = dict(islice(_columns(head).items(), _COMPARED))
    whole = list(columns.values())[:-1]  # the head may end within the last one
    is_one_size = len({len(held) for held in whole}) == 1
    if len(columns) < _FEWEST or not is_one_size:
        return False
    named = columns_of(tuple(columns), {})
    return bool(named) and (TEXT not in named or _are_texts(head, columns[named[TEXT]]))


def _are_texts(head: str, held: list[Value | None]) -> bool:
    """Whether a column holds a text in each position, instead of one text's lines."""
    first = next(filter(None, held), None)
    return first is not None and looks_like_a_cable(record.plain(head, first))


def _columns(text: str) -> dict[str, list[Value | None]]:
    """Return the values of each column, in order; empty if a member is not a column."""
    found: dict[str, list[Value | None]] = {}
    at = 0
    while member := _COLUMN.match(text, at):
        found[member["name"][1:-1]], at = cells(text, member.end())
    is_cut = at >= len(text)
    return found if is_cut or text[at:].lstrip()[:1] == "}" else {}
