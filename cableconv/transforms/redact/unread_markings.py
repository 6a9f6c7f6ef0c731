"""Markings that cannot be read: ``{CX}``, ``C/NF -``, ``(C The``, ``SECRET NOFORN``.

They count as the level of the cable, or as the one that they seem to name, if that is higher.
In a block they count at its beginning, in a field of the header anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.cable import Level
from cableconv.patterns import pattern
from cableconv.transforms.redact.look_alikes import CIRCLED_C, CIRCLED_S, plain
from cableconv.transforms.redact.misread_markings import misread_markings
from cableconv.vocabulary.levels import LEVELS, highest, is_plain, level_of

_WHOLE_WORD = 6  # letters of the shortest level in words
_LONGEST_BANNER = 40


def spaced(level: Level) -> str:
    """Return an expression for a level's letters, with or without a space between any two."""
    return "[ ]?".join(level.replace(" ", ""))


# The higher level first, as TOP SECRET also contains SECRET.
_LEVEL_WORDS = "|".join(map(spaced, reversed(LEVELS)))
_LEVEL_WORDS = rf"{_LEVEL_WORDS}|UNCLAS|RESTRICTED|SENSITIVE[ ]BUT[ ]UNCLASSIFIED"
_NAMED = pattern("|".join(f"({spaced(level)})" for level in reversed(LEVELS)))
_CODES = "TS|[SCR]|SBU|LOU|FOUO|CUI|CONF[A-Z]*|SECRET|RESTRICTED"
_CAVEAT = r"(?:NF|NOFORN|OC|ORCON|SI|TK|REL\b[A-Z ,/]*|EXDIS|NODIS|LIMDIS|STADIS|SENSITIVE)"
_WITH_CAVEATS = rf"(?:[ /]{{1,2}}{_CAVEAT}){{0,3}}"
_LIKE_ONE = pattern(
    rf"""[\W_]{{0,20}} (?:
      (?<=[(\[{{<])\s? [A-Z][A-Z/, -]{{0,40}}[)\]}}>:]          # (CX)
    | (?<=[(\[{{<])[\s*_.]{{0,3}} (?:{_CODES}|(?i:[sc]|secret|conf[a-z]*)) (?![^\W_])  # (C The
    | (?:TS|[USCR]|SBU(?:/\w+)?|{_LEVEL_WORDS}) {_WITH_CAVEATS} \s? (?:[:)]|-\s)  # C:, SECRET -
    | (?:TOP[ ]SECRET|SECRET|CONFIDENTIAL|SENSITIVE[ ]BUT[ ]UNCLASSIFIED) (?![^\W_])
    | (?:{_CODES}) (?:\s?/{{1,2}}\s?{_CAVEAT})+ (?![^\W_])     # C/NF, SECRET/NOFORN
    | (?<=[^\w\s]) (?:TS|[SC]|SBU) (?<!/S) (?=[^\w\s.'\u2019]\B)  # -C-, not /S/: signed
    | [{CIRCLED_C}{CIRCLED_S}] (?!\s?\d) )""",
    re.VERBOSE,
)
# In a field, labels of entries and letters of reasons have a bracket on one side only.
_IN_FIELD = pattern(
    rf"""(?<![^\W_]) (?:
      (?:{_LEVEL_WORDS}) {_WITH_CAVEATS} \s? (?::|-\s)            # SECRET: NOFORN -
    | [(\[{{<]\s? (?:TS|[SC]|SBU|LOU|{_LEVEL_WORDS}) {_WITH_CAVEATS}
      (?: \s?: | (?![\w/-])(?=[^)\]}}>]{{0,400}}\Z) | [\s/-]*\Z ) )   # (S: The, (S/NF The
    """,
    re.VERBOSE,
)
_TORN = pattern(r"[^\w()\[\]{}<>]*([A-Z][^()\[\]{}<>]{0,30})[)\]}>]")


def looks_marked(text: str) -> bool:
    """Whether a text begins with, or only consists of, a possible marking in any spelling."""
    letters = plain(text)
    if _LIKE_ONE.match(letters) or _is_banner(letters):
        return True
    return any(not text[: marking.start].strip() for marking in misread_markings(text))


def named_level(text: str) -> Level | None:
    """Return the level that an unread marking at the beginning seems to name, or None."""
    letters = plain(text)
    found = _LIKE_ONE.match(letters)
    words = found[0] if found else letters if _is_banner(letters) else ""
    return _named(words) if is_plain(words) or _NAMED.search(words) else None


def unread_in_field(text: str) -> Iterator[tuple[int, Level | None]]:
    """Yield the place of each unread marking in a field, and the level it seems to name.

    The first may be the end of one that was torn, as slashes and brackets separate fields:
    ``NF) The``.
    """
    letters = plain(text)
    if (torn := _TORN.match(letters)) and len(torn[1]) > 1 and is_plain(torn[1]):
        yield 0, _named(torn[1])
    for found in _IN_FIELD.finditer(letters):
        yield found.start(), _named(found[0])
    yield from misread_markings(text)


def _named(words: str) -> Level | None:
    found = _NAMED.search(words)
    spelled = LEVELS[len(LEVELS) - (found.lastindex or 0)] if found else None
    return highest((spelled, level_of(words)))


def _is_banner(text: str) -> bool:
    """Whether a text is nothing but a level and its caveats: ``SECRET NOFORN``."""
    if len(text) > _LONGEST_BANNER or sum(map(str.isalpha, text)) < _WHOLE_WORD:
        return False
    if is_plain(text) and level_of(text) is not None:
        return True
    rest = _NAMED.sub("", text, count=1)
    return rest != text and is_plain(rest)
