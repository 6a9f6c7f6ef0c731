"""The spellings of a name: in any case, over line ends, with and without accents.

Telegraphs had no accents, so ``KJAER`` is ``Kjær`` and ``MUELLER`` or ``MULLER`` is ``Müller``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from cableconv.patterns import pattern

_WORD = pattern(r"[^\W_]+")
_DIGRAPHS = {"ae": "äæ", "oe": "öøœ", "ue": "ü", "aa": "å", "ss": "ß", "th": "þ"}
_SPELT_OUT = {letter: pair for pair, letters in _DIGRAPHS.items() for letter in letters}
_MANY_SPELLINGS = pattern("|".join((*_DIGRAPHS, *_SPELT_OUT)))
_NO_LETTER = pattern(r"[\W_]+")
_BASE = {"æ": "a", "ø": "o", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ı": "i"}
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
# Between two letters of a word: what shows no character, an apostrophe, a word's division.
_INVISIBLE = r"[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]"
_WITHIN = rf"(?:{_INVISIBLE}|['’`]|-\s*)*"
_BETWEEN = r"[\W_]*"
_COMMA = rf"{_INVISIBLE}*\s*[,\x1f]\s*"


def letters_of(name: str) -> int:
    """How many letters and figures it has."""
    return sum(map(len, _WORD.findall(name)))


def key_of(name: str) -> str:
    """Letters of the name that any text with it has when it is ``squeezed``; as many as can be."""
    runs = (run for word in _words(name) for run in _MANY_SPELLINGS.split(word))
    return max((squeezed(run) for run in runs), key=len)


def squeezed(text: str) -> str:
    """Letters and figures alone, small and without accents."""
    plain = text.lower() if text.isascii() else "".join(map(_base, text.lower()))
    return _NO_LETTER.sub("", plain)


def pattern_of(name: str) -> str:
    """A regular expression that finds the name; of several words also as SURNAME, GIVEN.

    Between two words may stand any blanks, line ends and punctuation, or nothing; a word may
    be divided by a hyphen.  It is found as a whole only: no letter stands on either side.
    """
    words = list(map(_of_word, _words(name)))
    orders = [_BETWEEN.join(words)]
    if len(words) > 1:
        orders.append(f"{words[-1]}{_COMMA}{_BETWEEN.join(words[:-1])}")
    return f"{_edge(name[:1], '<')}(?:{'|'.join(orders)}){_edge(name[-1:], '')}"


def _words(name: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", name).lower())


def _edge(sign: str, behind: str) -> str:
    return rf"(?{behind}!\d)" if sign.isdigit() else rf"(?{behind}![^\W\d_])"


def _of_word(word: str) -> str:
    return _WITHIN.join(_pieces(word)) + f"{_INVISIBLE}*"


def _pieces(word: str) -> Iterator[str]:
    index = 0
    while index < len(word):
        pair = word[index : index + 2]
        if pair in _DIGRAPHS:
            first, second = map(_any_accent, pair)
            yield f"(?:{first}{_WITHIN}{second}|[{_DIGRAPHS[pair]}])"
        else:
            yield _with_spelling_out(word[index])
        index += 2 if pair in _DIGRAPHS else 1


def _with_spelling_out(letter: str) -> str:
    pair = _SPELT_OUT.get(letter)
    single = _any_accent(letter)
    return f"(?:{_WITHIN.join(map(_any_accent, pair))}|{single})" if pair else single


def _any_accent(letter: str) -> str:
    base = _base(letter)
    return f"[{base}{letter}{_accented().get(base, '')}]"


@cache
def _base(letter: str) -> str:
    return _BASE.get(letter) or unicodedata.normalize("NFKD", letter)[0]


@cache
def _accented() -> dict[str, str]:
    """The accented letters of each plain one."""
    found: dict[str, str] = {}
    for letter in filter(str.islower, map(chr, _LATIN)):
        base = _base(letter)
        if base != letter:
            found[base] = found.get(base, "") + letter
    return found
