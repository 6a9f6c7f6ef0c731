"""Single lines that lost a break: a class line inside one, and addressees one behind the other.

A telegram all of whose breaks are lost is ``lost_line_breaks``' matter.  Format lines hold 69
characters (ACP 127 para 138f), so only long lines are looked at; what is left glued behind the
class line's number is the first line of the preface.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from cableconv.diagnostics.body import LINE_BREAK_LOST
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.facts import NUMBER
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.paragraph_marks import read_paragraph_mark
from cableconv.patterns import pattern

_FARTHEST = 160
_SHORTEST = 20
_OF_LEVELS = (" N F ", " E C ", " N C ", "UNCLAS", "CONFIDENTIAL", "SECRET")
_SPACED = r"(?:C O N F I D E N T I A L|S E C R E T|U N C L A S)\b"
_CLASS_LINE = pattern(
    rf"(?:(?<=[^A-Z]) *|(?<=\S) +)(?={_SPACED})"
    r"|(?:\s|(?<=\",\"))(?=(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET) "
    r"(?:SECTION \d+ OF \d+ )?[A-Z][A-Z ]{2,20} \d{6}\b)"
)
_AFTER = pattern(r'[",]{2,}$')
_BEFORE = pattern(r"[\"',.;:*>\s]+$")
# a routing indicator and a slash begin an addressee, be there a blank before them or not
_ADDRESSEE = pattern(
    r"(?:(?<=\d)\s*|(?<=WASHDC)\s*|(?<=PRIORITY)\s*|(?<=IMMEDIATE)\s*|(?<=[\w)/])\s+)"
    r"(?=(?:(?:INFO|TO) ?)?R[UH][A-Z]{2,6}/[A-Z])"
)
_LISTED = pattern(r"(?:TO\s|INFO\s|XMT\s|R[UH][A-Z]{2,6}\s?/)")
_LABEL_ALONE = pattern(r"(?:TO|INFO|XMT)$")


def part_glued_lines(lines: Lines, account: Account) -> Lines:
    """The lines above paragraph 1, cut before a class line and before each addressee."""
    parted: Lines = []
    for index, line in enumerate(lines):
        if index >= _FARTHEST or (parted and line.facts & NUMBER and _is_paragraph(line.text)):
            return [*parted, *lines[index:]]
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        parted += _parts(line, below, account)
    return parted


def _is_paragraph(text: str) -> bool:
    mark = read_paragraph_mark(text)
    return mark is not None and (mark.pilcrow or bool(mark.marking))


def _parts(line: Line, next_text: str, account: Account) -> Iterator[Line]:
    """The line in pieces; a class line's number may stand in the next line."""
    text = line.text
    may_hold_level = len(text) >= _SHORTEST and any(part in text for part in _OF_LEVELS)
    found = _CLASS_LINE.search(text) if may_hold_level else None
    if found and (found.end() == 0 or read_class_line(text)):
        found = None
    if found is None:
        yield from _addressees(line, account)
        return
    below = line.tail(found.end())
    if not (read_class_line(below.text) or read_class_line(f"{below.text} {next_text}")):
        yield line
        return
    above = line.head(found.end())
    if _BEFORE.match(above.text):
        account.mark_furniture("separator", [above])
        yield replace(below, gap=line.gap, cut=line.cut)
        return
    account.report(LINE_BREAK_LOST, below)
    if (end := _AFTER.search(above.text)) and end.start():
        account.mark_furniture("separator", [above.tail(end.start())])
        above = above.head(end.start())
    yield from _addressees(above, account)
    yield below


def _addressees(line: Line, account: Account) -> Iterator[Line]:
    text = line.text
    if text.count("/") < 2 or not _LISTED.match(text):
        yield line
        return
    cuts = [cut.end() for cut in _ADDRESSEE.finditer(text) if cut.end()]
    cuts = [cut for cut in cuts if not _LABEL_ALONE.match(text[:cut].strip())]
    if not cuts:
        yield line
        return
    account.report(LINE_BREAK_LOST, line)
    for start, end in pairwise([0, *cuts, len(text)]):
        yield line.piece(start, end)
