"""The open blocks while a body's lines are read, and the place of new ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.parser.account.account import Account
from cableconv.parser.body.drafts import Draft
from cableconv.parser.body.heading_drafts import goes_on_heading, heading_of, leading_marking
from cableconv.parser.body.items import ItemStack
from cableconv.parser.body.numbers.numbering import Numbered
from cableconv.parser.cleanup.embedded.embedded_telegrams import Enclosure
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import ItemMark
from cableconv.patterns import pattern
from cableconv.vocabulary.sentences import ends_sentence, is_finished

_OPEN_END = pattern(r"(?:,|\b(?:and|or|of|the|to|for|on|in|with|from|at|by))$", re.IGNORECASE)
_SALUTATION = pattern(r"(?:MY )?(?:DEAR|YOUR|EXCELLENCY|SIRS?|GENTLEMEN|TO)\b", re.IGNORECASE)
_LONGEST_OPENING = 400  # characters: a bracket that is still open was forgotten
_WRAPPED_OPENING = 45  # characters: a longer opening line was wrapped


class OpenBlocks:
    """Containers from the body inwards, the open paragraph, and the text that lines continue.

    ``text`` is the block whose text may continue, ``rules`` are those that wait for the block
    below them, ``items`` the open sub-items.
    """

    def __init__(self, lines: Sequence[Line], account: Account) -> None:
        self.items = ItemStack(lines)
        self.text: Draft | None = None
        self.rules: list[Line] = []
        self._account = account
        self._containers: list[list[Draft]] = [[]]
        self._quotes: list[tuple[Draft, Draft | None]] = []
        self._unclosed: Draft | None = None
        self._paragraph: Draft | None = None

    @property
    def depth(self) -> int:
        """The number of open repeated texts, one inside the other."""
        return len(self._quotes)

    @property
    def in_quote(self) -> bool:
        """Whether a repeated text is open."""
        return bool(self._quotes)

    def finish(self) -> list[Draft]:
        """Return all blocks of the body."""
        self.drop_rules()
        return self._containers[0]

    def take_rule(self, line: Line, opens_box: bool) -> None:
        """Add a rule to the heading right above it; keep others for the next block.

        ``opens_box``: another rule is a few lines below, so that a heading is between them.
        """
        blocks = self._containers[-1]
        if blocks and blocks[-1].kind == "heading" and not line.gap and not self.rules \
                and self.text is None:  # fmt: skip
            blocks[-1].rules.append(line)
        elif self._underlines_title(line, opens_box):
            self._account.mark_furniture("rule", [line])
        else:
            self.rules.append(line)

    def _underlines_title(self, rule: Line, opens_box: bool) -> bool:
        """Whether it is right below a numbered paragraph's first line, which is then a title.

        A title that ends like a sentence is a question, or as long as its rule.
        """
        text = self.text
        if rule.gap or self.rules or text is None or text.number is None or len(text.lines) > 1:
            return False
        title = text.lines[0].text
        if text.is_empty or not ends_sentence(title):
            return not text.is_empty
        return not opens_box and (title[-1] in "?!" or len(title) == len(rule.text))

    def drop_rules(self) -> None:
        """Treat the waiting rules as belonging to no block."""
        for rule in self.rules:
            self._account.mark_furniture("rule", [rule])
        self.rules.clear()

    def begin_paragraph(self, line: Line, numbered: Numbered) -> Draft:
        """Open a numbered paragraph."""
        self.drop_rules()
        if self._unclosed is not None:
            self._end_unclosed(self._unclosed)
        draft = Draft("paragraph", [line], numbered.mark.end)
        draft.number = numbered.number
        draft.marking = numbered.mark.marking
        self._containers[-1].append(draft)
        self._paragraph = self.text = draft
        self.items.forget()
        return draft

    def add_text(self, line: Line, start: int = 0) -> None:
        """Open an unnumbered paragraph, whose text begins at ``start``, after a pilcrow."""
        self.drop_rules()
        marking, text_start = leading_marking(line.text, start)
        draft = Draft("paragraph", [line], text_start)
        draft.marking, draft.is_running = marking, start > 0
        self._home().append(draft)
        self.text = draft
        self.items.clear()

    def add_item(self, line: Line, mark: ItemMark) -> None:
        """Open a sub-item."""
        self.drop_rules()
        self.text = self.items.add(line, mark, self._home())

    def append(self, line: Line) -> None:
        """Continue the open text with the line."""
        if self.text is not None:
            self.text.lines.append(line)
            self.text.take_marking()

    def add_heading(self, lines: list[Line]) -> None:
        """Add a heading with the rules above it; close open blocks."""
        if self._unclosed is not None:
            self._end_unclosed(self._unclosed)
        above = self._containers[-1][-1:]
        if above and goes_on_heading(above[0], self.rules, lines[0]):
            self._containers[-1].pop()
            self.rules[:0], lines = above[0].rules, [*above[0].lines, *lines]
        draft = heading_of(lines, self.rules)
        self.rules.clear()
        self._containers[-1].append(draft)
        self._paragraph = None
        self._close_text()

    def add_table(self, lines: list[Line]) -> None:
        """Add a table with the rules above it."""
        draft = Draft("table", [*self.rules, *lines])
        self.rules.clear()
        self._home().append(draft)
        self._close_text()

    def add_cable(self, line: Enclosure) -> None:
        """Add an embedded cable."""
        self.drop_rules()
        draft = Draft("cable", [*line.above, line])
        draft.inner, draft.closing = list(line.inner), [line.closing] if line.closing else []
        self._home().append(draft)
        self._close_text()

    def open_quote(self, line: Line, is_closed: bool = True) -> None:
        """Open a repeated text, to which following lines belong.

        One that nothing closes ends where the next heading or numbered paragraph begins.
        """
        self.drop_rules()
        draft = Draft("quote", [line])
        self._home().append(draft)
        self._quotes.append((draft, self._paragraph))
        self._containers.append(draft.blocks)
        self._unclosed = None if is_closed else draft
        self._paragraph = None
        self._close_text()

    def goes_on_opening(self, line: Line) -> bool:
        """Take a line that continues the words that open a repeated text."""
        opened = self._quotes[-1][0] if self._quotes else None
        if opened is None or opened.blocks or line.gap or is_finished(opened.lines[-1].text):
            return False
        above = opened.lines[-1].text
        opening = "".join(part.text for part in opened.lines)
        in_brackets = opening.count("(") > opening.count(")") and len(opening) < _LONGEST_OPENING
        is_wrapped = len(above) > _WRAPPED_OPENING
        announces = line.text.endswith(":") and (
            line.text.isupper() or (is_wrapped and not _SALUTATION.match(line.text))
        )
        ends = len(line.text) < _WRAPPED_OPENING or line.text.count("(") > line.text.count(")")
        wrapped = is_wrapped and (line.text[0].islower() or (line.text.isupper() and ends))
        if not (in_brackets or announces or wrapped or _OPEN_END.search(above)):
            return False
        opened.lines.append(line)
        return True

    def close_quote(self, line: Line) -> None:
        """Close the repeated text, and reopen the paragraph around it."""
        self.drop_rules()
        draft, self._paragraph = self._quotes.pop()
        draft.closing = [line]
        if draft is self._unclosed:
            self._unclosed = None
        self._containers.pop()
        self._close_text()

    def _end_unclosed(self, unclosed: Draft) -> None:
        """End a text that nothing closes, if it is the innermost; without blocks it is none."""
        if self._quotes[-1][0] is not unclosed:
            return
        draft, self._paragraph = self._quotes.pop()
        self._containers.pop()
        self._close_text()
        self._unclosed = None
        if not draft.blocks:
            self._keep_as_text(draft)

    def _keep_as_text(self, opening: Draft) -> None:
        """Keep the words that open no text as running text, behind the number on their line."""
        paragraph = self._paragraph
        if paragraph is None or not paragraph.is_empty:
            opening.kind = "paragraph"
            return
        paragraph.blocks.remove(opening)
        paragraph.skip = len(paragraph.lines[0].text)
        paragraph.lines += opening.lines

    def close_unopened(self, line: Line) -> bool:
        """Close a text that only its end shows, as the open paragraph announces it by a colon.

        A paragraph's own title is closed by its words: ``Key points: ... End key points.``.
        """
        paragraph = self._paragraph
        if paragraph is None or not paragraph.blocks or paragraph.lines[-1].text[-1] != ":":
            return False
        if paragraph.blocks[0].kind == "quote":  # what the paragraph announces is closed
            return False
        if line.text.strip(" .()-").upper().endswith(paragraph.text.rstrip(": ").upper()):
            return False
        self.drop_rules()
        draft = Draft("quote", [])
        draft.blocks, draft.closing = paragraph.blocks, [line]
        paragraph.blocks = [draft]
        self._close_text()
        return True

    def _close_text(self) -> None:
        self.text = None
        self.items.clear()

    def _home(self) -> list[Draft]:
        """Return the list that takes an unnumbered block: in the open paragraph, else beside it."""
        return self._paragraph.blocks if self._paragraph else self._containers[-1]
