"""The open blocks while a body's lines are read, and the place of new ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.parser.account.account import Account
from cableconv.parser.body.drafts import Draft
from cableconv.parser.body.items import ItemStack
from cableconv.parser.body.numbers.numbering import Numbered
from cableconv.parser.cleanup.embedded.embedded_telegrams import Enclosure
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.lexer.shapes import ItemMark, decorated
from cableconv.patterns import pattern
from cableconv.vocabulary.sentences import ends_sentence, is_finished

_OPEN_END = pattern(r"(?:,|\b(?:and|or|of|the|to|for|on|in|with|from|at|by))$", re.IGNORECASE)
_SALUTATION = pattern(r"(?:MY )?(?:DEAR|YOUR|EXCELLENCY|SIRS?|GENTLEMEN|TO)\b", re.IGNORECASE)
_LAST_MARKING = pattern(r"\s\(((?:TS|SBU|LOU|FOUO|[SCU])(?://?(?:NF|NOFORN|FOUO))?)\)$")
"""A portion marking after a heading."""
_REST_OF_HEADING = pattern(r"(?!xx)[a-z][a-z-]*\s|[)&]\s?[A-Za-z]")
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
        marking, text_start = _leading_marking(line.text, start)
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
        above = self._containers[-1][-1:]
        if above and _goes_on_heading(above[0], self.rules, lines[0]):
            self._containers[-1].pop()
            self.rules[:0], lines = above[0].rules, [*above[0].lines, *lines]
        draft = Draft("heading", lines)
        text = decorated(draft.text) or draft.text
        marking, start = _leading_marking(text)
        last = _LAST_MARKING.search(text, start) if text[-1] == ")" and not marking else None
        words = text[start : last.start()] if last else text[start:]
        draft.marking, draft.label = last[1] if last else marking, " ".join(words.split())
        draft.rules = list(self.rules)
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

    def open_quote(self, line: Line) -> None:
        """Open a repeated text, to which following lines belong."""
        self.drop_rules()
        draft = Draft("quote", [line])
        self._home().append(draft)
        self._quotes.append((draft, self._paragraph))
        self._containers.append(draft.blocks)
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
        self._containers.pop()
        self._close_text()

    def _close_text(self) -> None:
        self.text = None
        self.items.clear()

    def _home(self) -> list[Draft]:
        """Return the list that takes an unnumbered block: in the open paragraph, else beside it."""
        return self._paragraph.blocks if self._paragraph else self._containers[-1]


def _goes_on_heading(above: Draft, rules: Sequence[Line], line: Line) -> bool:
    """Whether a line below a heading's rule is the rest of that heading, wrapped at the rule.

    ``rules`` are those between the two, if the page ended above them.
    """
    if above.kind != "heading" or bool(above.rules) == bool(rules) or line.gap > 1:
        return False
    text = above.lines[-1].text
    if ends_sentence(text):
        return False
    return text[-1] == "," or _REST_OF_HEADING.match(line.text) is not None


def _leading_marking(text: str, start: int = 0) -> tuple[str | None, int]:
    """Return a portion marking before text; a lone one is text itself."""
    marking, end = read_marking(text, start)
    return (marking, end) if end < len(text) else (None, start)
