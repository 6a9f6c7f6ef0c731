"""Titles without a rule: lines set apart above a numbered paragraph, or below a rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cableconv.parser.body.text_breaks import LONGEST_WRAPPED
from cableconv.parser.body.titles import (
    has_capitals,
    has_value,
    is_contact,
    is_label,
    is_label_in_capitals,
    is_of_letter,
    is_remark,
    is_value,
    looks_like_title,
    roman_mark,
    section_mark,
)
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import has_columns, is_rule, item_marks
from cableconv.patterns import pattern
from cableconv.vocabulary.kept_lines import are_titled
from cableconv.vocabulary.sentences import ends_sentence

_QUOTED = pattern(r"(?:\"[A-Z][^\"“”]{3,75}\"|“[A-Z][^\"“”]{3,75}”)$")
_QUOTES = frozenset('"“')
_FEWEST_RULED = 3  # lines: a title, and another one with its rule
_FEWEST_LINES = 2  # of an article below its title
_LONGEST_ARTICLE = 40  # lines that are looked at
_ROOM = 2  # characters: some senders wrapped a little earlier


class BareTitles:
    """Finds such titles among a body's lines."""

    def __init__(self, lines: Sequence[Line], numbered: Collection[int]) -> None:
        self._lines = lines
        self._numbered = numbered

    def length_at(self, index: int, ruled: bool) -> int:
        """Return one or two for the lines of a title at ``index``, or 0.

        ``ruled``: a rule is right above.
        """
        if self._is_of_text(index, ruled):
            return 0
        if self._is_quoted_title(index):
            return 1
        return self._length_of_section_title(index) or self._length_of_title(index, ruled)

    def _is_of_text(self, index: int, ruled: bool) -> bool:
        """Whether it belongs to a table, a record or the text above."""
        text = self._lines[index].text
        if has_columns(text) or self.is_of_record(index) or is_remark(text):
            return True
        above = self._lines[index - 1].text if index else ""
        below = self._lines[index + 1].text if index + 1 < len(self._lines) else ""
        if above and not ruled and is_value(text, above):
            return True
        return is_of_letter(text, above, below)

    def _is_quoted_title(self, index: int) -> bool:
        """Whether it is an article's title in quotation marks, whose first words stand below it."""
        line = self._lines[index]
        below = self._lines[index + 1 : index + 1 + _LONGEST_ARTICLE]
        if not line.gap or line.text[0] not in _QUOTES or not _QUOTED.match(line.text):
            return False
        end = next((at for at, each in enumerate(below) if each.gap or each.cut), len(below))
        article = [each.text for each in below[:end]]
        if len(article) < _FEWEST_LINES or not article[0][0].isupper():
            return False
        needed = len(line.text) + 1 + len(article[0].split(None, 1)[0])
        return needed <= max(map(len, article)) - _ROOM and looks_like_title(line.text)

    def _length_of_section_title(self, index: int) -> int:
        for length in (1, 2):
            if index + length in self._numbered and self._is_section_title(index, length):
                return length
        return int(not self._numbered and self._is_lone_section_title(index))

    def _is_lone_section_title(self, index: int) -> bool:
        """Whether it is ``II. THE HORNS`` above a text, in a body without numbers."""
        line = self._lines[index]
        mark = roman_mark(line.text) if line.text.isupper() and line.gap else None
        if mark is None or index + 1 == len(self._lines) or not self._lines[index + 1].gap:
            return False
        beside = self._lines[max(index - 1, 0) : index + 2]
        alone = not any(section_mark(other.text) for other in beside if other is not line)
        return alone and looks_like_title(line.text[mark.end :])

    def _length_of_title(self, index: int, ruled: bool) -> int:
        if index + 1 in self._numbered and self._is_label(index):
            return 1
        for length in (1, 2):
            at = index + length
            if at > len(self._lines) or not looks_like_title(self._lines[at - 1].text):
                return 0
            if length > 1 and self._are_entries(index):
                return 0
            if at in self._numbered:
                return length
            if at == len(self._lines) or self._begins_other(self._lines[at]):
                return length if self._stands_alone(index, length, ruled) else 0
        return 0

    def _are_entries(self, index: int) -> bool:
        """Whether two lines are those of a person, or two people."""
        texts = [line.text for line in self._lines[index : index + 2]]
        return is_contact(texts[1]) or are_titled(texts)

    def _is_label(self, index: int) -> bool:
        """Whether it is a title with a colon; one that is not in capitals may be a salutation."""
        text = self._lines[index].text
        return is_label_in_capitals(text) or (index > 0 and is_label(text))

    def _begins_other(self, line: Line) -> bool:
        """Whether the line can't go on with a title."""
        return line.gap > 0 or bool(item_marks(line.text))

    def _stands_alone(self, index: int, length: int, ruled: bool) -> bool:
        """Whether something else than a paragraph right below shows that it is a title."""
        capitals = length == 1 and (
            self._lines[index].text.isupper()
            or self._is_between_long(index)
            or (index == 0 and self._is_above_ruled())
        )
        if index + length == len(self._lines):  # a page may lose the rest, rule and paragraph
            return ruled and capitals
        return ruled or capitals or (length == 1 and self._is_above_title(index))

    def _is_above_ruled(self) -> bool:
        """Whether a title with a rule is below the body's first line, apart from it."""
        lines = self._lines
        if len(lines) < _FEWEST_RULED or not lines[1].gap or lines[2].gap:
            return False
        return has_capitals(lines[0].text) and is_rule(lines[2].text)

    def _is_between_long(self, index: int) -> bool:
        """Whether a line with a capital at each word is set apart between texts never wrapped."""
        if not 0 < index < len(self._lines) - 1 or not has_capitals(self._lines[index].text):
            return False
        above, line, below = self._lines[index - 1 : index + 2]
        long = min(len(above.text), len(below.text)) > LONGEST_WRAPPED
        return long and line.gap > 0 < below.gap and ends_sentence(above.text)

    def _is_above_title(self, index: int) -> bool:
        """Whether it stands between a sentence and another title of a numbered paragraph."""
        title, text = self._lines[index + 1], self._lines[index].text
        if index + 2 not in self._numbered or not index or not text[0].isupper():
            return False
        whole = ends_sentence(self._lines[index - 1].text)
        return whole and title.gap > 0 and not title.cut and looks_like_title(title.text)

    def is_of_record(self, index: int) -> bool:
        """Whether it is a label with its value, as the line above or below is."""
        if not has_value(self._lines[index].text):
            return False
        beside = [*self._lines[max(index - 1, 0) : index], *self._lines[index + 1 : index + 2]]
        return any(has_value(line.text) for line in beside)

    def _is_section_title(self, index: int, length: int) -> bool:
        """Whether it is ``II. The Horns`` between paragraphs; a list's has others above it."""
        first, *wrapped = self._lines[index : index + length]
        mark = section_mark(first.text)
        words = [first.text[mark.end :] if mark else "", *(line.text for line in wrapped)]
        if mark is None or not all(map(looks_like_title, words)):
            return False
        if any(line.gap or item_marks(line.text) for line in wrapped):
            return False
        for at in range(index - 1, -1, -1):
            if at in self._numbered:
                return True
            if section_mark(self._lines[at].text):
                return False
        return True
