"""JSON whose rows have no names of their own: lists below a list of names, or a list per column.

Data frames are written so (pandas' orients ``split``, ``values`` with the names above, ``columns``
and ``list``).  Lists without names above, in a list or one per line, are named by numbers.  Rows in
lists are read one at a time; columns must be held whole, so that a file of columns may have no
more than a row (``record.LONGEST``).
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
_LISTS = pattern(r"\s*+\[\s*+(?=\[)")
_LINES = pattern(r"\s*+(?=\[)")
_DEPTHS = {"split": 3, "values": 2, "lists": 2, "lines": 1}
_FEWEST = 2
_COMPARED = 3  # columns of the head
_MOST = 2**31
"""Characters that may be searched, as each row of a file of columns is the whole file."""


def opens(head: str) -> bool:
    """Whether one of its names is usual for the text, or one of its columns holds one."""
    names = _names(head)
    if names:
        return TEXT in columns_of(names, {}) or _is_above_texts(head)
    return bool(_form(head)) or _has_columns(head)


def may_open(head: str) -> bool:
    """Whether names precede lists, or there are several columns of one length."""
    return bool(_names(head) or _form(head)) or _has_columns(head)


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
    names, form = _names(head), _form(head)
    columns: Mapping[str, list[Value | None]] | None = None
    for number, row in enumerate(rows, 1):
        if form:
            listed = cells(row.text)[0]
            found = dict(zip(names or map(str, range(1, len(listed) + 1)), listed, strict=False))
        else:
            columns = _columns(row.text) if columns is None else columns
            found = {name: held[row.number - 1] for name, held in columns.items()
                     if len(held) >= row.number}  # fmt: skip
        values = {name: value for name, value in found.items() if value}
        yield Record(row._replace(number=number), values)


def _form(head: str) -> str:
    if _names(head):
        return "split" if _SPLIT.match(head) else "values"
    if lists := _LISTS.match(head):
        return "lists" if _holds_a_text(head, lists.end()) else ""
    first = _LINES.match(head)
    is_row = first is not None and _holds_a_text(head, first.end(), least=_FEWEST)
    return "lines" if is_row else ""


def _names(head: str) -> tuple[str, ...]:
    """Return the names above the rows; empty for lists without any."""
    split, values = _SPLIT.match(head), _VALUES.match(head)
    found = split or values
    if found is None:
        return ()
    names = found["names"]
    plain = tuple(record.plain(names, cell) for cell in cells(names)[0] if cell)
    if split:
        return plain
    is_table = any(is_usual(role, name) for name in plain for role in ROLES)
    is_row = any(map(looks_like_a_cable, plain))
    return plain if not is_row and (is_table or _is_above_texts(head)) else ()


def _is_above_texts(head: str) -> bool:
    """Whether the first list is above one of the same length with the text of a cable."""
    found = _VALUES.match(head)
    if found is None:
        return False
    below, names = cells(head, found.end() - 1)[0], cells(found["names"])[0]
    return len(below) == len(names) and _holds_a_text(head, found.end() - 1)


def _holds_a_text(head: str, at: int, least: int = 1) -> bool:
    """Whether the list that begins there has enough values, and one is the text of a cable."""
    held = cells(head, at)[0]
    texts = (record.plain(head, cell) for cell in held if cell)
    return len(held) >= least and any(map(looks_like_a_cable, texts))


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
