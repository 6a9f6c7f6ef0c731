"""The titles before rules inside a line: where their words begin, behind a text's last sentence."""

from __future__ import annotations

import re

from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.paragraph_marks import read_paragraph_mark
from cableconv.parser.lexer.quote_marks import quote_mark
from cableconv.patterns import pattern

TITLE_START = pattern(
    r"(?<=[.!?:\"”)\]])(?<!,[\"”])(?<!\b[MDS][rst]\.)(?<!\bMrs\.)(?<!\bST\.)\s+(?=[A-Z\"“(\d'¶$])"
    r"|(?<=\bEND\s(?:SUMMARY|COMMENT))\s+(?=[A-Z]{2})"
)
_ABBREVIATED = pattern(r"(?:\b[A-Z]\.){2,}$")
_ROW_OF_DOTS = (". . .", "...")
_LETTERS = pattern(r"(?i)\b(?!x+\b)[^\W\d_]")
_SENTENCE = pattern(r"(?<!\b[A-Z])[.!?][\"”)]*\s+[A-Z\"“]")
# two or more words, capitalised except for small ones: no sentence is written so
_SMALL = r"(?:a|an|and|as|at|but|by|for|from|in|is|nor|not|of|on|or|the|to|with)"
_IN_CAPITALS = pattern(rf"(?:[\"“(]?[A-Z][\w'’-]*[,:;]?\s+(?:{_SMALL}\s+)*+)+[A-Z][\w'’-]*\.$")
_LABEL = pattern(
    r"(?:.*[.!?\"”)]\s+)?(?:(?:[A-Z]\.){2,}|[IVX]{1,4}[.)]|¶\s?[A-Z][.)])"
    r"|[\"“][^\"“”.!?]+[\"”]"
)
_BEFORE_COLON = pattern(
    rf"(?:.*[.!?\"”)]\s+)?(?:[A-Z][\w'’-]*\s+(?:{_SMALL}\s+)*+){{0,7}}[A-Z][\w'’-]*:"
)
_SENTENCE_COSTS = 25
LONGEST_TITLE = 110
_DASHES = "-=* "
_LONGEST_LABEL = 60
_CLOSES = pattern(r"END\s(?:OF\s)?(?:SUMMARY|COMMENT|NOTE)\.?$", re.IGNORECASE)


def title_start(text: str, begin: int, run: re.Match[str]) -> int | None:
    """Return the start of the title that a rule underlines: a sentence of about its length."""
    words = text[begin : run.start()].rstrip()
    mark = read_paragraph_mark(words)
    least = mark.end if mark else -1
    starts = [] if mark else [0]
    starts += [
        found.end()
        for found in TITLE_START.finditer(words)
        if found.end() > least and not _is_opening(words[: found.start()])
    ]
    fitting = [start for start in starts if is_title(words[start:])]
    if not (fitting or begin) and starts == [0] and _is_label(words):
        return 0
    best = min(fitting, key=lambda start: _misfit(words[start:], len(run[0])), default=None)
    return None if best is None else begin + best


def _is_opening(words: str) -> bool:
    """Whether they open a title: ``U.S.``, ``IV.``, quoted or capitalised words before a colon.

    Spaced dashes may be before them, as behind the title.
    """
    words = words.lstrip(_DASHES) or words
    if _LABEL.fullmatch(words):
        return True
    if words[-1] != ":" or not _BEFORE_COLON.fullmatch(words):
        return False
    return read_label(words) is None


def _is_label(words: str) -> bool:
    """Whether a title with a colon is alone before its rule."""
    if words[-1:] != ":" or len(words) > _LONGEST_LABEL:
        return False
    return read_label(words) is None and quote_mark(words) is None


def _misfit(title: str, length: int) -> int:
    """Return how poorly a title fits a rule of that length."""
    return abs(len(title) - length) + (_SENTENCE_COSTS if _SENTENCE.search(title) else 0)


def is_title(words: str) -> bool:
    """Whether the words do not end like a sentence, or close a summary or a comment."""
    if len(words) > LONGEST_TITLE or not _LETTERS.search(words):
        return False
    if _CLOSES.search(words):
        return False
    if words.endswith(_ROW_OF_DOTS) or _ABBREVIATED.search(words) or _IN_CAPITALS.match(words):
        return True
    return words[-1] not in ".,;:" or words == words.upper()
