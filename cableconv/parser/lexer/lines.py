"""The telegram's text as lines: stripped, with their position and surrounding white space."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from cableconv.parser.lexer.facts import ANYTHING, COLUMNS, NUMBER, facts_of, may_have_columns
from cableconv.parser.lexer.paragraph_marks import ParagraphMark, read_paragraph_mark
from cableconv.parser.lexer.tab_rows import tab_rows

# one character for one, so that offsets do not change
_ODD_BLANKS = (
    "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)

_NEW_PAGE = "\f"


class Line(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A non-blank line; it is immutable, and changes create another line.

    ``start`` is the offset of its first non-blank character, ``text`` extends from
    there to its last one, ``indent`` is the white space before it, ``gap`` the number of empty
    lines above it, ``cut`` the kind of furniture removed between it and the previous line.
    ``facts`` say what it can be (``lexer.facts``), ``mark`` is the cached result of
    ``paragraph_mark``.
    """

    start: int
    text: str
    indent: int = 0
    gap: int = 0
    cut: str | None = None
    facts: int = ANYTHING
    mark: ParagraphMark | msgspec.UnsetType | None = msgspec.UNSET

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)

    @property
    def paragraph_mark(self) -> ParagraphMark | None:
        """The number and marking of a paragraph at its beginning, or None."""
        mark = self.mark
        return read_paragraph_mark(self.text) if mark is msgspec.UNSET else mark

    def head(self, length: int) -> Line:
        """Return the first ``length`` characters as a line."""
        text = self.text[:length].rstrip()
        return Line(self.start, text, self.indent, self.gap, self.cut)

    def tail(self, offset: int, end: int | None = None) -> Line:
        """Return the text from ``offset`` on, or to ``end``, as a line right below the rest."""
        rest = self.text[offset:end]
        text = rest.lstrip()
        start = self.start + offset + len(rest) - len(text)
        return Line(start, text if end is None else text.rstrip(), self.indent)

    def piece(self, start: int, end: int) -> Line:
        """Return the text between two offsets; only the first piece keeps the line's gap."""
        text = self.text[start:end].rstrip()
        if start:
            return Line(self.start + start, text, self.indent)
        return Line(self.start, text, self.indent, self.gap, self.cut)

    def with_gap(self, gap: int) -> Line:
        """Return the line below this many empty ones."""
        return self if gap == self.gap else replace(self, gap=gap)

    def with_cut(self, kind: str) -> Line:
        """Return the line as one below furniture of that kind, unless another kind is known."""
        return self if self.cut else replace(self, cut=kind)


Lines = list[Line]
"""The input and output of the parser's stages."""


def cut_at(lines: Lines, places: Mapping[int, Sequence[int]]) -> Iterator[Line]:
    """Yield the lines, those with ``places`` in pieces that begin there."""
    for index, line in enumerate(lines):
        if cuts := places.get(index):
            yield from (line.piece(*bounds) for bounds in pairwise((0, *cuts, len(line.text))))
        else:
            yield line


def without_empty(lines: Iterable[Line]) -> Lines:
    """Return the lines that have a text; each of the others adds to the gap below it."""
    kept: Lines = []
    gap = 0
    for line in lines:
        gap += line.gap
        if line.text:
            kept.append(line.with_gap(gap))
            gap = 0
        else:
            gap += 1
    return kept


def split_lines(text: str) -> Lines:
    """Return the non-blank lines; every kind of Unicode line break ends a line."""
    printed, rows = text, tab_rows(text) if "\t" in text else ()
    for blank in _ODD_BLANKS[:1] if text.isascii() else _ODD_BLANKS:
        text = text.replace(blank, " ")
    in_columns = may_have_columns(text)
    lines: Lines = []
    offset = gap = 0
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content:
            indent = 0 if raw[0] == content[0] else raw.index(content[0])
            facts = facts_of(content, in_columns)
            if rows and offset in rows:
                content, facts = printed[offset : offset + len(raw)].strip(), facts | COLUMNS
            mark = read_paragraph_mark(content) if facts & NUMBER else None
            lines.append(Line(offset + indent, content, indent, gap, None, facts, mark))
            gap = 0
        else:
            gap += raw != _NEW_PAGE  # a page's end below a line's is no empty line
        offset += len(raw)
    return lines
