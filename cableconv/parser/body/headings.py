"""Headings: underlined, boxed, between rows of characters, or bare above a numbered paragraph."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cableconv.parser.body.bare_titles import BareTitles
from cableconv.parser.body.text_breaks import CLOSING, LONGEST_WRAPPED, closes_role
from cableconv.parser.body.titles import (
    LONGEST,
    has_value,
    is_joined_table,
    is_row_of_figures,
    is_title,
    looks_like_title,
)
from cableconv.parser.lexer.facts import ITEM, RULE
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import SECTION_STYLE, decorated, has_columns, is_rule, item_marks
from cableconv.vocabulary.sentences import ends_sentence

_LONGEST_BOXED = 150  # characters: rules on both sides leave no doubt
_BOXED = 3  # lines: more between rules are a paragraph
_SHORTEST = 6  # characters of a title right below a text
_ADDRESS = "://"


class Headings:
    """Finds the headings among a body's lines; fast where no rule is near.

    ``numbered`` has the indexes of lines that begin a numbered paragraph, ``rules`` those of
    rules, ``near_rule`` those of lines that are a rule or decorated, at most three lines above
    one, or between two paragraphs that were never wrapped.
    """

    def __init__(self, lines: Sequence[Line], numbered: Collection[int]) -> None:
        self._lines = lines
        self._numbered = numbered
        self._bare = BareTitles(lines, numbered)
        ruled = [at for at, line in enumerate(lines) if line.facts & RULE]
        self.rules = frozenset([at for at in ruled if is_rule(lines[at].text)])
        self._decorated = frozenset(
            [at for at in ruled if at not in self.rules and decorated(lines[at].text)]
        )
        self.near_rule = frozenset(
            [
                *(above for at in self.rules for above in range(at - _BOXED, at + 1)),
                *(above for at in self._decorated for above in range(at - _BOXED, at + 1)),
                *(at - 1 for at in numbered if at > 1 and self._is_between_whole(at - 1)),
            ]
        )

    def may_begin(self, index: int, ruled: bool) -> bool:
        """Whether a heading can begin at ``index`` at all; ``ruled``: a rule is right above."""
        return ruled or index in self.near_rule or self._stands_free(index)

    def is_underlined(self, index: int) -> bool:
        """Whether a line set apart is in capitals, with a rule right below it."""
        if index not in self.near_rule or not self._lines[index].text.isupper():
            return False
        return index + 1 in self.rules and self._lines[index + 1].gap == 0

    def opens_box(self, index: int) -> bool:
        """Whether another rule is at most as far below a rule as a heading's last line."""
        for at in range(index + 1, index + 2 + _BOXED):
            if at in self._numbered or at in self.rules:
                return at in self.rules
        return False

    def length_at(self, index: int, ruled: bool, unfinished: bool) -> int:
        """Return the number of lines of a heading from ``index`` on; 0 for none.

        ``unfinished``: the text above breaks off.  A line with a web address is no title, even
        between rules: posts advertised their websites so.
        """
        length = self._length(index, ruled, unfinished)
        titles = self._lines[index : index + length]
        return 0 if any(_ADDRESS in line.text for line in titles) else length

    def _length(self, index: int, ruled: bool, unfinished: bool) -> int:
        line = self._lines[index]
        if index in self._decorated:
            return self._decorated_lines(index) if ruled or not self._goes_on_below(index) else 0
        if self._is_among_rows(index):
            return 0
        length = self._lines_to_rule(index, ruled) if index in self.near_rule else 0
        if length and ":" in line.text and self._parts_records(index, index + length):
            return 0
        if length and not (_is_table_row(line.text) or (unfinished and line.gap == 0)):
            return length
        if unfinished or not (ruled or self._stands_free(index)):
            return 0
        return self._bare.length_at(index, ruled)

    def _parts_records(self, index: int, rule: int) -> bool:
        """Whether the rule is between two records, and so below no title."""
        below = self._lines[rule + 1 : rule + 2]
        is_label = any(line.gap == 0 and has_value(line.text) for line in below)
        return is_label and self._bare.is_of_record(index)

    def _is_among_rows(self, index: int) -> bool:
        """Whether it is a row of figures, with another right above or below: a table, not a title.

        A single space is between its cells, as scrapes left it.
        """
        if not is_row_of_figures(self._lines[index].text):
            return False
        above = self._lines[index - 1 : index] if self._lines[index].gap == 0 else []
        below = [line for line in self._lines[index + 1 : index + 2] if line.gap == 0]
        return any(is_row_of_figures(line.text) for line in (*above, *below))

    def _decorated_lines(self, index: int) -> int:
        """Return the number of decorated lines, if a rule is right below them, or else one."""
        for at in range(index + 1, index + 1 + _BOXED):
            if at in self.rules:
                return at - index
            if at not in self._decorated or self._lines[at].gap:
                break
        return 1

    def _goes_on_below(self, index: int) -> bool:
        """Whether the line right below goes on with the sentence: dashes around an insertion."""
        below = self._lines[index + 1] if index + 1 < len(self._lines) else None
        return below is not None and below.gap == 0 and below.text[0].islower()

    def _stands_free(self, index: int) -> bool:
        line = self._lines[index]
        if line.gap or index == 0 or (line.cut and not line.text[0].islower()):
            return True
        return index + 1 in self._numbered and self._is_between_whole(index)

    def _is_between_whole(self, index: int) -> bool:
        """Whether the line above is a rule, or ends a paragraph.

        It does if it was never wrapped; if it has small letters, below it is a title in capitals.
        """
        above, line = self._lines[index - 1].text, self._lines[index].text
        if index - 1 in self.rules:
            return True
        if len(above) <= LONGEST_WRAPPED:
            closes = len(above) <= CLOSING and closes_role(above)  # END SUMMARY, on its line
            in_capitals = line.isupper() and len(line) >= _SHORTEST
            if not in_capitals or (above.isupper() and not closes):
                return False
        return ends_sentence(above) or closes_role(above)

    def _lines_to_rule(self, index: int, ruled: bool) -> int:
        """Return the number of lines, at most three, to a rule below."""
        lines = self._lines
        longest = _LONGEST_BOXED if ruled else LONGEST
        for at in range(index + 1, min(index + _BOXED + 1, len(lines))):
            if at in self._numbered or len(lines[at - 1].text) > longest:
                return 0
            is_ruled = at in self.rules
            if not ruled and lines[at - 1].facts & ITEM and _begins_with_bullet(lines[at - 1].text):
                return 0
            if not (is_ruled or ruled) and ends_sentence(lines[at - 1].text):
                return 0  # the heading follows the full stop, without the text above
            if is_ruled:
                own = ruled or _is_its_rule(lines[at], lines[index:at], self._is_apart(index))
                return at - index if own else 0
            if lines[at].gap and not self._is_double_spaced(index, at):
                return 0
            if at in self._decorated and lines[at].text[0].isalnum():
                own = self._is_apart(index) and is_title(lines[index:at])
                return at + 1 - index if own else 0
        return 0

    def _is_double_spaced(self, index: int, at: int) -> bool:
        """Whether a title in capitals goes on below one empty line, with more of them above it."""
        first, line = self._lines[index], self._lines[at]
        return line.gap == 1 < first.gap and first.text.isupper() and line.text.isupper()

    def _is_apart(self, index: int) -> bool:
        """Whether an empty line is above, a paragraph that was never wrapped, or nothing at all."""
        return self._lines[index].gap > 0 or index == 0 or self._is_between_whole(index)


def _begins_with_bullet(text: str) -> bool:
    """Whether it is the last item of a list above the next title's rule."""
    return any(mark.value is None and mark.style != SECTION_STYLE for mark in item_marks(text))


def _is_table_row(text: str) -> bool:
    """Whether it has columns, or is a table on one line."""
    return has_columns(text) or is_joined_table(text)


def _is_its_rule(rule: Line, above: Sequence[Line], apart: bool) -> bool:
    """Whether the rule belongs to the heading; one set apart may have an empty line before it.

    A sentence of several lines, or without an empty line above, ends a paragraph, and the rule
    belongs to the next heading, as one does that stands to the right of all words.
    """
    if rule.indent > max(line.indent + len(line.text) for line in above):
        return False
    if rule.gap == 0:
        text = above[-1].text
        return (apart and len(above) == 1) or looks_like_title(text) or not ends_sentence(text)
    double_spaced = len(above) > 1 and above[-1].gap > 0 and looks_like_title(above[-1].text)
    return apart and (double_spaced or is_title(above)) and (rule.gap == 1 or rule.cut is not None)
