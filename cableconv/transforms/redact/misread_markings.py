"""Markings that a scan or a typist damaged: ``(5BU)``, ``(SNF)``, ``(T.S.)``, ``(SECRET The``.

Inside a sentence, letters that abbreviate the words before them are an acronym, and a digit
replaces a letter only in a longer code.
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
_BRACKETED = pattern(r"(?<![^\W_])([(\[{<]\s?([A-Z\d][A-Z\d ./|\\!,-]{0,40}?)\s?[)\]}>])")
_WITH_DIGITS = pattern(
    r"([(\[{<]\s?((?=[A-Z]{0,3}[058])[A-Z058]{3,4}(?:/{1,2}[A-Z]{2,6})?)\s?[)\]}>])"
)
# Another bracket must not close it: (S Korea), but (S The minister ...
_UNCLOSED = pattern(
    rf"""(?<![^\W_]) ([(\[{{<]\s? ({_CODES}|TOP[ ]SECRET|SECRET|CONFIDENTIAL)
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
_SHORTEST = 3  # letters of an acronym
_NEAR = 80  # characters before an acronym, with the words that it abbreviates
_WORD = pattern(r"[^\W\d_][\w'’]*")
_SMALL = frozenset(("a", "an", "and", "de", "for", "in", "of", "on", "the", "to"))
_BEFORE_SENTENCE = (*".!?:;\"”')]", "--")


def misread_markings(text: str) -> Iterator[Marking]:
    """Yield the place of each damaged marking, and the level that it seems to name."""
    letters = plain(text)
    if not any(map(letters.__contains__, _BRACKETS)):
        return
    for found in _BRACKETED.finditer(letters):
        level = _level_of_misread(found[2])
        if level and not _is_of_sentence(
            found[2], letters[max(found.start() - _NEAR, 0) : found.start()]
        ):
            yield Marking(found.start(), level)
    for form, level_in in _FORMS:
        for found in form.finditer(letters):
            if level := level_in(found[2]):
                yield Marking(found.start(1), level)


def _is_of_sentence(words: str, before: str) -> bool:
    """Whether the words in brackets belong to the sentence around them: ``the five (S5)``."""
    before = before.rstrip()
    if not before or before.endswith(_BEFORE_SENTENCE):
        return False
    if any(map(str.isdecimal, words)) and "/" not in words:
        return True
    named = _WORD.findall(before)
    letters = "".join(filter(str.isalpha, words))
    return len(letters) >= _SHORTEST and any(
        "".join(word[0] for word in each).upper().endswith(letters)
        for each in (named, [word for word in named if word.lower() not in _SMALL])
    )


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
    (_WITH_DIGITS, _level_of_misread),
    (_UNCLOSED, level_of),
    (_UNOPENED, level_of),
)
"""Each form, and what finds the level in its second group."""
