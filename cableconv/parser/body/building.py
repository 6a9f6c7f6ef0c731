"""Builds blocks from a body's lines, each line once, in order."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from cableconv.diagnostics.body import PARAGRAPH_CUT
from cableconv.diagnostics.preface import STRAY_CAPTION
from cableconv.parser.account.account import Account
from cableconv.parser.body.drafts import Draft
from cableconv.parser.body.headings import Headings
from cableconv.parser.body.kept_breaks import begins_list, opens_part, texts_from
from cableconv.parser.body.numbers.numbering import Numbered
from cableconv.parser.body.open_blocks import OpenBlocks
from cableconv.parser.body.repeated_texts import RepeatedTexts
from cableconv.parser.body.tables.table_lines import Tables
from cableconv.parser.body.text_breaks import (
    FULL,
    LONGEST_WRAPPED,
    breaks_in,
    closes_role,
    ends_item,
    goes_on_small,
    is_full,
)
from cableconv.parser.cleanup.embedded.embedded_telegrams import Enclosure
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.facts import CAPTION, NUMBER
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.pilcrows import behind_pilcrow
from cableconv.parser.lexer.shapes import BULLETS
from cableconv.patterns import pattern
from cableconv.vocabulary.kept_lines import SHORT
from cableconv.vocabulary.labelled_lines import is_labelled
from cableconv.vocabulary.sentences import ends_sentence, is_finished

_CUT_SHORT = 0.6  # of the width: a shorter finished line above a page's end ends its paragraph
_FEWEST_ROWS = 2  # and one more: of a list above a page's end
_FIGURE = pattern(r"\d[\d,.]*%?(?:\s[a-z]|$)")  # see para / 4., or rose by / 2.5 percent
_CAUSES = {"page-mark": "a page mark", "repeated-header": "a repeated header"}


class Builder:
    """Decides what each line of a body is, and passes it to the open blocks."""

    def __init__(
        self, lines: Sequence[Line], numbered: dict[int, Numbered], width: int, account: Account
    ) -> None:
        self._lines = list(lines)
        self._numbered = numbered
        self._width = width
        self._account = account
        self._open = OpenBlocks(self._lines, account)
        self._headings = Headings(self._lines, numbered)
        self._tables = Tables(self._lines, numbered)
        self._repeated = RepeatedTexts(self._lines, numbered, self._open, self._headings, account)
        self._breaks = breaks_in(self._lines, self._headings.near_rule)
        self._joins: dict[str, list[Line]] = {}

    def build(self) -> list[Draft]:
        """Return all blocks of the body."""
        index = 0
        while index < len(self._lines):
            index += self._run_on(index) or self._step(index, self._lines[index])
        for cause, lines in self._joins.items():
            self._account.report(PARAGRAPH_CUT, lines[0], cause=cause, number=len(lines))
        return self._open.finish()

    def _run_on(self, index: int) -> int:
        """Append the running text that continues from ``index``; return the number of lines."""
        end = self._breaks[bisect_left(self._breaks, index)]
        text = self._open.text
        if end == index or text is None or self._open.rules or not text.lines:
            return 0
        before = text.lines[-1]
        if before.facts & CAPTION or before.text[-1] == ":":
            return 0
        text.lines += self._lines[index:end]
        text.take_marking()
        return end - index

    def _step(self, index: int, line: Line) -> int:
        """Read the block that begins at ``index``; return the number of lines."""
        if index in self._numbered:
            return self._begin_paragraph(index, line)
        if isinstance(line, Enclosure):
            self._open.add_cable(line)
        elif line.facts & NUMBER and (start := self._behind_pilcrow(index)):
            self._open.add_text(line, start)
        elif index in self._headings.rules:
            self._open.take_rule(line, self._headings.opens_box(index))
        elif line.text[0] == "." and self._is_debris(index, line):
            return self._take_debris(index, line)
        elif not (self._open.goes_on_opening(line) or self._repeated.take(index, line)):
            return self._take_block(index, line)
        return 1

    def _behind_pilcrow(self, index: int) -> int:
        """Return the start of the text after a lone pilcrow; 0 if a rule makes it a heading."""
        start = behind_pilcrow(self._lines[index].text)
        return 0 if start and self._headings.is_underlined(index) else start

    def _take_block(self, index: int, line: Line) -> int:
        if length := self._heading(index):
            self._open.add_heading(self._lines[index : index + length])
            return length
        length = self._tables.length_at(index)
        if length and not self._open.items.counts_on(index):
            self._open.add_table(self._lines[index : index + length])
            return length
        if self._continues(index, line):
            self._open.append(line)
        elif mark := self._open.items.begins(index, self._before(line)):
            self._open.add_item(line, mark)
        else:
            self._open.add_text(line)
        return 1

    def _before(self, line: Line) -> str | None:
        """Return the text right above a line; ``None`` if the line is set apart."""
        if line.gap or self._open.rules or self._open.text is None:
            return None
        return self._open.text.lines[-1].text

    # --- headings and tables ---

    def _heading(self, index: int) -> int:
        ruled = bool(self._open.rules)
        if not self._headings.may_begin(index, ruled) or self._is_stray_caption(index):
            return 0
        if self._open.items.is_listed(index):
            return 0
        return self._headings.length_at(index, ruled, self._unfinished(index))

    def _is_stray_caption(self, index: int) -> bool:
        """Whether it is a caption between a text's lines, as later sections were sent with one."""
        line = self._lines[index]
        return bool(line.facts & CAPTION and self._open.text and captions_of(line.text))

    def _unfinished(self, index: int) -> bool:
        """Whether the text above breaks off, so that this line continues it."""
        text = self._open.text
        if text is None or self._open.rules or not text.lines:
            return False
        before, line = text.lines[-1].text, self._lines[index]
        if is_finished(before) or (line.gap and opens_part(line, text.lines)):
            return False
        if closes_role(before) or (line.gap and is_labelled(before) and not line.cut):
            return line.text[0].islower()
        if line.text[0].islower() or (line.cut and len(before) > LONGEST_WRAPPED):
            return True
        return FULL * self._width < len(before) <= LONGEST_WRAPPED

    # --- text that goes on ---

    def _continues(self, index: int, line: Line) -> bool:
        text = self._open.text
        if text is None or self._open.rules:
            return False
        above = text.lines
        before = above[-1].text if above else ""
        if line.facts & CAPTION and captions_of(line.text):
            self._account.report(STRAY_CAPTION, line, caption=line.text)
            return True
        if len(above) > 1 and above[-1].facts & CAPTION and captions_of(before):
            before = above[-2].text
        begins = self._open.items.begins
        if text.number is not None and text.is_empty:  # its number is alone above it
            return not begins(index, None)
        if line.gap == 0 and not line.cut:
            if text.kind == "item" and ends_item(above[-1], line):
                return False
            return not (begins(index, before) or self._begins_list(index, before))
        return not begins(index, None) and self._is_cut_in_two(line, before, text)

    def _is_cut_in_two(self, line: Line, before: str, text: Draft) -> bool:
        if (
            is_finished(before)
            and not goes_on_small(before, line.text)
            and not (line.cut and before[-1] == ";" and line.text[0].islower())
            and (not line.cut or text.kind == "item" or len(before) < _CUT_SHORT * self._width)
        ):
            return False
        goes_on = line.text[0].islower() or _FIGURE.match(line.text)
        if not (line.cut or goes_on or is_full(before, line.text, self._width)):
            return False
        if line.gap and is_labelled(line.text) and (not line.cut or is_labelled(before)):
            return False
        if (line.gap and opens_part(line, text.lines)) or self._is_below_list(line, text):
            return False
        cause = _CAUSES.get(line.cut or "", "an empty line")
        self._joins.setdefault(cause, []).append(line)
        return True

    def _is_below_list(self, line: Line, text: Draft) -> bool:
        """Whether a page mark parts it from a list of short lines, which no sentence goes on in."""
        if line.cut is None or not line.text[0].isupper() or text.kind == "item":
            return False
        rows = text.lines
        return len(rows) > _FEWEST_ROWS and all(len(row.text) < SHORT * self._width for row in rows)

    def _begins_list(self, index: int, before: str) -> bool:
        """Whether lines below a colon are a list with significant line breaks."""
        if before[-1:] != ":":
            return False
        return begins_list(before, texts_from(self._lines, index, self._numbered), self._width)

    # --- stops that begin or are a line ---

    def _is_debris(self, index: int, line: Line) -> bool:
        """Whether it is a lone stop after a sentence, sent to preserve an empty line, or one
        before a text set apart that is no bullet, as where the text's number was lost.
        """
        if len(line.text) == 1:
            return index == 0 or ends_sentence(self._lines[index - 1].text)
        if (index and not line.gap) or line.text[1] != " " or line.text[2] == ".":
            return False
        return not self._open.items.begins(index, None)

    def _take_debris(self, index: int, line: Line) -> int:
        """Take the stop; return the number of lines, none if its text is still to be read."""
        if len(line.text) > 1:
            self._account.mark_furniture("false-mark", [line.head(1)])
            self._lines[index] = line.tail(1).with_gap(line.gap)
            return 0
        self._account.mark_furniture("rule", [line])
        for at, below in enumerate(self._lines[index + 1 : index + 2], index + 1):
            self._lines[at] = below.with_gap(below.gap + 1)
            insort(self._breaks, at)
        return 1

    # --- numbered paragraphs ---

    def _begin_paragraph(self, index: int, line: Line) -> int:
        numbered = self._numbered[index]
        draft = self._open.begin_paragraph(line, numbered)
        end = numbered.mark.end
        if self._repeated.begins_behind(index, line, end):
            draft.lines = [line.head(end)]
        elif line.text[end : end + 1] in BULLETS and (
            mark := self._open.items.begins_behind(index, end)
        ):
            draft.lines = [line.head(end)]
            self._open.add_item(line.tail(end), mark)
        return 1
