"""Where a line breaks off the text above it, and where it goes on in spite of its beginning."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from cableconv.parser.body.tables.table_lines import FIGURE_ENDS, has_figures_apart
from cableconv.parser.lexer.facts import ITEM, NOT_TEXT, NUMBER
from cableconv.parser.lexer.lines import Line
from cableconv.roles import closed_roles
from cableconv.vocabulary.kept_lines import has_room
from cableconv.vocabulary.sentences import ends_sentence, is_finished

FULL = 0.72
"""The share of the body's width: a wrapped line is longer."""
LONGEST_WRAPPED = 100
"""Characters: a longer line was never wrapped."""
_NOT_RUNNING = NOT_TEXT | NUMBER
_DASHES = frozenset("-*•")
_SHORT_POINT = 35  # characters
_WHOLE = 50  # characters of a wrapped line
CLOSING = 16  # characters: END SUMMARY, without its full stop


def closes_role(text: str) -> bool:
    """Whether it ends with words that close a summary or a comment, which need no full stop."""
    return bool(closed_roles(text[-CLOSING:]))


def goes_on_small(before: str, text: str) -> bool:
    """Whether a lower-case letter goes on with a sentence that paused at a bracket or ``U.S.``."""
    pauses = before[-1] in ')"”' and not ends_sentence(before)
    pauses = pauses or (before[-1] == "." == before[-3:-2] and before[-2].isupper())
    return pauses and text[0].islower() and not text.startswith("xxx")


def is_full(above: str, text: str, width: int) -> bool:
    """Whether a wrapped line had no room for the first word of the next one."""
    return len(above) > FULL * width and not has_room(above, text, width)


def ends_item(above: Line, line: Line) -> bool:
    """Whether a text goes on below the item that a line ends.

    The text was never wrapped, or a whole line of it is below a point of a few words.
    """
    if not line.text[0].isupper() or not is_finished(above.text):
        return False
    if max(len(above.text), len(line.text)) > LONGEST_WRAPPED:
        return True
    short = above.text[0] in _DASHES and len(above.text) <= _SHORT_POINT < _WHOLE <= len(line.text)
    return short and above.text[-1] == "."


def breaks_in(lines: Sequence[Line], near_rule: Collection[int]) -> list[int]:
    """Return the indices of lines that may not just continue the line above, and of the end.

    Any other line does: a list can begin only after a colon, and a heading only near a rule.
    """
    breaks = {
        at
        for at, (above, line) in enumerate(pairwise(lines), 1)
        if line.facts & _NOT_RUNNING
        or line.gap
        or line.cut
        or above.text[-1] == ":"
        or (above.facts & ITEM and ends_item(above, line))
        or (line.text[-1] in FIGURE_ENDS and has_figures_apart(line))
    }
    return sorted({*breaks, *near_rule, len(lines)})
