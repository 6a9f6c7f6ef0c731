"""Where captions, labels and paragraphs begin in a telegram's text that lost its line ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cableconv.parser.lexer.class_line import read_class_line
from cableconv.patterns import pattern
from cableconv.vocabulary.tags import is_place, place_before

_CAPTION = pattern(r"(?:NODIS|EXDIS|SENSITIVE)?(?=SIPDIS)|SIPDIS\s*|(?=NOFORN)|NOFORN\b\s*")
_LABEL = pattern(
    r"E\.?O\.?\s?\d{5}|TAGS?(?=\s?:|\s+[A-Z]{2,5}[,;\s])|SUBJ(?:ECT)?\s?:"
    r"|REF(?:TEL)?S?(?=\s?:|\s+(?:\(?A[.)]\s|\d\d\s[A-Z]|[A-Z][A-Z ]{2,20}\s\d{2,}))"
    r"|C(?:lassified|LASSIFIED)\s[Bb][Yy]\b|S(?:ensitive|ENSITIVE)\s[Bb](?:ut|UT)\s"
    r"|T(?:his\s(?:cable|message)\sis|HIS\s(?:CABLE|MESSAGE)\sIS)\s|DERIVED\sFROM:"
)
_OBLIGATORY = pattern(r"E\.?O\.?\s?\d{5}|TAGS?(?=\s?:|\s+[A-Z]{2,5}[,;\s])|SUBJ(?:ECT)?\s?:")
_CODES = pattern(r"(?<![A-Z])[A-Z]{2,7}(?![A-Za-z])")
_RULE = pattern(r"-{5,}")
_PAGE = pattern(r"\s\d{8}\s{1,3}\d{3}(?:\.\d+)?\sOF\s\d{3}(?!\d)")
_NUMBERED = pattern(
    r"(?:(?P<pilcrow>¶\s?)|(?P<glued>(?<=[A-Za-z)\"”]\.)|(?<=\d\.)(?=\d{1,2}\.\s{0,2}\())"
    r"|(?<![\d.$/]))"
    r"(?P<number>\d{1,2})\.\s{0,5}"
    r"(?:(?P<marked>\((?:TS|SBU|LOU|FOUO|S|C|U)[)/ ])|(?P<plain>(?=[A-Z\"“(])))"
)
# what may stand before a number that has neither pilcrow nor marking
_ENDED = (".", "!", "?", '"', "”", ")", ":", "--")
_BLANKS = 20
_SHORTEST = 100
_FEWEST_LABELS = 2


def has_lost_ends(text: str) -> bool:
    """Whether a line holds labels and the first paragraph's number behind them."""
    if len(text) < _SHORTEST or (". " not in text and ".(" not in text):
        return False
    labels = _labels(text)
    if len(labels) < _FEWEST_LABELS:
        return False
    return next(paragraph_starts(text, max(labels)), None) is not None


def _labels(text: str) -> list[int]:
    """The ends of the labels that every cable has, each where it stands first."""
    ends: dict[str, int] = {}
    for found in _OBLIGATORY.finditer(text):
        ends.setdefault(found[0][0], found.end())
    return list(ends.values())


class TextCuts(NamedTuple):
    """Where lines begin inside one, those of paragraphs among them, and the last one's number."""

    lines: tuple[int, ...]
    paragraphs: frozenset[int]
    last: int


def text_cuts(text: str, last: int, station: str | None) -> TextCuts:
    """Where captions, labels, paragraphs and page marks begin.

    ``last`` is the number of the paragraph before, ``station`` the class line's.
    """
    begin = max(_labels(text), default=0) if not last else 0
    found = {start: number for number, start in paragraph_starts(text, begin, last)}
    preface = text[: min(found, default=len(text))] if not last else ""
    classed = read_class_line(text) if preface else None
    cuts = {*found, classed.rest_start if classed and classed.rest else 0}
    cuts |= {caption.end() for caption in _CAPTION.finditer(preface)}
    cuts |= {label.start() for label in _LABEL.finditer(preface)}
    cuts |= {end for rule in _RULE.finditer(preface) for end in rule.span()}
    cuts |= set(_tag_cuts(preface))
    cuts |= set(_page_mark_cuts(text, station) if station else ())
    lines = tuple(sorted(cuts - {0, len(text)}))
    return TextCuts(lines, frozenset(found), max(found.values(), default=last))


def _tag_cuts(preface: str) -> Iterator[int]:
    """Where codes stand glued to the place that ended a line of TAGS: places stand together."""
    labels = [*_LABEL.finditer(preface), None]
    for label, after in pairwise(labels):
        if label is None or not label[0].startswith("TAG"):
            continue
        before = ""
        for word in _CODES.finditer(preface, label.end(), after.start() if after else len(preface)):
            if is_place(before) and (place := place_before(word[0])):
                yield word.start() + len(place)
            before = word[0]


def paragraph_starts(text: str, position: int, last: int = 0) -> Iterator[tuple[int, int]]:
    """Paragraphs' numbers and places; without pilcrow and marking only the next one counts."""
    for found in _NUMBERED.finditer(text, position):
        number = int(found["number"])
        sure = found["pilcrow"] or (found["marked"] and found["glued"] is None)
        is_next = number == last + 1 and (last == 0 or _may_begin(text, found.start()))
        if not is_next and not (sure and number > last):
            continue
        last = number
        yield number, found.start()


def _may_begin(text: str, start: int) -> bool:
    """Whether a sentence, or a word that lost its line's end, stands before the number."""
    before = text[max(start - _BLANKS, 0) : start].rstrip()
    return before.endswith(_ENDED) or text[start - 1 : start].isalpha()


def _page_mark_cuts(text: str, station: str) -> Iterator[int]:
    """Where the page marks of that station stand; a word may be glued to them."""
    names = (station, station.rpartition(" ")[2])
    for found in _PAGE.finditer(text):
        begun = next((name for name in names if text.endswith(name, 0, found.start())), None)
        if begun is not None:
            yield from (found.start() - len(begun), found.end())
