"""The text that an HTML page shows, in pieces with their positions in the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cableconv.patterns import pattern
from cableconv.readers.markup import Tag, pieces

_LINES = frozenset(
    (
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
        "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "textarea", "tfoot",
        "th", "thead", "title", "tr", "ul",
    )
)  # fmt: skip
"""Tags that start or end a line."""

_BOXES = frozenset(("article", "div", "footer", "header", "main", "section"))
"""Tags that separate lines without a blank one, unlike paragraphs and headings."""

_PREFORMATTED = frozenset(("pre", "textarea"))
_RECOGNISED_LINE = pattern(r"\bocr(?:x?_line|_header|_caption|_textfloat)\b")
"""Classes of hOCR 1.2 that are lines."""
_BLANKS = pattern(r"(?:(?<!\s)[^\S\n]++)?\n\s*+")


class Shown(NamedTuple):
    """Visible characters of a page, and their position in its source."""

    text: str
    at: int


def shown(html: str) -> Iterator[Shown]:
    """Yield the visible text in order; line breaks are spaces except in what is preformatted.

    In hOCR, as programs write recognised text, a line is an element of that class.
    """
    is_pre, begins_line = False, False
    for piece in pieces(html):
        if isinstance(piece, Tag):
            name = piece.name.removeprefix("/")
            if name in _PREFORMATTED:
                is_pre = not piece.name.startswith("/")
            is_line = name in _LINES or (name == "span" and _is_recognised_line(piece))
            if is_line and not (begins_line and name in _BOXES):
                yield Shown("\n", piece.start)
                begins_line = True
        else:
            begins_line = begins_line and not html[piece.start : piece.end].strip()
            text = html[piece.start : piece.end] if piece.meaning is None else piece.meaning
            yield Shown(text, piece.start) if is_pre else _from_source(text, piece.start)


def _is_recognised_line(tag: Tag) -> bool:
    return "ocr" in tag.source and _RECOGNISED_LINE.search(tag.source) is not None


def _from_source(text: str, at: int) -> Shown:
    """Return text outside a ``<pre>`` with unchanged length, so that positions stay valid."""
    return Shown(_BLANKS.sub(lambda found: " " * len(found[0]), text), at)


def shown_text(html: str) -> str:
    """Return the visible text as one string."""
    return "".join(piece.text for piece in shown(html))


class ShownText:
    """The visible text as one string, with the position of each part in the source."""

    def __init__(self, pieces: Iterable[Shown]) -> None:
        self._pieces = [piece for piece in pieces if piece.text]
        self.text = "".join(piece.text for piece in self._pieces)
        self._starts = [0]
        for piece in self._pieces:
            self._starts.append(self._starts[-1] + len(piece.text))

    def stretch(self, start: int, end: int) -> Iterator[Shown]:
        """Yield the pieces between two offsets of the text."""
        index = bisect_right(self._starts, start) - 1
        while start < end and index < len(self._pieces):
            piece, begins = self._pieces[index], self._starts[index]
            words = piece.text[start - begins : end - begins]
            yield Shown(words, piece.at + start - begins)
            start, index = start + len(words), index + 1

    def lines(self) -> Iterator[tuple[int, int]]:
        """Yield start and end of each line, including its line break."""
        start = 0
        for line in self.text.splitlines(keepends=True):
            yield start, start + len(line)
            start += len(line)


def text_of(source: str, is_page: bool) -> ShownText:
    """Return the visible text of a page; any other text unchanged."""
    return ShownText(shown(source) if is_page else [Shown(source, 0)])
