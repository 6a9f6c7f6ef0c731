"""Finds the starts of a header's lines inside a line, in the order of the format."""

from __future__ import annotations

import re

from cableconv.parser.cleanup.line_breaks.header_signs import (
    LEVEL_SIGN,
    SIGN,
    may_hold_level,
    may_hold_lines,
)
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.facts import CLASS_LINE
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern
from cableconv.vocabulary import stations

_OPENING = frozenset(("channel", "routing", "prepared", "security", "dated"))
_LISTED = frozenset(("route", "relayed", "name", "agency", "closed", "exempted", "info"))
_LABEL_ALONE = pattern(r"(?:TO|INFO|XMT|FM)[\s:]*$")
_ADDRESSED = pattern(
    r"TO\s*(?:R[UH][A-Z]{2,6}\s?/|AM(?:EMBASSY|CONSUL)|SEC(?:STATE|DEF)|USMISSION)"
)
_SECTION = r"SECTION \d+ OF \d+ "
_STATION = r"[A-Z][A-Z ]{2,20}"
_NUMBER = rf"(?:{_SECTION})?{_STATION}"
# a shorter number needs a section, or the notice of a partial extract before the level
_NUMBERED = pattern(
    rf"[A-Z ]+ (?:{_NUMBER} \d{{6}}|{_SECTION}{_STATION} \d{{3,5}})\b"
    rf"|(?<=available\.)[A-Z ]+ {_NUMBER} \d{{3,5}}\b"
)
_DIGIT = pattern(r"\d")
_NUMBER_ALONE = pattern(rf"{_NUMBER} \d{{4,8}}$")
_ROUTING = pattern(r"(?:(?:ZZ|OO|PP|RR|YY) )?R[UH][A-Z]+(?: R[A-Z]+)*$")
_INITIALS = frozenset("ZOPRY")
_END = "BT"  # format line 11, glued to the last addressee above the class line
_ROUTE = pattern(r"(?<![A-Z])R[UH][A-Z]{2,6}\s?$")  # its slash was lost, and it is the name's
_LONGEST_ROUTE = 10  # characters
_GLUED_ROUTE = pattern(r"(?<=[A-Z]{4})(?=R[UH][A-Z]{2,6}(?![A-Z]))")


_LONGEST = 200  # characters: a class line with its caveats and section, and a gap, have fewer


class HeaderWalk:
    """Walks down a header line by line; ``below`` is set after the class line."""

    def __init__(self) -> None:
        self._whole: list[str] = []
        self._opened = False
        self._origin = False
        self._listing = False
        self.below = False

    @property
    def has_origin(self) -> bool:
        """Whether the line FM was above."""
        return self._origin

    def cuts(self, line: Line, next_text: str) -> list[int]:
        """Return the starts of lines in a line; a class line's number may be in ``next_text``."""
        text = line.text
        if line.facts & CLASS_LINE and (found := read_class_line(text)):
            self.below = self.below or found.serial is not None
            return []
        if not (may_hold_level if self.below else may_hold_lines)(text):
            self._whole.append(text)
            return []
        self._catch_up()
        cuts: list[int] = []
        position = 0
        signs = LEVEL_SIGN if self.below else SIGN
        for sign in signs.finditer(text):
            start = self._begins(sign, text, position, next_text)
            if start is None:
                continue
            if start and not _LABEL_ALONE.match(text, position, start):
                cuts.append(start)
                position = start
            if self.below:
                break
        is_above = bool(next_text) and read_class_line(next_text) is not None
        if is_above and text.endswith(_END) and text[-3:-2].isalpha():
            cuts.append(len(text) - len(_END))
        return cuts

    def _catch_up(self) -> None:
        """Read skipped lines, which have no sign but their own; most headers never need it."""
        for text in self._whole:
            routed = self._listing and "/" in text
            if not routed and (sign := SIGN.match(text)) is not None:
                self._begins(sign, text, 0, "")
        self._whole.clear()

    def _begins(self, sign: re.Match[str], text: str, position: int, next_text: str) -> int | None:
        """Return the start of the line that the sign introduces; None if it is an ordinary word."""
        kind, start = str(sign.lastgroup), sign.start()
        if kind in ("spaced", "plain"):
            return self._take_class_line(kind, text, start, next_text)
        if self.below:
            return None
        if kind == "end" and not LEVEL_SIGN.match(text, sign.end() + _blanks(text, sign.end())):
            return None
        if kind in _OPENING:
            self._origin = self._origin and not self._listing  # another transmission's header
            self._opened, self._listing = True, False
            return start
        if kind == "origin":
            return self._take_origin(start)
        if kind == "action":
            return self._take_action(sign, text, position)
        if kind == "name" and _ROUTE.search(text, max(start - _LONGEST_ROUTE, position), start):
            return None
        if kind in _LISTED:
            end = sign.end() if kind == "closed" else start
            return end + _blanks(text, end) if self._listing else None
        if kind == "aside":
            return start
        return start if self._origin else None

    def _take_origin(self, start: int) -> int | None:
        if self._origin or not self._opened:
            return None if start else 0
        self._origin = True
        return start

    def _take_action(self, sign: re.Match[str], text: str, position: int) -> int | None:
        start = sign.start()
        if not self._origin or self._listing:
            return None
        if start and not text[start - 1].isspace() and not _ADDRESSED.match(text, start):
            post = stations.canonical(text[position:start].removeprefix("FM "))
            if post not in stations.known():
                return None
        self._listing = True
        return start

    def _take_class_line(self, kind: str, text: str, start: int, next_text: str) -> int | None:
        if kind == "plain" and not self._origin and not _is_numbered(text, start):
            return None
        line = text[start : start + _LONGEST]
        found = read_class_line(line)
        if found is None and _NUMBER_ALONE.match(next_text):
            found = read_class_line(f"{line} {next_text}")
        stands_behind = text[start - 1].isdecimal() or text[: min(start, _LONGEST)].rstrip() == _END
        if found is None or (kind == "plain" and not found.serial and not stands_behind):
            return None
        self.below = self.below or self._origin or found.serial is not None
        return start


def _is_numbered(text: str, start: int) -> bool:
    """Whether a level is followed by a station and a serial, as in a class line."""
    end = start + _LONGEST
    return bool(_DIGIT.search(text, start, end) and _NUMBERED.match(text, start, end))


def routing_cuts(text: str) -> list[int]:
    """Return the starts of routing indicators that are joined to the previous one."""
    if "/" in text or text[0] not in _INITIALS or not _ROUTING.match(text):
        return []
    return [found.start() for found in _GLUED_ROUTE.finditer(text)]


def _blanks(text: str, position: int) -> int:
    rest = text[position : position + _LONGEST]
    return len(rest) - len(rest.lstrip())
