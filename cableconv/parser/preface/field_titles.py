"""A body's first title, with a rule below it, where no empty line parts it from the last field."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.lexer.facts import RULE
from cableconv.parser.lexer.labels import Field, read_label
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.lexer.shapes import RULE_CHARACTERS, decorated, is_rule
from cableconv.parser.preface.references.citations import cited_cables
from cableconv.vocabulary.kept_lines import has_room
from cableconv.vocabulary.notices import is_notice
from cableconv.vocabulary.sentences import is_finished

_WIDTH = 55  # characters of a line (5 FAH-1 H-246)
_SLIP = 2  # characters: a rule may be longer or shorter than its title
_BOX = 3  # lines: another rule that near makes the first one a box's
_NEAR = 8  # lines: a field's label that near shows that the preface goes on


def may_be_title_below_field(lines: Sequence[Line], index: int) -> bool:
    """Whether a rule may end a line, or be right below one that is right below another."""
    if lines[index].text[-1] in RULE_CHARACTERS:
        return True
    if not index or lines[index].gap or index + 1 == len(lines):
        return False
    rule = lines[index + 1]
    return bool(rule.facts & RULE) and rule.gap == 0


def is_title_below_field(lines: Sequence[Line], index: int, field: Field | None) -> bool:
    """Whether such a line below a field is a title, not the rest of the field.

    A subject's next line is a title only if its first word had room on the line above, that of
    fields other than subject and references only if its rule is as long.
    """
    title = lines[index].text
    if field is None:
        return False
    if _is_ruled(title):
        return not _is_label_below(lines, index + 1)
    rule = lines[index + 1] if index and index + 1 < len(lines) else None
    if rule is None or rule.gap or lines[index].gap or not is_rule(rule.text):
        return False
    if field == "subject" and not has_room(lines[index - 1].text, title, _WIDTH):
        return False
    if field == "references" and next(cited_cables(title), None) is not None:
        return False
    if field not in ("subject", "references") and not _underlines(rule.text, title):
        return False
    return _may_be_title(title) and _is_last(lines, index)


def _is_ruled(text: str) -> bool:
    """Whether a rule is on the title's line itself, and the words are no notice."""
    return decorated(text) is not None and not is_notice(text)


def _underlines(rule: str, title: str) -> bool:
    """Whether the rule is as long as the title: headings are underlined letter by letter."""
    return abs(len(rule) - len(title)) <= _SLIP


def _may_be_title(text: str) -> bool:
    _, begin = read_marking(text)
    is_word = text[begin : begin + 1].isupper()
    return is_word and not is_finished(text) and read_label(text) is None


def _is_last(lines: Sequence[Line], index: int) -> bool:
    """Whether the rule opens no box, and no label is below."""
    below = lines[index + 2 : index + 2 + _BOX]
    return not any(is_rule(line.text) for line in below) and not _is_label_below(lines, index + 2)


def _is_label_below(lines: Sequence[Line], index: int) -> bool:
    return any(read_label(line.text) for line in lines[index : index + _NEAR])
