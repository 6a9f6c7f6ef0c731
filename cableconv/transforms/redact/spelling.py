"""The spellings of a name: in any case, across line ends, with and without accents.

Telegraphs had no accents, so ``KJAER`` is ``Kjær`` and ``MUELLER`` or ``MULLER`` is ``Müller``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from cableconv.patterns import pattern

_WORD = pattern(r"[^\W_]+")
_DIGRAPHS = {"ae": "äæǽǣ", "oe": "öøœ", "ue": "ü", "aa": "å", "ss": "ß", "th": "þ"}
_SPELT_OUT = {letter: pair for pair, letters in _DIGRAPHS.items() for letter in letters}
_MANY_SPELLINGS = pattern("|".join((*_DIGRAPHS, *_SPELT_OUT)))
_NO_LETTER = pattern(r"[\W_]+")
_BASE = {"æ": "a", "ø": "o", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ı": "i"}
_LOOK_ALIKE = dict(
    zip("аеорсхуіјкмтнвѕԁԛԝһӏκοανρτυιχ", "aeopcxyijkmthbsdqwhlkoavptuix", strict=True)
)
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
# Between two letters of a word: invisible characters, an apostrophe, hyphenation.
_INVISIBLE = r"[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]"
# A line end also occurs inside words, where a page was cut at its width.
_WITHIN = rf"(?:{_INVISIBLE}|['’`]|-\s*+|\n[ \t]*+)*+"
_SPACED = r"[ ._-]{1,3}"
# A space inside a word remains of a line end; several words of many letters are surely a name.
# \x1f stands between two texts, such as cells.
_BROKEN = rf"(?:{_INVISIBLE}|['’`]|-\s*+|\n[ \t]*+|[ \x1f])*+"
_MANY_LETTERS = 8
_BETWEEN = r"(?:%20|[\W_])*"
# An initial of a middle name, and one that stands for a word: no lower-case letters follow it.
_MIDDLE = r"(?:[\W_]+[^\W\d_]\.?(?=[\W_])){0,3}"
_CAPITAL = r"(?-i:(?![a-z]))"
_GENITIVE = r"(?:(?<=[sxzh])es|s)?"
_APOSTROPHE = pattern(r"(?<=\w\w)['’`‘](?=\w\w)")
# A capital after small letters begins a word: the space between the two was lost.
_WORD_BEGINS = r"(?:(?<![^\W\d_])|(?-i:(?:(?<=[a-z]{4})|(?<=\b[DM]r)|(?<=\bM[rs]s))(?=[A-Z])))"
_WORD_ENDS = r"(?:(?![^\W\d_])|(?-i:(?<=[a-z])(?=[A-Z])))"
_LONG_INSIDE = 5  # letters: fewer are part of many words
# the local part of an e-mail address, or the name of a file, ends here
_ENDS_ADDRESS = r"(?=\d*(?:@|\.(?:docx?|pdf|xlsx?|pptx?|rtf|txt|jpe?g|html?|zip)\b))"
# words that a lost space joins to a name of any length
_JOINED_BEHIND = "added|also|and|asked|had|has|noted|said|says|told|was|who|will|would"
_JOINED_BEFORE = "and|but|minister|mr|mrs|ms|president|prime|said|that|told|with"
_SUFFIX = pattern(r"(?:,|(?<!\s))\s+(?:jr|sr|i{2,3}|iv)\.?$", re.IGNORECASE)
_LONG_ENOUGH = 4  # letters: after fewer, an s makes another word


def letters_of(name: str) -> int:
    """Return the number of letters and digits of a name."""
    return sum(map(len, _WORD.findall(name)))


def key_of(name: str) -> str:
    """Return letters of the surname that any ``squeezed`` text with the name contains."""
    runs = (run for word in _words(name)[-1:] for run in _MANY_SPELLINGS.split(word))
    return max((squeezed(run) for run in runs), key=len)


def squeezed(text: str) -> str:
    """Return only letters and digits, in lower case without accents."""
    plain = text.lower() if text.isascii() else "".join(map(_base, text.lower()))
    return _NO_LETTER.sub("", plain)


def pattern_of(name: str) -> str:
    """Return a regular expression that finds the name, several words also as SURNAME, GIVEN.

    Spaces, line ends and punctuation, or nothing, may separate two words; a word may be
    hyphenated, divided by a line end, or spaced out.  Given names may be initials, and further
    initials may follow them.  Only whole names are found: no letter may stand on either side,
    except the s of a genitive or plural.
    """
    words = _words(name)
    spelled = list(map(_of_word, words))
    orders = [_BETWEEN.join(spelled)]
    if len(words) > 1:
        orders += _other_orders(words, spelled)
        orders.append(_BETWEEN.join(_SPACED.join(_pieces(word, _SPACED)) for word in words))
        if letters_of(name) >= _MANY_LETTERS:
            orders.append(_BETWEEN.join(_BROKEN.join(_pieces(word, _BROKEN)) for word in words))
    behind = _GENITIVE if letters_of(name) >= _LONG_ENOUGH else ""
    edge = _edge(name[-1:], "", behind)
    return f"{_edge(name[:1], '<')}(?:{'|'.join(orders)}){edge}"


def surnames_of(name: str) -> Iterator[str]:
    """Yield the words of a name by which a person may be called, if long enough to search for.

    These are the last word, as both parts of a double surname, or the longest one if the last is
    short: in some languages the surname is the first.
    """
    words = _words(name)
    last = set(_words(name.split()[-1])) if name.split() else set()
    found = [word for word in words if word in last and len(word) >= _LONG_ENOUGH]
    if len(words) > 1:
        longest = max(words, key=len)
        yield from found or ([longest] if len(longest) >= _LONG_ENOUGH else [])


def given_first(name: str) -> str:
    """Return a name as a person writes it: ``Jens Kjaer`` for ``KJAER, JENS`` or with a suffix."""
    surname, _, given = _SUFFIX.sub("", name).partition(",")
    return f"{given} {surname}".strip()


def without_apostrophes(name: str) -> str | None:
    """Return the name with its apostrophes between letters removed, if there are any."""
    joined = _APOSTROPHE.sub("", name)
    return joined if joined != name else None


def inside_of(name: str) -> str | None:
    """Return an expression for the letters of a name of one word in other words, or None.

    They stand inside a longer word, or have spaces between them; few letters only in a joined
    word of a sentence, and beside initials in an address.
    """
    words = _words(name)
    if len(words) != 1:
        return None
    letters = "".join(_pieces(words[0], ""))
    if len(words[0]) < _LONG_INSIDE:
        return (
            rf"(?<![^\W\d_])(?:{letters}(?!{_WORD_ENDS})(?:(?:{_JOINED_BEHIND})(?![^\W\d_])"
            rf"|[^\W\d_]{{1,2}}{_ENDS_ADDRESS})"
            rf"|(?:{_JOINED_BEFORE}){letters}(?![^\W\d_])"
            rf"|[^\W\d_]{{1,3}}{letters}{_ENDS_ADDRESS})"
        )
    divided = "[ \x1f]?".join(_pieces(words[0], "[ \x1f]?"))
    return (
        rf"(?<=[^\W\d_]){letters}|{letters}(?!{_GENITIVE}(?![^\W\d_]))"
        rf"|{_WORD_BEGINS}(?!{letters}){divided}{_WORD_ENDS}"
    )


def _other_orders(words: list[str], spelled: list[str]) -> Iterator[str]:
    """Yield SURNAME GIVEN, with or without a comma, and the surname with initials."""
    *given, surname = spelled
    yield f"{surname}{_BETWEEN}{_BETWEEN.join(given)}"
    yield f"{_BETWEEN.join(given)}{_MIDDLE}{_BETWEEN}{surname}"
    initials = [
        f"(?:{each}|{_any_accent(word[0])}\\.?)"
        for word, each in zip(words[:-1], given, strict=True)
    ]
    yield (
        f"{initials[0]}{_MIDDLE}"
        + "".join(f"(?:[\\W_]*{each})?" for each in initials[1:])
        + f"[\\W_]+{_CAPITAL}{surname}"
    )
    for joined in dict.fromkeys((surname, _BETWEEN.join(spelled[1:]))):
        yield f"{''.join(f'(?:{each}[._-]?)?' for each in initials)}{joined}{_ENDS_ADDRESS}"
    yield f"{surname}{_any_accent(words[0][0])}{_ENDS_ADDRESS}"
    yield rf"{surname}(?:,\s*|\s+){_any_accent(words[0][0])}\.(?:\s?[^\W\d_]\.)*"


def _words(name: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", name).lower())


def _edge(sign: str, side: str, suffix: str = "") -> str:
    if sign.isdigit():
        return rf"(?{side}!\d)"
    if side:
        return _WORD_BEGINS
    return rf"(?={suffix}{_WORD_ENDS})" if suffix else _WORD_ENDS


def _of_word(word: str) -> str:
    whole = _WITHIN.join(_pieces(word, _WITHIN))
    if len(word) >= _LONG_ENOUGH:
        whole = f"(?:{whole}|{_SPACED.join(_pieces(word, _SPACED))})"
    return f"{whole}{_INVISIBLE}*"


def _pieces(word: str, between: str) -> Iterator[str]:
    index = 0
    while index < len(word):
        pair = word[index : index + 2]
        if pair in _DIGRAPHS:
            first, second = map(_any_accent, pair)
            yield f"(?:{first}{between}{second}|[{_DIGRAPHS[pair]}])"
        else:
            yield _with_spelling_out(word[index], between)
        index += 2 if pair in _DIGRAPHS else 1


def _with_spelling_out(letter: str, between: str) -> str:
    pair = _SPELT_OUT.get(letter)
    single = _any_accent(letter)
    return f"(?:{between.join(map(_any_accent, pair))}|{single})" if pair else single


def _any_accent(letter: str) -> str:
    base = _base(letter)
    return f"[{base}{letter}{_accented().get(base, '')}{_wide(base)}]"


@cache
def _wide(letter: str) -> str:
    """Return the full-width form of a letter."""
    return chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else ""


@cache
def _base(letter: str) -> str:
    bare = unicodedata.normalize("NFKD", letter)[0]
    return _BASE.get(bare) or _LOOK_ALIKE.get(bare) or bare


@cache
def _accented() -> dict[str, str]:
    """Return the accented letters of each plain one."""
    found: dict[str, str] = {}
    for letter in (*filter(str.islower, map(chr, _LATIN)), *_LOOK_ALIKE):
        base = _base(letter)
        if base != letter:
            found[base] = found.get(base, "") + letter
    return found
