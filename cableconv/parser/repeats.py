"""Headers that stand again in the text, where a new section or page began."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.classline import ClassLine, read_class_line
from cableconv.parser.ledger import Ledger
from cableconv.parser.lines import Line
from cableconv.parser.preface.captions import captions_of
from cableconv.vocabulary import stations


def take_repeated_headers(
    lines: Sequence[Line], header: Sequence[Line], classed: ClassLine | None, ledger: Ledger
) -> list[Line]:
    """The body without class lines (and what stood below them in the header) that come again."""
    known = {_squeezed(line.text) for line in header}
    kept: list[Line] = []
    index = 0
    while index < len(lines):
        length = _repeat_length(lines, index, known, classed)
        if length:
            ledger.furnish("repeated-header", lines[index : index + length])
            ledger.doubt("header-repeated", lines[index])
            index += length
            if index < len(lines):
                lines[index].cut = lines[index].cut or "repeated-header"
        else:
            kept.append(lines[index])
            index += 1
    return kept


def _squeezed(text: str) -> str:
    return "".join(text.split()).upper()


def _repeat_length(
    lines: Sequence[Line], index: int, known: set[str], classed: ClassLine | None
) -> int:
    found = read_class_line(lines[index].text)
    if found is None or found.serial is None or not _same(found, classed):
        return 0
    end = index + 1
    while end < len(lines) and (
        captions_of(lines[end].text) or _squeezed(lines[end].text) in known
    ):
        end += 1
    return end - index


def _same(found: ClassLine, classed: ClassLine | None) -> bool:
    if classed is None or classed.station is None or classed.serial is None:
        return found.section is not None
    return stations.canonical(found.station or "") == stations.canonical(classed.station) and int(
        found.serial or 0
    ) == int(classed.serial)
