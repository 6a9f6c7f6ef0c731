"""Puts a body's lines together to blocks, each line once, in order."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.diagnostics.body import PARAGRAPH_CUT, QUOTE_UNCLOSED
from cableconv.diagnostics.preface import STRAY_CAPTION
from cableconv.parser.account.account import Account
from cableconv.parser.body.drafts import Draft
from cableconv.parser.body.headings import Headings
from cableconv.parser.body.items import ItemStack
from cableconv.parser.body.numbering import Numbered, number_lines
from cableconv.parser.cleanup.embedded_telegrams import Enclosure
from cableconv.parser.cleanup.quotations import closing_of
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.lexer.shapes import (
    ItemMark,
    QuoteMark,
    decorated,
    ends_sentence,
    has_columns,
    is_finished,
    is_rule,
    quote_mark,
)

_SHORT = 0.65
_FULL = 0.72
_LONGEST_WRAPPED = 100
_CAUSES = {"page-mark": "a page mark", "repeated-header": "a repeated header"}


class Builder:
    """The state of a body while its lines are read: what is open, and where it belongs."""

    def __init__(
        self, lines: Sequence[Line], numbered: dict[int, Numbered], width: int, account: Account
    ) -> None:
        self.lines = list(lines)
        self.numbered = numbered
        self.width = width
        self.account = account
        self.top: list[Draft] = []
        self._containers: list[list[Draft]] = [self.top]
        self._quotes: list[tuple[Draft, Draft | None]] = []
        self._paragraph: Draft | None = None
        self._headings = Headings(self.lines, numbered)
        self._items = ItemStack(self.lines)
        self._text: Draft | None = None
        self._rules: list[Line] = []

    def build(self) -> list[Draft]:
        """All blocks of the body."""
        index = 0
        while index < len(self.lines):
            index += self._step(index, self.lines[index])
        self._drop_rules()
        return self.top

    def _step(self, index: int, line: Line) -> int:
        """Read what begins at ``index``; gives how many lines that were."""
        if index in self.numbered:
            return self._begin_paragraph(index, line)
        if isinstance(line, Enclosure):
            return self._add_cable(line)
        if is_rule(line.text):
            return self._take_rule(line)
        if line.text == "." and self._takes_spacer(index, line):
            return 1
        if self._take_quote_mark(index, line):
            return 1
        if length := self._heading(index):
            return self._add_heading(index, length)
        if length := self._table(index):
            return self._add_table(index, length)
        if self._continues(index, line):
            return self._append(line)
        if mark := self._items.begins(index, self._before(line)):
            return self._add_item(line, mark)
        return self._add_text(line)

    # --- what a line can be ---

    def _before(self, line: Line) -> str | None:
        """The text right above a line; ``None`` where the line stands free."""
        if line.gap or self._rules or self._text is None:
            return None
        return self._text.lines[-1].text

    def _heading(self, index: int) -> int:
        ruled = bool(self._rules)
        if not self._headings.may_begin(index, ruled):
            return 0
        return self._headings.length_at(index, ruled, self._unfinished(index))

    def _unfinished(self, index: int) -> bool:
        """Whether the text above breaks off, so that this line goes on with it."""
        if self._text is None or self._rules or not self._text.lines:
            return False
        before = self._text.lines[-1].text
        return not is_finished(before) and (
            self.lines[index].text[0].islower()
            or _FULL * self.width < len(before) <= _LONGEST_WRAPPED
        )

    def _table(self, index: int) -> int:
        if not has_columns(self.lines[index].text):
            return 0
        end, rows = index, 0
        while end < len(self.lines) and end not in self.numbered:
            line = self.lines[end]
            columns = has_columns(line.text)
            if (not columns and not is_rule(line.text)) or (line.gap > 1 and end > index):
                break
            rows += columns
            end += 1
        return end - index if rows > 1 else 0

    def _continues(self, index: int, line: Line) -> bool:
        text = self._text
        if text is None or self._rules:
            return False
        before = text.lines[-1].text if text.lines else ""
        if captions_of(line.text):
            self.account.report(STRAY_CAPTION, line, caption=line.text)
            return True
        if captions_of(before) and len(text.lines) > 1:
            before = text.lines[-2].text
        if line.gap == 0 and not line.cut:
            return not (self._items.begins(index, before) or self._begins_list(index, before))
        if self._items.begins(index, None):
            return False
        return self._cut_in_two(line, before, text)

    def _cut_in_two(self, line: Line, before: str, text: Draft) -> bool:
        if is_finished(before) and (
            not line.cut or text.kind == "item" or len(before) < 0.6 * self.width
        ):
            return False
        if not (line.cut or line.text[0].islower() or len(before) > _FULL * self.width):
            return False
        self.account.report(PARAGRAPH_CUT, line, cause=_CAUSES.get(line.cut or "", "an empty line"))
        return True

    def _begins_list(self, index: int, before: str) -> bool:
        """Short lines below a colon are a list whose line breaks carry meaning."""
        short = _SHORT * self.width
        following = self.lines[index : index + 2]
        return (
            before.endswith(":")
            and len(following) == 2
            and following[1].gap == 0
            and all(len(line.text) < short for line in following)
            and index + 1 not in self.numbered
        )

    # --- what is done with it ---

    def _begin_paragraph(self, index: int, line: Line) -> int:
        self._drop_rules()
        numbered = self.numbered[index]
        draft = Draft("paragraph", [line], numbered.mark.end)
        draft.number = numbered.number
        draft.marking = numbered.mark.marking
        self._containers[-1].append(draft)
        self._paragraph = self._text = draft
        self._items.forget()
        rest = line.tail(numbered.mark.end)
        mark = quote_mark(rest.text) if rest.text else None
        if mark is not None and mark.opens and self._open_quote(index, rest, mark):
            draft.lines = [line.head(numbered.mark.end)]
        return 1

    def _take_rule(self, line: Line) -> int:
        """A rule right below a heading is its own; others wait for what follows."""
        blocks = self._containers[-1]
        if blocks and blocks[-1].kind == "heading" and not line.gap and not self._rules \
                and self._text is None:  # fmt: skip
            blocks[-1].rules.append(line)
        else:
            self._rules.append(line)
        return 1

    def _takes_spacer(self, index: int, line: Line) -> bool:
        """A lone dot below a whole sentence kept an empty line alive on the wire: it is one."""
        before = self.lines[index - 1].text if index else "."
        if not ends_sentence(before):
            return False
        self.account.mark_furniture("rule", [line])
        for at, below in enumerate(self.lines[index + 1 : index + 2], index + 1):
            self.lines[at] = below.with_gap(below.gap + 1)
        return True

    def _drop_rules(self) -> None:
        for rule in self._rules:
            self.account.mark_furniture("rule", [rule])
        self._rules.clear()

    def _add_heading(self, index: int, length: int) -> int:
        lines = list(self.lines[index : index + length])
        draft = Draft("heading", lines)
        text = decorated(draft.text) or draft.text
        marking, start = _leading_marking(text)
        draft.marking, draft.label = marking, " ".join(text[start:].split())
        draft.rules = list(self._rules)
        self._rules.clear()
        self._containers[-1].append(draft)
        self._paragraph = self._text = None
        self._items.clear()
        return length

    def _take_quote_mark(self, index: int, line: Line) -> bool:
        mark = quote_mark(line.text)
        if mark is None:
            return False
        if mark.opens:
            return self._open_quote(index, line, mark)
        if self._quotes:
            self._close_quote(line)
            return True
        return False

    def _open_quote(self, index: int, line: Line, mark: QuoteMark) -> bool:
        """Open a repeated text, unless nothing closes it; it may count its own paragraphs."""
        end = closing_of(self.lines, index, mark)
        if end is None:
            self.account.report(QUOTE_UNCLOSED, line, opening=line.text)
            return False
        self._number_inside(index + 1, end)
        self._drop_rules()
        draft = Draft("quote", [line])
        self._home().append(draft)
        self._quotes.append((draft, self._paragraph))
        self._containers.append(draft.blocks)
        self._paragraph = self._text = None
        self._items.clear()
        return True

    def _number_inside(self, start: int, end: int) -> None:
        if not any(index in self.numbered for index in range(start, end)):
            inner = number_lines(self.lines[start:end], self.account)
            self.numbered.update({start + index: each for index, each in inner.items()})

    def _close_quote(self, line: Line) -> None:
        self._drop_rules()
        draft, self._paragraph = self._quotes.pop()
        draft.closing = [line]
        self._containers.pop()
        self._text = None
        self._items.clear()

    def _add_cable(self, line: Enclosure) -> int:
        self._drop_rules()
        draft = Draft("cable", [line])
        draft.inner, draft.closing = list(line.inner), [line.closing]
        self._home().append(draft)
        self._text = None
        self._items.clear()
        return 1

    def _add_table(self, index: int, length: int) -> int:
        lines = list(self.lines[index : index + length])
        draft = Draft("table", [*self._rules, *lines])
        self._rules.clear()
        self._home().append(draft)
        self._text = None
        self._items.clear()
        return length

    def _add_item(self, line: Line, mark: ItemMark) -> int:
        self._drop_rules()
        self._text = self._items.add(line, mark, self._home())
        return 1

    def _append(self, line: Line) -> int:
        if self._text is not None:
            self._text.lines.append(line)
        return 1

    def _add_text(self, line: Line) -> int:
        self._drop_rules()
        marking, start = _leading_marking(line.text)
        draft = Draft("paragraph", [line], start)
        draft.marking = marking
        self._home().append(draft)
        self._text = draft
        self._items.clear()
        return 1

    def _home(self) -> list[Draft]:
        """Where a block without a number belongs: in the open paragraph, else beside it."""
        return self._paragraph.blocks if self._paragraph else self._containers[-1]


def _leading_marking(text: str) -> tuple[str | None, int]:
    """A portion marking before text; one that stands alone is text itself."""
    marking, start = read_marking(text)
    return (marking, start) if start < len(text) else (None, 0)
