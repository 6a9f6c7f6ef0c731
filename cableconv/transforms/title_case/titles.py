"""A subject in capitals as a title: each word by the body, by the tables, by its position."""

from __future__ import annotations

import re

from cableconv.patterns import pattern
from cableconv.transforms.title_case.witness import WORD, Witness
from cableconv.vocabulary.capitals import form_of
from cableconv.vocabulary.tags import is_particle

_SMALL = frozenset({
    "A", "AN", "AND", "AS", "AT", "BUT", "BY", "FOR", "FROM", "IN", "INTO", "NOR", "OF", "ON",
    "ONTO", "OR", "PER", "THE", "TO", "UPON", "VIA", "VS", "WITH",
})  # fmt: skip
# Not acronyms, although a text may spell one like this.
_ORDINARY = frozenset({
    "AM", "ARE", "BE", "DO", "DOES", "HAS", "HE", "I", "IF", "IS", "IT", "ITS", "ME", "MY", "NO",
    "NOT", "ONE", "OUT", "SHE", "SO", "UP", "WE",
})  # fmt: skip
# Always acronyms, although lower-case letters make another word of them.
_ACRONYMS = frozenset({"EU", "UK", "UN", "US"})
_ARTICLES = frozenset({"AL", "EL"})  # al-Masri; but de-listing
_PARTICLES = frozenset({"BIN", "DA", "DE", "DEL", "DER", "DI", "DOS", "DU", "VAN", "VON"})
_SUFFIXES = frozenset({"D", "LL", "M", "RE", "S", "T", "VE"})

_CROSSED_OUT = pattern(r"X{4,}")
_COUNTED = pattern(r"(\d+)(ST|ND|RD|TH|S)")
_CLAUSE = pattern(r"(?:^|[:?!;]|\s-+|--|[–—]|[\"“(\[]\s*$)[\s\"“(\[]*$")
_GOES_ON = pattern(r"[^\W\d_]{2}['’`]$")  # Ba'ath; but O'Brien
_SERIAL = pattern(r"-\d\d")
_LONG_CODE = 5
_SHORT = 3
_BEFORE_ELISION = pattern(r"\b(?:COUPS?|CHARGES?|COTE|C\u00d4TE)\s+$")
_APOSTROPHES = "'’`"
_NEAR = 40  # characters on either side that show the spelling
_MOST_SMALL = 0.1


def is_shouted(text: str) -> bool:
    """Whether a text is in capitals, except for crossed-out names and a few endings."""
    letters = [sign for sign in re.sub(r"[xX]{4,}", "", text) if sign.isalpha()]
    small = sum(map(str.islower, letters))
    return bool(letters) and small <= _MOST_SMALL * len(letters)


def title(text: str, witness: Witness) -> str:
    """Return the text with lower-case letters as in a title; punctuation and spaces stay."""
    last = max((found.start() for found in WORD.finditer(text)), default=0)

    def written(found: re.Match[str]) -> str:
        first = max(0, found.start() - _NEAR)
        before = text[first : found.start()] if first == 0 else f"x{text[first : found.start()]}"
        after = text[found.end() : found.end() + _NEAR]
        return _by_place(found[0], before, after, found.start() == last, witness)

    return WORD.sub(written, text)


def _by_place(word: str, before: str, after: str, is_last: bool, witness: Witness) -> str:
    is_elided = word == "D" and after[:1] in _APOSTROPHES and _BEFORE_ELISION.search(before)
    if is_elided or _is_suffix(word, before) or _GOES_ON.search(before):
        return word.lower()
    if len(word) == 1 and _is_initial(word, before, after):
        return word
    if word in _SMALL:
        stands_out = is_last or _CLAUSE.search(before) or _begins_compound(before, after)
        return word.capitalize() if stands_out else word.lower()
    form = _by_itself(word, after, witness)
    return form[:1].upper() + form[1:] if _CLAUSE.search(before) else form


def _is_suffix(word: str, before: str) -> bool:
    """Whether it is the S of GOC'S or the T of DON'T; a comma may replace a lost apostrophe."""
    if word == "S" and before[-1:] == ",":
        return True
    return word in _SUFFIXES and before[-1:] in _APOSTROPHES and before[-2:-1].isalnum()


def _is_initial(word: str, before: str, after: str) -> bool:
    """Whether it is a letter that stands for a word (U.S., A/S, F-16), not the article."""
    return word != "A" or before[-1:] in tuple("./&-") or after[:1] in tuple("./&-")


def _begins_compound(before: str, after: str) -> bool:
    return after[:1] == "-" and before[-1:] not in ("-", "/")


def _by_itself(word: str, after: str, witness: Witness) -> str:
    if not word.isupper() or word in _ACRONYMS or _CROSSED_OUT.fullmatch(word):
        return word
    if counted := _COUNTED.fullmatch(word):
        return counted[1] + counted[2].lower()
    if word in _ORDINARY:
        return word.capitalize()
    seen = witness.form_of(word)
    if seen is None:
        return _unseen(word, after)
    is_part_of_name = is_particle(word) and (after[:1] != "-" or word in _ARTICLES)
    if not seen.islower() or is_part_of_name:
        return seen
    # a short word in lower case may be another: the fm of an address is not a foreign minister
    return _unseen(word, after) if len(word) <= _SHORT else seen.capitalize()


def _unseen(word: str, after: str) -> str:
    """Return the spelling by the tables, for a word that the text does not have."""
    if any(map(str.isdigit, word)) or (len(word) < _LONG_CODE and _SERIAL.match(after)):
        return word
    if word in (_ARTICLES if after[:1] == "-" else _PARTICLES):
        return word.lower()
    return form_of(word) or word.capitalize()
