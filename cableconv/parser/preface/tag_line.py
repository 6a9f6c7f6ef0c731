"""The TAGS line: codes apart by blanks or commas, persons by name, some of them glued."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple

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


class _Name(NamedTuple):
    """A word that is no code, and whether a comma stands behind it."""

    word: str
    comma: bool


def read_tags(passage: Passage, start: int, ledger: Ledger) -> tuple[str, ...]:
    """The tags in order, each once, in capitals; persons as ``SURNAME, GIVEN``.

    A code that stands again, a caption or a marking among them is furniture.
    """
    reader = _TagReader(passage, ledger)
    tokens = list(_TOKEN.finditer(passage.text, start))
    for token, after in zip_longest(tokens, tokens[1:]):
        reader.take(token, after)
    return reader.finish()


class _TagReader:
    def __init__(self, passage: Passage, ledger: Ledger) -> None:
        self._passage = passage
        self._ledger = ledger
        self._found: list[str] = []
        self._names: list[_Name] = []
        self._aside: list[tuple[int, int, str]] = []

    def take(self, token: re.Match[str], after: re.Match[str] | None) -> None:
        """One word, or what stands in brackets; ``after`` is what follows it."""
        word = _bare(token)
        if token["person"]:
            self._take_brackets(token)
        elif not word or (captions_of(word) == [(0, len(word))] and not tags.is_code(word)):
            self._aside.append((*token.span(), "caption" if word else "separator"))
        elif word in self._found and not self._in_name(word):
            self._flush()
            self._aside.append((*token.span(), "repeated-tag"))
        elif codes := _codes(word):
            self._take_codes(token, word, codes)
        elif len(word) < _SHORT and not self._in_name(word) and not self._begins_name(token, after):
            self._flush()
            self._doubt("tag-unknown", token, tag=word)
            self._found.append(word)
        else:
            self._names.append(_Name(word, bool(token["comma"])))

    def _take_brackets(self, token: re.Match[str]) -> None:
        self._flush()
        if read_marking(token[0])[0]:
            self._aside.append((*token.span(), "marking"))
        else:
            self._found.append(" ".join(token["person"].upper().split()))

    def _take_codes(self, token: re.Match[str], word: str, codes: tuple[str, ...]) -> None:
        self._flush()
        new = [code for code in codes if code not in self._found]
        if len(new) < len(codes):
            self._aside.append((*token.span(), "repeated-tag"))
        if len(codes) > 1:
            self._doubt("tag-glued", token, printed=word, tags=" ".join(codes))
        self._found += new

    def _doubt(self, code: str, token: re.Match[str], **values: str) -> None:
        path = f"tags[{len(self._found)}]"
        self._ledger.doubt(code, self._passage.offset(token.start()), path, **values)

    def _in_name(self, word: str) -> bool:
        """A short word inside a name of several words (``STEINBERG JAMES B``)."""
        if not self._names:
            return False
        return len(word) == 1 or not (self._names[-1].comma or tags.is_code(word))

    def _begins_name(self, token: re.Match[str], after: re.Match[str] | None) -> bool:
        """A short surname before a given name (``RICE CONDOLEEZZA``)."""
        if after is None or not after["word"] or (token["comma"] and not self._takes_person()):
            return False
        word = _bare(after)
        return len(word) >= _SHORT and _codes(word) is None

    def _takes_person(self) -> bool:
        """Persons stand with Administration, Business, Consular and Operations tags (TAGS 1974)."""
        return bool(self._found) and len(self._found[-1]) == 4 and self._found[-1][0] in "ABCO"

    def _flush(self) -> None:
        """The names read so far: a person where a comma or an operations tag (OVIP) says so."""
        words = [name.word for name in self._names]
        commas = any(name.comma for name in self._names[:-1])
        if len(words) > 3 and len(words) % 2 == 0 and not commas and self._takes_person():
            pairs = zip(words[::2], words[1::2], strict=True)
            self._found += [f"{surname}, {given}" for surname, given in pairs]
        elif len(words) > 1 and (self._names[0].comma or self._takes_person()):
            self._found.append(f"{words[0]}, {' '.join(words[1:])}")
        elif words:
            self._found.append(" ".join(words))
        self._names.clear()

    def finish(self) -> tuple[str, ...]:
        """All tags; the field's text is claimed, what is none of it furnished."""
        self._flush()
        position = 0
        for start, end, kind in self._aside:
            self._ledger.claim(self._passage.pieces(position, start), "tags")
            for first, last in self._passage.pieces(start, end):
                piece = Line(first, self._ledger.text[first:last].rstrip())
                self._ledger.furnish(kind, [piece])
            position = end
        self._ledger.claim(self._passage.pieces(position, len(self._passage.text)), "tags")
        return tuple(dict.fromkeys(self._found))


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
