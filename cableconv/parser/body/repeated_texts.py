"""Where repeated texts open and close: at their marks, or where a mark that is missing would be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from cableconv.diagnostics.body import NESTED_TOO_DEEP, QUOTE_UNCLOSED, QUOTE_UNOPENED
from cableconv.parser.account.account import Account
from cableconv.parser.body.headings import Headings
from cableconv.parser.body.numbers.numbering import Numbered, number_lines
from cableconv.parser.body.open_blocks import OpenBlocks
from cableconv.parser.cleanup.embedded.quotations import Closings
from cableconv.parser.lexer.facts import QUOTE_MARK
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.pilcrows import behind_pilcrow
from cableconv.parser.lexer.quote_marks import QuoteMark, quote_mark

_OF_ASIDE = "NOTE"  # a drafter's: (Note: ... End note.)


class RepeatedTexts:
    """Opens and closes the repeated texts of a body; numbers the paragraphs inside them."""

    def __init__(
        self,
        lines: Sequence[Line],
        numbered: dict[int, Numbered],
        blocks: OpenBlocks,
        headings: Headings,
        account: Account,
    ) -> None:
        self._lines = lines
        self._numbered = numbered
        self._blocks = blocks
        self._headings = headings
        self._account = account
        self._plain_until = -1  # marks up to here are plain words

    def take(self, index: int, line: Line) -> bool:
        """Take a line that opens or closes a repeated text."""
        mark = quote_mark(line.text) if line.facts & QUOTE_MARK else None
        if mark is None or index <= self._plain_until:
            return False
        return self._open(index, line, mark) if mark.opens else self._close(line, mark)

    def begins_behind(self, index: int, line: Line, end: int) -> bool:
        """Open a text whose mark follows a paragraph's number, which ends there."""
        mark = quote_mark(line.text[end:].lstrip()) if index > self._plain_until else None
        return mark is not None and mark.opens and self._open(index, line.tail(end), mark)

    @cached_property
    def _closings(self) -> Closings:
        return Closings(self._lines)

    def _open(self, index: int, line: Line, mark: QuoteMark) -> bool:
        """Open a repeated text; it may number its own paragraphs."""
        end = self._closings.of(index, mark)
        if end is None:
            self._account.report(QUOTE_UNCLOSED, line, opening=line.text)
            return self._open_unclosed(index, line)
        if self._is_too_deep(line):
            self._plain_until = end
            return False
        self._number_inside(index + 1, end)
        self._blocks.open_quote(line)
        return True

    def _is_too_deep(self, line: Line) -> bool:
        deepest = self._account.deepest
        if self._account.depth + self._blocks.depth < deepest:
            return False
        self._account.report(NESTED_TOO_DEEP, line, opening=line.text, deepest=deepest)
        return True

    def _open_unclosed(self, index: int, line: Line) -> bool:
        """Open a text that nothing closes, if what is below it may be its own."""
        below = index + 1
        if self._blocks.in_quote or self._blocks.rules or below == len(self._lines):
            return False
        if below in self._numbered or below in self._headings.rules:
            return False
        if self._begins_heading(below):
            return False
        if self._is_too_deep(line):
            return False
        self._blocks.open_quote(line, is_closed=False)
        return True

    def _begins_heading(self, index: int) -> bool:
        """Whether a heading begins there; a pilcrow begins a text, whatever its words look like."""
        headings = self._headings
        if behind_pilcrow(self._lines[index].text) and not headings.is_underlined(index):
            return False
        return headings.may_begin(index, False) and headings.length_at(index, False, False) > 0

    def _close(self, line: Line, mark: QuoteMark) -> bool:
        if self._blocks.in_quote:
            self._blocks.close_quote(line)
            return True
        if mark.what == _OF_ASIDE or self._is_too_deep(line):
            return False
        if not self._blocks.close_unopened(line):
            return False
        self._account.report(QUOTE_UNOPENED, line, closing=line.text)
        return True

    def _number_inside(self, start: int, end: int) -> None:
        if not any(index in self._numbered for index in range(start, end)):
            inner = number_lines(self._lines[start:end], self._account)
            self._numbered.update({start + index: each for index, each in inner.items()})
