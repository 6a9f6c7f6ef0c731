"""The TAGS line: codes apart by blanks or commas, persons by name, some of them glued."""

from __future__ import annotations

import re
from itertools import zip_longest

from cableconv.parser.ledger import Ledger
from cableconv.parser.lines import Line
from cableconv.parser.paragraph_marks import read_marking
from cableconv.parser.passage import Passage
from cableconv.parser.preface.captions import captions_of
from cableconv.vocabulary import tags

_TOKEN = re.compile(r"\((?P<person>[^()]+)\)|(?P<word>[^\s,;:()]+)(?P<comma>\s*[,;:])?")
_SHORT = 5
_STROKES = "\\-–—&'\""
_CONNECTORS = ("AND",)


def read_tags(passage: Passage, start: int, ledger: Ledger) -> tuple[str, ...]:
    """The tags in order, each once, in capitals; persons as ``SURNAME, GIVEN``.

    A code that stands again is furniture.
    """
    found: list[str] = []
    names: list[tuple[str, bool]] = []
    again: list[tuple[int, int]] = []
    tokens = list(_TOKEN.finditer(passage.text, start))
    for token, after in zip_longest(tokens, tokens[1:]):
        word = _bare(token)
        if token["person"] and read_marking(token[0])[0]:
            continue
        if token["person"]:
            _flush(names, found)
            found.append(" ".join(token["person"].upper().split()))
        elif not word or (captions_of(word) == [(0, len(word))] and not tags.is_code(word)):
            continue
        elif word in found and not _in_name(names, word):
            _flush(names, found)
            again.append(token.span())
        elif codes := _codes(word):
            _flush(names, found)
            if any(code in found for code in codes):
                again.append(token.span())
            found += [code for code in codes if code not in found]
            if len(codes) > 1:
                ledger.doubt("tag-glued", passage.offset(token.start()), printed=word,
                             tags=" ".join(codes))  # fmt: skip
        elif (
            len(word) < _SHORT
            and not _in_name(names, word)
            and not _begins_name(token, after, found)
        ):
            _flush(names, found)
            found.append(word)
            ledger.doubt("tag-unknown", passage.offset(token.start()), tag=word)
        else:
            names.append((word, bool(token["comma"])))
    _flush(names, found)
    _claim(passage, again, ledger)
    return tuple(dict.fromkeys(found))


def _bare(token: re.Match[str]) -> str:
    word = (token["word"] or "").upper().strip(_STROKES)
    if word in _CONNECTORS:
        return ""
    return word if "." in word.rstrip(".") else word.strip(".")


def _codes(word: str) -> tuple[str, ...] | None:
    """The codes of a word: itself, several with a slash between, or several glued."""
    if tags.is_code(word):
        return (word,)
    parts = [part for part in word.split("/") if part]
    if len(parts) > 1 and all(map(tags.is_code, parts)):
        return tuple(parts)
    return tags.split_glued(word)


def _begins_name(token: re.Match[str], after: re.Match[str] | None, found: list[str]) -> bool:
    """A short surname before a given name (``RICE CONDOLEEZZA``)."""
    if after is None or not after["word"] or (token["comma"] and not _takes_person(found)):
        return False
    word = _bare(after)
    return len(word) >= _SHORT and _codes(word) is None


def _claim(passage: Passage, again: list[tuple[int, int]], ledger: Ledger) -> None:
    position = 0
    for start, end in again:
        ledger.claim(passage.pieces(position, start), "tags")
        for first, last in passage.pieces(start, end):
            ledger.furnish("repeated-tag", [Line(first, ledger.text[first:last].rstrip())])
        position = end
    ledger.claim(passage.pieces(position, len(passage.text)), "tags")


def _in_name(names: list[tuple[str, bool]], word: str) -> bool:
    """A short word inside a name of several words (``STEINBERG JAMES B``)."""
    return bool(names) and (len(word) == 1 or (names[-1][1] is False and not tags.is_code(word)))


def _flush(names: list[tuple[str, bool]], found: list[str]) -> None:
    """The names read so far: a person where a comma or an operations tag (OVIP) says so."""
    words = [word for word, _ in names]
    commas = any(comma for _, comma in names[:-1])
    if len(words) > 3 and len(words) % 2 == 0 and not commas and _takes_person(found):
        found += [
            f"{surname}, {given}" for surname, given in zip(words[::2], words[1::2], strict=True)
        ]
    elif len(words) > 1 and (names[0][1] or _takes_person(found)):
        found.append(f"{words[0]}, {' '.join(words[1:])}")
    elif words:
        found.append(" ".join(words))
    names.clear()


def _takes_person(found: list[str]) -> bool:
    """Persons stand with Administration, Business, Consular and Operations tags (TAGS 1974)."""
    return bool(found) and len(found[-1]) == 4 and found[-1][0] in "ABCO"
