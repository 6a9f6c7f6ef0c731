"""Markings that a scan or a typist damaged: ``(5BU)``, ``(SNF)``, ``(T.S.)``, ``(SECRET The``.

They count at the beginning of a text and of its sentences; elsewhere, brackets hold the acronyms
of the names before them, in which no digits replace letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cableconv.cable import Level
from cableconv.patterns import pattern
from cableconv.transforms.redact.inner_markings import Marking
from cableconv.transforms.redact.look_alikes import plain
from cableconv.vocabulary.edit_distance import within_one_edit
from cableconv.vocabulary.levels import is_plain, level_of

_CODES = "TS|SBU|LOU|FOUO|[SC]"
_WORDS = ("CONFIDENTIAL", "SECRET", "TOPSECRET")
_CAVEATS = "NF|NOFORN|EXDIS|NODIS|LIMDIS|STADIS|ORCON"
_BEGINS = r"(?:\A|[.!?:;\"”')\]]|--)\s*+"
_BRACKETED = pattern(rf"{_BEGINS}([(\[{{<]\s?([A-Z\d][A-Z\d ./|\\!,-]{{0,40}}?)\s?[)\]}}>])")
_WITH_DIGITS = pattern(
    r"([(\[{<]\s?((?=[A-Z]{0,3}[058])[A-Z058]{3,4}(?:/{1,2}[A-Z]{2,6})?)\s?[)\]}>])"
)
# Another bracket must not close it: (S Korea), but (S The minister ...
_UNCLOSED = pattern(
    rf"""{_BEGINS} ([(\[{{<]\s? ({_CODES}|TOP[ ]SECRET|SECRET|CONFIDENTIAL)
    (?: (?:[ /]{{1,2}}(?:{_CAVEATS}|SI|TK|REL))+ \s*(?=[A-Z][a-z]) | \s+(?=[A-Z"“]) )
    (?![^()\[\]{{}}<>]{{0,400}}[)\]}}>]))""",
    re.VERBOSE,
)
_UNOPENED = pattern(rf"(?<![(\[{{<\w])((TS|SBU|[SC])/{{1,2}}(?:{_CAVEATS})[)\]}}>])")
_BRACKETS = "([{<>}])"
# A lost or misread slash is nothing or an I; behind one that is there, a caveat may be misread.
_CODED = pattern(
    rf"({_CODES})(?:[/IL]{{0,2}}(?:{_CAVEATS})|/{{1,2}}(?:N[A-Z]|[A-Z]F|NOF[A-Z]{{2,4}}))*"
)
_LETTERS = str.maketrans({"0": "O", "1": "I", "5": "S", "8": "B", "|": "/", "\\": "/", "!": "/"})
_GAPS = pattern(r"[\s.,-]+")


def misread_markings(text: str) -> Iterator[Marking]:
    """Yield the place of each damaged marking, and the level that it seems to name."""
    letters = plain(text)
    if not any(map(letters.__contains__, _BRACKETS)):
        return
    for form, level_in in _FORMS:
        for found in form.finditer(letters):
            if level := level_in(found[2]):
                yield Marking(found.start(1), level)


def _level_of_misread(words: str) -> Level | None:
    """Return the level, unless it is plain, and so was read as a marking."""
    if is_plain(words) or not any(map(str.isalpha, words)):
        return None
    letters = _GAPS.sub("", words.translate(_LETTERS)).replace("IJ", "U")
    if found := _CODED.fullmatch(letters):
        return level_of(found[1])
    word = next((word for word in _WORDS if within_one_edit(word, letters)), None)
    return level_of(word.replace("TOPSECRET", "TOP SECRET")) if word else None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[str], Level | None]], ...] = (
    (_BRACKETED, _level_of_misread),
    (_WITH_DIGITS, _level_of_misread),
    (_UNCLOSED, level_of),
    (_UNOPENED, level_of),
)
"""Each form, and what finds the level in its second group."""
