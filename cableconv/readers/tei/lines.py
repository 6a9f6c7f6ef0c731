"""The lines of a document: one per paragraph, item and row; footnotes come last.

TEI's line breaks mean nothing and become spaces.  Editorial parts (head, dateline, footnotes)
have a kind and do not belong to the telegram's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from cableconv.readers.tei.names import name
from cableconv.telegram import NOTICE

HEAD, DATELINE, FOOTNOTE = "document-head", "dateline", "footnote"
"""The kinds of editorial parts."""

_BLOCKS = frozenset(
    (
        "ab", "address", "addrLine", "argument", "attachment", "body", "byline", "closer",
        "dateline", "div", "epigraph", "figure", "floatingText", "fw", "head", "item", "l", "lg",
        "list", "listPerson", "opener", "p", "postscript", "quote", "row", "salute", "signed",
        "table", "trailer",
    )
)  # fmt: skip
_NAMED_LISTS = ("subject", "references", "reference", "ref")
_SECTION_TITLE = "sectiontitle"
"""Begins what *Foreign Relations* renders a paragraph as if it is the title of a section."""
_CELL, _BREAK = "\x00", "\x01"
_MARKS = str.maketrans({_CELL: " ", _BREAK: " "})


class Piece(NamedTuple):
    """A line of the document, and its first line in the file; ``is_title``: a heading's."""

    text: str
    line: int
    kind: str | None = None
    is_title: bool = False


def pieces_of(document: _Element) -> list[Piece]:
    """Return all lines of a document, in order."""
    lines = _Lines()
    lines.take(document)
    return [*lines.pieces, *lines.footnotes]


def words_of(element: _Element | None) -> str:
    """Return an element's text without the notes in it."""
    return " ".join(lines_of(element).split())


def lines_of(element: _Element | None) -> str:
    """Return such a text with its line breaks."""
    text = "" if element is None else "".join(_words(element))
    return "\n".join(" ".join(line.split()) for line in text.split(_BREAK))


def _words(element: _Element) -> Iterator[str]:
    yield _BREAK if name(element) == "lb" else (element.text or "").translate(_MARKS)
    for child in element:
        if name(child) != "note":
            yield from _words(child)
        yield (child.tail or "").translate(_MARKS)


class _Lines:
    """The state of the walk: the line so far, its kind, and the notes found."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.footnotes: list[Piece] = []
        self._words: list[str] = []
        self._notes: list[_Element] = []
        self._line = 0
        self._kinds: list[str | None] = [None]
        self._is_label = False
        self._is_title = False

    def take(self, element: _Element) -> None:
        """Add an element with everything in it."""
        kind = name(element)
        if kind == "note":
            self._notes.append(element)
        elif kind in _BLOCKS:
            self._block(element, kind)
        else:
            self._inside(element, kind)

    def _block(self, element: _Element, kind: str) -> None:
        if not self._is_label:
            self._end()
        self._line = self._line or _line_of(element)
        self._kinds.append(_kind(element, kind) or self._kinds[-1])
        self._is_title = element.get("rend", "").startswith(_SECTION_TITLE)
        self._inside(element, kind)
        if kind == "head" and _is_named_list(element.getparent()):
            self._add(": ")
            self._is_label = True
        else:
            self._end()
        self._kinds.pop()

    def _inside(self, element: _Element, kind: str) -> None:
        self._add(_CELL if kind == "cell" and self._words else _BREAK if kind == "lb" else "")
        self._add((element.text or "").translate(_MARKS))
        for child in element:
            self.take(child)
            if child.tail and child.tail.strip():
                self._line = self._line or _line_of(child)
            self._add((child.tail or "").translate(_MARKS))
        if kind == "label":
            self._add(" ")
            self._is_label = True

    def _add(self, words: str) -> None:
        if words:
            self._words.append(words)
            self._is_label = self._is_label and not words.strip()

    def _end(self) -> None:
        text = " ".join("".join(self._words).split())
        text = "\n".join(part.strip() for part in text.split(_BREAK)).strip()
        cells = [cell.strip() for cell in text.split(_CELL)]
        if any(cells):
            line, kind = self._line, self._kinds[-1]
            self.pieces.append(Piece("  ".join(cells), line, kind, self._is_title))
        notes = [_note(note) for note in self._notes if words_of(note)]
        self.pieces += (note for note in notes if note.kind == NOTICE)
        self.footnotes += (note for note in notes if note.kind != NOTICE)
        self._words, self._notes, self._line = [], [], 0
        self._is_label = self._is_title = False


def _kind(element: _Element, kind: str) -> str | None:
    if kind == "dateline":
        return DATELINE
    parent = element.getparent()
    is_title = kind == "head" and parent is not None and name(parent) == "div"
    return HEAD if is_title else None


def _note(note: _Element) -> Piece:
    kind = NOTICE if note.get("type") == "source" else FOOTNOTE
    label = note.get("n") if kind == FOOTNOTE else None
    text = "".join(map(str, note.itertext()))
    return Piece(" ".join(f"{label or ''} {text}".split()), _line_of(note), kind)


def _is_named_list(parent: _Element | None) -> bool:
    return parent is not None and parent.get("type") in _NAMED_LISTS


def _line_of(element: _Element) -> int:
    return element.sourceline if isinstance(element.sourceline, int) else 0
