"""The relevant parts of a cable's HTML page: preformatted texts and table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

import msgspec

from cableconv.patterns import pattern
from cableconv.readers.markup import Tag, Text, pieces

_ENDS_PRE = {"/pre", "/code", "/div", "/td", "/table", "/body", "/html", "pre", "div", "table"}
_LABELS = {"th", "dt"}
_CELLS = {"td", "dd", *_LABELS}
_ENDS_CELL = {"/td", "/th", "/tr", "/table", "tr", "table", "/dt", "/dd", "/dl", "pre", *_CELLS}


# Menus make up most of a page, so skip to anything that may hold or hide a text.
_FIRST = pattern(r"<(?:!--|(?:script|style|table|th|td|dl|dt|dd|pre)\b)", re.IGNORECASE)
_BREAK = pattern(r"&#(?:x0*(?:a|d)|0*1[03]);", re.IGNORECASE)


class Pre(msgspec.Struct):
    """The characters of one ``<pre>``; ``start`` is the offset of its text."""

    start: int
    texts: list[Text] = msgspec.field(default_factory=list)
    is_closed: bool = False

    def is_filled(self, html: str) -> bool:
        """Whether it has anything but white space."""
        return any((meaning or html[start:end]).strip() for start, end, meaning in self.texts)


class Cell(msgspec.Struct):
    """A table cell; ``link`` is the target of its first link."""

    is_label: bool
    text: str = ""
    link: str | None = None


class Page(msgspec.Struct, frozen=True):
    """``table`` pairs each label with its value; ``is_cut`` means that the end is missing."""

    pres: tuple[Pre, ...]
    table: tuple[tuple[str, Cell], ...]
    is_cut: bool


def page(html: str) -> Page:
    """Read the page once, tolerating missing end tags."""
    first = _FIRST.search(html)
    start = first.start() if first else len(html)
    scan = _Scan(html, is_open="<html" in html[:start].lower())
    for piece in pieces(html, start):
        if isinstance(piece, Tag):
            scan.tag(piece)
        else:
            scan.text(piece)
    return Page(tuple(scan.pres), tuple(_labelled(scan.cells)), scan.is_cut)


class _Scan:
    """The state of the scan: in a ``<pre>``, in a cell, or in neither."""

    def __init__(self, html: str, is_open: bool) -> None:
        self.pres: list[Pre] = []
        self.cells: list[Cell] = []
        self._html = html
        self._pre: Pre | None = None
        self._ended: Pre | None = None  # by another tag, with no text or start tag since
        self._cell: Cell | None = None
        self._is_open = is_open

    @property
    def is_cut(self) -> bool:
        """Whether the page, or a text in it, is not closed at the end of the file."""
        return self._is_open or self._pre is not None

    def tag(self, tag: Tag) -> None:
        if tag.name in ("html", "/html"):
            self._is_open = tag.name == "html"
        if tag.name in _ENDS_PRE and self._pre:
            self._pre.is_closed = tag.name == "/pre"
            self._pre, self._ended = None, self._pre
        elif tag.name == "/pre" and self._ended:  # behind a table's end tags, a scrape's rest
            self._ended.is_closed = True
        elif tag.name[0] != "/":
            self._ended = None
        if tag.name in _ENDS_CELL:
            self._cell = None
        if tag.name == "pre":
            self._pre = Pre(tag.end)
            self.pres.append(self._pre)
        elif tag.name in _CELLS:
            self._cell = Cell(tag.name in _LABELS)
            self.cells.append(self._cell)
        elif tag.name == "br" and self._pre:
            self._pre.texts.append(Text(tag.start, tag.end, self._break(tag.end)))
        elif tag.name == "a" and self._cell and not self._cell.link:
            self._cell.link = tag.attribute("href")

    def text(self, text: Text) -> None:
        if self._pre:
            self._pre.texts.append(self._without_first_break(text))
            return
        words = text.meaning or self._html[text.start : text.end]
        if not words.isspace():
            self._ended = None
        if self._cell:
            self._cell.text = " ".join(f"{self._cell.text}{words}".split())

    def _break(self, end: int) -> str:
        """Return what a ``<br>`` means: nothing at a line's end, which a program ended twice."""
        below = self._html[end : end + 1]
        return "" if below in ("\r", "\n") or _BREAK.match(self._html, end) else "\n"

    def _without_first_break(self, text: Text) -> Text:
        """Remove a line break after ``<pre>``, which does not count (HTML, 'the pre element')."""
        if self._pre and text.start == self._pre.start and text.meaning is None:
            first = self._html[text.start : text.start + 2]
            return text._replace(start=text.start + len(first) - len(first.lstrip("\r\n")))
        return text


def _labelled(cells: list[Cell]) -> Iterator[tuple[str, Cell]]:
    """Yield labels with their values, in the next rows or the next cell.

    Where a table marks no labels, any cell may be that of the next.
    """
    labels: list[Cell] = []
    if not any(cell.is_label for cell in cells):
        yield from ((label.text, cell) for label, cell in pairwise(cells))
    for is_label, run in groupby(cells, key=lambda cell: cell.is_label):
        if is_label:
            labels = list(run)
            continue
        values = list(run)
        is_whole = bool(labels) and len(values) % len(labels) == 0
        for start in range(0, len(values) if is_whole else len(labels), max(len(labels), 1)):
            row = values[start : start + len(labels)]
            yield from zip((label.text for label in labels), row, strict=False)
