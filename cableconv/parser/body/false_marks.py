"""Pilcrows that a page put before a number which only happened to begin a line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cableconv.parser.body.numbering import Numbered
from cableconv.parser.body.shapes import ends_sentence
from cableconv.parser.ledger import Ledger
from cableconv.parser.lines import Line

_PILCROW = re.compile(r"¶\s*(?=\d)")
_SCAR = re.compile(r"1(?=\d{1,4}\.(?:\s|$))")


def drop_false_marks(
    lines: list[Line], numbered: Mapping[int, Numbered], ledger: Ledger
) -> list[Line]:
    """The lines without false marks; each is reported and kept as furniture."""
    scarred = any(entry.repaired for entry in numbered.values())
    kept = []
    for index, line in enumerate(lines):
        first = line.text[0]
        found = None
        if index not in numbered:
            if first == "¶":
                found = _PILCROW.match(line.text)
            elif first == "1" and scarred and index and _goes_on(lines[index - 1], line):
                found = _SCAR.match(line.text)
        if found:
            ledger.doubt("false-paragraph-mark", line, printed=line.text.split()[0])
            ledger.furnish("false-mark", [Line(line.start, found[0].strip())])
            rest = line.tail(found.end())
            rest.gap, rest.cut = line.gap, line.cut
            line = rest
        kept.append(line)
    return kept


def _goes_on(before: Line, line: Line) -> bool:
    return line.gap == 0 and not ends_sentence(before.text)
