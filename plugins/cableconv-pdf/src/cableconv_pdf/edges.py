"""Heads and feet of pages: the level, page numbers and running heads, found by position.

Text that the parser recognises anywhere is left to it: marks of the teleprinter,
release stamps, exemptions and case numbers; and the level above the first page of a cable.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cableconv_pdf.pages import Page
from cableconv_pdf.rows import Row

BANNER, PAGE_MARK, RUNNING_HEAD = "banner", "page-mark", "running-head"
Edges = dict[int, str]
"""The kinds of furniture among a page's rows, by their index."""

_DEEPEST = 4  # rows examined at a page's head or foot
_WORDS = (
    r"(?:TOP SECRET|SECRET|CONFIDENTIAL|LIMITED OFFICIAL USE|UNCLASSIFIED"
    r"|SENSITIVE BUT UNCLASSIFIED|SBU)(?: ?/{1,2} ?[A-Z ]{2,30})?"
)
_LEVEL = re.compile(rf"[\W_]*{_WORDS}[\W_]*")
_NUMBER = re.compile(
    rf"\W*(?:\d\d[A-Z]+\d+ )?(?:{_WORDS} )?(?:page )?\d{{1,4}}(?: ?(?:of|/) ?\d{{1,4}})?\W*",
    re.IGNORECASE,
)
_PARSERS = re.compile(
    r".*(?:\d{8} +\d{3}(?:\.\d+)? OF \d{3}|\bPAGE \d\d\b|\bCase No\b|\bDoc No\b)"
    r"|(?:B\d|1\.[45] ?\([A-H]\)|\(b\)\(\d|RELEASED? IN|DENIED|REVIEW AUTHORITY)"
)
_HEADING = re.compile(
    r"(?:VZCZC|[ZOPRY]{2} R[A-Z]{3}|DE R[A-Z]{3}|(?:[ZOPRY] ){1,2}\d{6}Z|FM [A-Z]|UNCLAS\b"
    r"|(?:C O N F I|S E C R E T)\b)"
)
_DIGITS = re.compile(r"\d+")


def edges(pages: Sequence[Page]) -> list[Edges]:
    """Return the furniture rows of each page."""
    repeated = _repeated(pages)
    return [
        {**_kinds(page.rows, repeated, foot=False), **_kinds(page.rows, repeated, foot=True)}
        for page in pages
    ]


def _kinds(rows: Sequence[Row], repeated: set[tuple[bool, str]], foot: bool) -> Edges:
    found: Edges = {}
    for index in _from_edge(rows, foot):
        row = rows[index]
        kind = _kind(row, is_repeated=(foot, _shape(row)) in repeated, foot=foot)
        if _HEADING.match(row.text):
            break  # a telegram's, which sections repeat
        if kind is None and _PARSERS.match(row.text) is None:
            break
        if kind:
            found[index] = kind
    return found


def _kind(row: Row, is_repeated: bool, foot: bool) -> str | None:
    if _PARSERS.match(row.text):
        return None
    if _LEVEL.fullmatch(row.text):
        return BANNER
    if _NUMBER.fullmatch(row.text) and (foot or is_repeated):
        return PAGE_MARK
    return RUNNING_HEAD if is_repeated else None


def _from_edge(rows: Sequence[Row], foot: bool) -> Iterator[int]:
    """Yield the indexes of a page's first or last rows, from the edge inwards."""
    count = min(_DEEPEST, len(rows))
    yield from (range(len(rows) - 1, len(rows) - 1 - count, -1) if foot else range(count))


def _repeated(pages: Sequence[Page]) -> set[tuple[bool, str]]:
    """Return texts at the same edge of half of the pages, ignoring numbers."""
    counted = Counter(
        edge for page in pages for edge in {*_shapes(page, foot=False), *_shapes(page, foot=True)}
    )
    return {edge for edge, count in counted.items() if count > 1 and 2 * count >= len(pages)}


def _shapes(page: Page, foot: bool) -> Iterator[tuple[bool, str]]:
    for index in _from_edge(page.rows, foot):
        yield foot, _shape(page.rows[index])


def _shape(row: Row) -> str:
    return _DIGITS.sub("#", row.text)
