"""Headers repeated in the text, at the beginning of a new section or page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from cableconv.diagnostics.telegram import HEADER_CONFLICT, HEADER_REPEATED
from cableconv.parser.account.account import Account
from cableconv.parser.heading.format_lines import TransmissionDraft
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.class_line import ClassLine, read_class_line
from cableconv.parser.lexer.facts import CLASS_LINE, HEADER
from cableconv.parser.lexer.header_start import begins_header
from cableconv.parser.lexer.limits import LONGEST_HEADER
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.vocabulary import stations
from cableconv.vocabulary.notices import is_notice

_BEGINNINGS = CLASS_LINE | HEADER
_FEED_COUNT = pattern(r"\d{1,3}$")
_FEWEST_LETTERS = 8
"""Letters and figures that show a known line, if its stops and commas are not the same."""


class RepeatedHeaders:
    """Removes repeated headers from a body; their format lines 1 to 5 are transmissions."""

    def __init__(self, header: Sequence[Line], classed: ClassLine | None, account: Account) -> None:
        self._header = header
        self._classed = classed
        self._account = account
        self.transmissions: list[TransmissionDraft] = []

    @cached_property
    def _known(self) -> str:
        """The telegram's own header; most telegrams never need it."""
        return "".join(_squeezed(line.text) for line in self._header)

    @cached_property
    def _known_letters(self) -> str:
        return _letters(self._known)

    def take(self, lines: Lines) -> Lines:
        """Return the lines without headers; a line after one is marked ``cut``."""
        if not any(_may_begin(line) for line in lines if line.facts & _BEGINNINGS):
            return lines
        lines = list(lines)
        kept: list[Line] = []
        index = 0
        while index < len(lines):
            line = lines[index]
            begins = line.facts & _BEGINNINGS and _may_begin(line)
            end = self._end(lines, index) if begins else index
            if end == index:
                kept.append(line)
                index += 1
                continue
            if kept and _FEED_COUNT.match(kept[-1].text) and kept[-1].cut:
                self._account.mark_furniture("repeated-header", [kept.pop()])
            self._mark_furniture(lines[index:end])
            index = end
            if index < len(lines):
                lines[index] = lines[index].with_cut("repeated-header")
        return kept

    def _end(self, lines: Sequence[Line], index: int) -> int:
        """Return the end of the header that begins at ``index``; ``index`` if none does."""
        classed_at = self._class_line(lines, index)
        if classed_at is None:
            self._report_conflict(lines[index])
            return index
        end = classed_at + 1
        while end < len(lines) and self._stands_in_header(lines[end].text):
            end += 1
        return end

    def _stands_in_header(self, text: str) -> bool:
        """A caption, a notice of this section alone (a corrected copy), or a line known already."""
        if captions_of(text) or is_notice(text) or _squeezed(text) in self._known:
            return True
        letters = _letters(text.upper())
        return len(letters) >= _FEWEST_LETTERS and letters in self._known_letters

    def _class_line(self, lines: Sequence[Line], index: int) -> int | None:
        """Return the position of the class line of a header that begins here."""
        if self._is_class_line(lines[index].text):
            return index
        if not begins_header(lines[index].text):
            return None
        for at in range(index + 1, min(index + LONGEST_HEADER, len(lines))):
            if lines[at].paragraph_mark:
                return None
            if self._is_class_line(lines[at].text):
                return at
        return None

    def _is_class_line(self, text: str) -> bool:
        found = read_class_line(text)
        if found is None or found.serial is None or found.station is None:
            return False
        classed = self._classed
        if classed is None or classed.station is None or classed.serial is None:
            return found.section is not None
        same_post = stations.canonical(found.station) == stations.canonical(classed.station)
        return same_post and int(found.serial) == int(classed.serial)

    def _report_conflict(self, line: Line) -> None:
        """Report the class line of another cable: two cables in one text, or a wrong header."""
        found, classed = read_class_line(line.text), self._classed
        if found and found.serial and found.station and classed and classed.serial:
            printed, kept = f"{found.station} {found.serial}", f"{classed.station} {classed.serial}"
            place = "a second class line"
            self._account.report(HEADER_CONFLICT, line, place=place, printed=printed, kept=kept)

    def _mark_furniture(self, lines: Sequence[Line]) -> None:
        self._account.report(HEADER_REPEATED, lines[0])
        draft = TransmissionDraft()
        for line in lines:
            if not draft.take(line):
                self._account.mark_furniture("repeated-header", [line])
        if draft.lines:
            self.transmissions.append(draft)


def _may_begin(line: Line) -> bool:
    return begins_header(line.text) or read_class_line(line.text) is not None


def _squeezed(text: str) -> str:
    return "".join(text.split()).upper()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
