"""Joins the lines of a header and preface that an editor filled, as mail programs do.

Each line then ends where the next word had no room, and the format's lines begin anywhere.
The format gives each its own line (ACP 127 para 142), of any length: no header's lines are full.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.facts import ANYTHING, CLASS_LINE, HEADER
from cableconv.parser.lexer.limits import FARTHEST_CLASS_LINE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.marked_paragraph import begins_marked_paragraph

_ABOVE = 12  # lines that a page may have above the header
# the Department's list of offices, and passing lines (DEPT FOR), are filled, too
_OFFICES = ("ACTION", "INFO", "ORIGIN", "DEP")
_SHORTEST = 40  # characters: no editor fills shorter lines
_FEWEST = 3  # lines that show it


def join_filled(lines: Lines, account: Account) -> Lines:
    """Return the lines, each filled block as one line, which is cut like any joined one."""
    start = next(
        (
            at
            for at, line in enumerate(lines[:_ABOVE])
            if len(line.text) >= _SHORTEST
            and line.facts & (HEADER | CLASS_LINE)
            and _is_filled_from(lines, at)
        ),
        None,
    )
    if start is None:
        return lines
    joined = lines[:start]
    for block in _blocks(lines[start : start + FARTHEST_CLASS_LINE]):
        if begins_marked_paragraph(block[0]):
            break
        whole = _joined(block, account) if len(block) > 1 and _are_full(block) else None
        joined += [whole] if whole else block
        start += len(block)
    return [*joined, *lines[start:]]


def _is_filled_from(lines: Lines, start: int) -> bool:
    """Whether a block begins there, and all its lines are full."""
    if (start and not lines[start].gap) or lines[start].text.startswith(_OFFICES):
        return False
    first = lines[start : start + _FEWEST]
    if len(first) < _FEWEST or any(below.gap for below in first[1:]) or not _are_full(first):
        return False
    return _are_full(next(_blocks(lines[start : start + FARTHEST_CLASS_LINE])))


def _are_full(lines: Lines) -> bool:
    """Whether none but the last had room for the first word of the next."""
    width = max(len(line.text) for line in lines)
    return all(
        len(line.text) + 1 + len(below.text.partition(" ")[0]) > width
        for line, below in pairwise(lines)
    )


def _blocks(lines: Lines) -> Iterator[Lines]:
    """Yield the lines between empty ones; a marked paragraph begins a block, too."""
    start = 0
    for at, line in enumerate(lines):
        if at > start and (line.gap or begins_marked_paragraph(line)):
            yield lines[start:at]
            start = at
    yield lines[start:]


def _joined(lines: Lines, account: Account) -> Line | None:
    """Return the lines as one, with as many spaces as lie between them; None if there is more."""
    if any(account.text[line.end : below.start].strip() for line, below in pairwise(lines)):
        return None
    text = "".join(line.text + " " * (below.start - line.end) for line, below in pairwise(lines))
    return replace(lines[0], text=text + lines[-1].text, facts=ANYTHING, mark=None)
