"""Headings under construction: their marking, their rules, and the rest of a wrapped one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.parser.body.drafts import Draft
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.lexer.shapes import decorated
from cableconv.patterns import pattern
from cableconv.vocabulary.sentences import ends_sentence

_LAST_MARKING = pattern(r"\s\(((?:TS|SBU|LOU|FOUO|[SCU])(?://?(?:NF|NOFORN|FOUO))?)\)$")
"""A portion marking after a heading."""
_FRAMES = "*# "  # of boxes, also at one end of a heading's lines
_REST_OF_HEADING = pattern(r"(?!xx)[a-z][a-z-]*\s|[)&]\s?[A-Za-z]")
_OPEN_END = pattern(r"(?:\b(?:and|for|from|of|or|the|to|with)|['’]s)$", re.IGNORECASE)
_WIDEST = 62  # characters of a line (5 FAH-1 H-246)


def heading_of(lines: list[Line], rules: Sequence[Line]) -> Draft:
    """Return the heading on these lines, below these rules."""
    draft = Draft("heading", lines)
    text = decorated(draft.text) or draft.text
    if rules and (len(lines) > 1 or rules[-1].text[0] in _FRAMES):
        text = " ".join(_without_frame(line.text, rules[-1].text[0]) for line in lines)
    marking, start = leading_marking(text)
    last = _LAST_MARKING.search(text, start) if text[-1] == ")" and not marking else None
    words = text[start : last.start()] if last else text[start:]
    draft.marking, draft.label = last[1] if last else marking, " ".join(words.split())
    draft.rules = list(rules)
    return draft


def _without_frame(text: str, sign: str) -> str:
    """Return the words of a boxed heading's line; the box is made of ``sign``."""
    return decorated(text) or (text.strip(_FRAMES) if sign in _FRAMES else text)


def goes_on_heading(above: Draft, rules: Sequence[Line], line: Line) -> bool:
    """Whether a line below a heading's rule is the rest of that heading, wrapped at the rule.

    ``rules`` are those between the two, if the page ended above them.  A page may also end
    between two lines above a rule.
    """
    text = above.lines[-1].text if above.kind == "heading" else ""
    if not text or ends_sentence(text):
        return False
    if line.cut and not (above.rules or rules):
        return _is_open(text, line.text)
    if bool(above.rules) == bool(rules) or line.gap > 1:
        return False
    if text[-1] == "," or _REST_OF_HEADING.match(line.text):
        return True
    return line.gap == 0 and not rules and _is_open(text, line.text)


def _is_open(text: str, below: str) -> bool:
    """Whether a bracket is open, the last word needs another, or the next one had no room."""
    full = below[0].isalnum() and len(text) + 1 + len(below.split(None, 1)[0]) > _WIDEST
    return full or text.count("(") > text.count(")") or _OPEN_END.search(text) is not None


def leading_marking(text: str, start: int = 0) -> tuple[str | None, int]:
    """Return a portion marking before text; a lone one is text itself."""
    marking, end = read_marking(text, start)
    return (marking, end) if end < len(text) else (None, start)
