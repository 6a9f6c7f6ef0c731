"""The type that readers pass to the parser: a telegram's text and its position in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from cableconv.cable import Cable, Diagnostic, Furniture, Source

NOTICE = "notice"
"""The kind of a surrounding piece that is a notice about the cable, such as a release stamp."""


class Anchor(NamedTuple):
    """Maps the text from offset ``text`` on to the file from offset ``file`` on."""

    text: int
    file: int


class PageStart(NamedTuple):
    """States that the text from offset ``text`` on is on page ``number``."""

    text: int
    number: int


class Position(NamedTuple):
    """A position in a file as an editor shows it: line and column, from 1."""

    line: int
    column: int


class Telegram(msgspec.Struct, frozen=True, kw_only=True):
    """One telegram, without its container's markup.

    ``anchors`` are ordered and map offsets of ``text`` to offsets of ``file_text``, the
    decoded file; the default is a single anchor for an unchanged text.  If ``file_text`` is only
    a part of a file too big for memory, it begins at ``first_line`` and ``first_column``.
    ``surroundings`` are whole lines of ``text`` that belong to the container (page banners, stamps,
    a form), in order and with their spans: furniture, or notices (``NOTICE``).
    ``pages`` are ordered and say where each page begins, if the container has pages.
    ``diagnostics`` are the reader's repairs and doubts.
    ``container`` names the container in the message of a refusal (``a mailbox``).
    ``is_plain`` says that the text is a file's own, which may hold several telegrams, one below the
    other; they are then read as several cables.
    ``complete`` is for a container whose own markup holds fields of the cable: a function that
    takes the tree parsed from the text and returns it with those fields.
    """

    text: str
    source: Source = Source()
    file_text: str | None = None
    anchors: tuple[Anchor, ...] = (Anchor(0, 0),)
    first_line: int = 1
    first_column: int = 1
    surroundings: tuple[Furniture, ...] = ()
    pages: tuple[PageStart, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    container: str | None = None
    is_plain: bool = False
    complete: Callable[[Cable], Cable] | None = None

    def file_offset(self, offset: int) -> int:
        """Return the file offset of the character at ``offset`` of the text."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor.text) - 1
        anchor = self.anchors[max(index, 0)]
        return anchor.file + offset - anchor.text

    def page(self, offset: int) -> int | None:
        """Return the container's page of the character at ``offset``; None without pages."""
        index = bisect_right(self.pages, offset, key=lambda page: page.text) - 1
        return self.pages[index].number if index >= 0 else None

    def position(self, offset: int) -> Position:
        """Return the line and column in the file of the character at ``offset`` of the text."""
        return Positions(self).of(offset)


class Positions:
    """Converts offsets to positions in a telegram's file, in one pass if they are in order."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._content = telegram.text if telegram.file_text is None else telegram.file_text
        self._at = 0
        self._line = telegram.first_line
        self._line_end = -1  # of the previous line

    def of(self, offset: int) -> Position:
        """Return the line and column in the file of the character at ``offset`` of the text."""
        at = min(self._telegram.file_offset(offset), len(self._content))
        if at < self._at:
            return Positions(self._telegram).of(offset)
        self._line += self._content.count("\n", self._at, at)
        self._line_end = max(self._line_end, self._content.rfind("\n", self._at, at))
        self._at = at
        column = at - self._line_end
        first = self._telegram.first_column if self._line == self._telegram.first_line else 1
        return Position(self._line, column + first - 1)
