"""Where captions, labels and paragraphs begin in a telegram's text that lost its line ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cableconv.parser.lexer.class_line import read_class_line
from cableconv.patterns import pattern

_CAPTION = pattern(r"(?:NODIS|EXDIS|NOFORN|SENSITIVE)?(?=SIPDIS)|SIPDIS\s*")
_LABEL = pattern(
    r"E\.?O\.?\s?\d{5}|TAGS\s?:|SUBJ(?:ECT)?\s?:|REF(?:TEL)?S?\s?:|[Cc](?:lassified|LASSIFIED)\s[Bb][Yy]\b"
)
_NUMBERED = pattern(
    r"(?<![\d.$/-])(?P<pilcrow>¶\s?)?(?P<number>\d{1,2})\.\s{0,2}"
    r"(?:(?P<marked>\((?:TS|SBU|LOU|FOUO|S|C|U)[)/ ])|(?P<plain>(?=[A-Z\"“(])))"
)
# what may stand before a number that has neither pilcrow nor marking
_ENDED = frozenset('.!?"”):-')
_SHORTEST = 200
_FEWEST_LABELS = 2


def has_lost_ends(text: str) -> bool:
    """Whether a line holds labels and the first paragraph's number behind them."""
    if len(text) < _SHORTEST or (". " not in text and ".(" not in text):
        return False
    labels = {found[0][:2].upper(): found.end() for found in _LABEL.finditer(text)}
    if len(labels) < _FEWEST_LABELS:
        return False
    return next(paragraph_starts(text, max(labels.values())), None) is not None


class TextCuts(NamedTuple):
    """Where lines begin inside one, those of paragraphs among them, and the last one's number."""

    lines: tuple[int, ...]
    paragraphs: frozenset[int]
    last: int


def text_cuts(text: str, last: int) -> TextCuts:
    """Where captions, labels and paragraphs begin; ``last`` is the number of the one before."""
    found = {start: number for number, start in paragraph_starts(text, 0, last)}
    preface = text[: min(found, default=len(text))] if not last else ""
    classed = read_class_line(text) if preface else None
    cuts = {*found, classed.rest_start if classed and classed.rest else 0}
    cuts |= {caption.end() for caption in _CAPTION.finditer(preface)}
    cuts |= {label.start() for label in _LABEL.finditer(preface)}
    lines = tuple(sorted(cuts - {0, len(text)}))
    return TextCuts(lines, frozenset(found), max(found.values(), default=last))


def paragraph_starts(text: str, position: int, last: int = 0) -> Iterator[tuple[int, int]]:
    """Paragraphs' numbers and places; without pilcrow and marking only the next one counts."""
    for found in _NUMBERED.finditer(text, position):
        number = int(found["number"])
        sure = found["pilcrow"] or found["marked"]
        follows = number == last + 1 and _may_begin(text, found.start())
        if not follows and not (sure and number > last):
            continue
        last = number
        yield number, found.start()


def _may_begin(text: str, start: int) -> bool:
    """Whether a sentence, or a word that lost its line's end, stands before the number."""
    before = text[:start].rstrip()
    return not before or before[-1] in _ENDED or (before[-1].isalpha() and len(before) == start)
