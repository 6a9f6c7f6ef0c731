"""What a reader hands to the parser: a telegram's text, and where it stood in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from cableconv.cable import Cable, Diagnostic, Furniture, Source

NOTICE = "notice"
"""The kind of a surrounding piece that is a notice of the cable: a release stamp, say."""


class Anchor(NamedTuple):
    """From ``text`` (offset in the telegram's text) on, characters stand at ``file`` and after."""

    text: int
    file: int


class PageStart(NamedTuple):
    """From ``text`` (offset in the telegram's text) on, characters stand on page ``number``."""

    text: int
    number: int


class Position(NamedTuple):
    """A place in a file as an editor shows it, both counted from 1."""

    line: int
    column: int


class Telegram(msgspec.Struct, frozen=True, kw_only=True):
    """One telegram, free of its container's markup.

    ``anchors`` are ordered and map offsets of ``text`` to offsets of ``file_text``, the
    decoded file; where a reader changed nothing, the one default anchor says so.  Where
    ``file_text`` is a stretch of a file too big to hold, ``first_line`` and ``first_column`` are
    where it begins.
    ``surroundings`` are whole lines of ``text`` that are the container's (page banners, stamps,
    a form), in order and each with its span: furniture, or of the kind ``NOTICE``.
    ``pages`` are ordered and say where each page of a container that has pages begins.
    ``diagnostics`` are what the reader repaired or doubted.
    ``container`` is what the text lay in, for the words of a refusal (``a mailbox``).
    ``complete`` is for a container that has fields of the cable in its own markup: it is called
    with the tree of the text and gives the tree with those fields.
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
    complete: Callable[[Cable], Cable] | None = None

    def file_offset(self, offset: int) -> int:
        """Where the character at ``offset`` of the telegram's text stands in the file."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor.text) - 1
        anchor = self.anchors[max(index, 0)]
        return anchor.file + offset - anchor.text

    def page(self, offset: int) -> int | None:
        """The container's page on which the character at ``offset`` stands; None without pages."""
        index = bisect_right(self.pages, offset, key=lambda page: page.text) - 1
        return self.pages[index].number if index >= 0 else None

    def position(self, offset: int) -> Position:
        """Line and column, in the file, of the character at ``offset`` of the text."""
        return Positions(self).of(offset)


class Positions:
    """Positions in a telegram's file; asked for in order, they cost one way through it."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._content = telegram.text if telegram.file_text is None else telegram.file_text
        self._at = 0
        self._line = telegram.first_line
        self._line_end = -1  # of the line before

    def of(self, offset: int) -> Position:
        """Line and column, in the file, of the character at ``offset`` of the text."""
        at = min(self._telegram.file_offset(offset), len(self._content))
        if at < self._at:
            return Positions(self._telegram).of(offset)
        self._line += self._content.count("\n", self._at, at)
        self._line_end = max(self._line_end, self._content.rfind("\n", self._at, at))
        self._at = at
        column = at - self._line_end
        first = self._telegram.first_column if self._line == self._telegram.first_line else 1
        return Position(self._line, column + first - 1)
