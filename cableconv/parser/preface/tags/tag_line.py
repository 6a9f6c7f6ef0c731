"""The TAGS line: codes separated by spaces, commas or other marks, or joined, and persons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest

from msgspec.structs import replace

from cableconv.diagnostics.code import Code
from cableconv.diagnostics.preface import TAG_BROKEN, TAG_GLUED, TAG_UNKNOWN
from cableconv.parser.account.account import Account
from cableconv.parser.account.passage import Passage
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.preface.tags.tag_names import (
    PERSONAL,
    Before,
    Word,
    names_in,
    persons_in,
)
from cableconv.patterns import pattern
from cableconv.vocabulary import tags
from cableconv.vocabulary.tag_words import codes_in

_TOKEN = pattern(r"\((?P<inside>[^()]+)\)|(?P<word>[^\s,;:()]+)(?P<comma>\s*[,;:])?")
_STROKES = "\\-–—/|*+&'\"[]<>"
_NO_TAG = {"AND": "separator", "TAG": "repeated-label", "TAGS": "repeated-label"}
_NOTHING = ("N/A", "NONE", "NIL")
_SUBJECT = 4  # letters of a subject's code
_MARKED_LABEL = pattern(r"TAGS\s*(\([A-Z]{1,3}\))", re.IGNORECASE)  # TAG(S): is a plural
_UNMARKED = "(U)"


def read_tags(passage: Passage, start: int, account: Account) -> tuple[str, ...]:
    """Return the tags in order, each once, in capitals; persons as ``SURNAME, GIVEN``.

    A repeated code or a caption among them is furniture.  A marking stays where it is printed,
    as it may mark the persons after it; ``(U)`` is furniture.
    """
    reader = _TagReader(passage, account)
    label = _MARKED_LABEL.search(passage.text, 0, start) if "(" in passage.text[:start] else None
    if label:
        reader.take_marking(label[1], label.span(1))
    tokens = list(_TOKEN.finditer(passage.text, start))
    for token, after in zip_longest(tokens, tokens[1:]):
        reader.take(token, after)
    return reader.finish()


class _TagReader:
    def __init__(self, passage: Passage, account: Account) -> None:
        self._passage = passage
        self._account = account
        self._found: list[str] = []
        self._known: set[str] = set()
        self._names: list[Word] = []
        self._names_at = 0
        self._commas = 0
        self._head = ""
        self._aside: list[tuple[int, int, str]] = []

    def take(self, token: re.Match[str], after: re.Match[str] | None) -> None:
        """Read one word or bracketed text; ``after`` is the next one."""
        word = self._head + _bare(token)
        begun, self._head = self._head, ""
        kind = _kind_of_no_tag(word)
        if token["inside"]:
            self._take_brackets(token)
        elif kind:
            self._aside.append((*token.span(), kind))
        elif word in self._known and not self._in_name(word):
            self._flush()
            self._aside.append((*token.span(), "repeated-tag"))
        elif _is_head_of_code(word, token, after):
            self._head = word
        elif codes := codes_in(word):
            self._take_codes(token, f"{begun} {word[len(begun) :]}" if begun else word, codes)
        else:
            self._take_name(token, Word(word, bool(token["comma"])))

    def take_marking(self, marking: str, place: tuple[int, int]) -> None:
        """Keep a portion marking, in its brackets, before the tags that it marks."""
        if marking.upper() == _UNMARKED:
            self._aside.append((*place, "marking"))
        else:
            self._add([" ".join(marking.upper().split())])

    def _take_brackets(self, token: re.Match[str]) -> None:
        self._flush()
        words = [word for word in re.split(r"[\s,;/]+", token["inside"].upper()) if word]
        if read_marking(token[0])[0]:
            self.take_marking(token[0], token.span())
        elif all(map(tags.is_code, words)):
            self._add([word for word in words if word not in self._known])
        else:
            self._add(persons_in(" ".join(token["inside"].upper().split())))

    def _take_codes(self, token: re.Match[str], printed: str, codes: tuple[str, ...]) -> None:
        self._flush()
        self._commas += bool(token["comma"])
        new = [code for code in codes if code not in self._known]
        if len(new) < len(codes):
            self._aside.append((*token.span(), "repeated-tag"))
        if printed not in codes:
            self._report(TAG_GLUED if len(codes) > 1 else TAG_BROKEN, token.start(),
                        printed=printed, tags=" ".join(codes))  # fmt: skip
        for code in new:
            if not tags.is_code(code):
                self._report(TAG_UNKNOWN, token.start(), tag=code)
            self._add([code])

    def _take_name(self, token: re.Match[str], word: Word) -> None:
        if not self._names:
            self._names_at = token.start()
        is_initial = len(word.text) == 1 and token["word"].endswith(".")
        self._names.append(replace(word, text=f"{word.text}.") if is_initial else word)

    def _add(self, found: Iterable[str]) -> None:
        for tag in found:
            self._found.append(tag)
            self._known.add(tag)

    def _report(self, code: Code, position: int, **values: str) -> None:
        path = f"tags[{len(self._found)}]"
        self._account.report(code, self._passage.offset(position), path, **values)

    def _in_name(self, word: str) -> bool:
        """Whether it is a short word inside a name of several words (``STEINBERG JAMES B``)."""
        if not self._names:
            return False
        return len(word) == 1 or not (self._names[-1].comma or tags.is_code(word))

    def _flush(self) -> None:
        """Add the names read so far."""
        if not self._names:
            return
        before = Before(
            last=self._found[-1] if self._found else "",
            has_persons=not self._known.isdisjoint(PERSONAL),
            by_commas=self._commas * 2 >= len(self._found),
        )
        for name in names_in(self._names, before):
            if ", " not in name and not tags.is_name(name.split()):
                self._report(TAG_UNKNOWN, self._names_at, tag=name)
            self._add([name])
        self._names.clear()

    def finish(self) -> tuple[str, ...]:
        """Return all tags; claim the field's text, and mark the rest as furniture."""
        self._flush()
        position = 0
        for start, end, kind in self._aside:
            self._account.claim(self._passage.pieces(position, start), "tags")
            for first, last in self._passage.pieces(start, end):
                piece = Line(first, self._account.text[first:last].rstrip())
                self._account.mark_furniture(kind, [piece])
            position = end
        self._account.claim(self._passage.pieces(position, len(self._passage.text)), "tags")
        return tuple(dict.fromkeys(self._found))


def _bare(token: re.Match[str]) -> str:
    """Return the word in capitals, without marks around it; ``U.S.`` keeps its full stop."""
    word = (token["word"] or "").upper().strip(_STROKES)
    return word if "." in word.rstrip(".") else word.strip("." + _STROKES)


def _kind_of_no_tag(word: str) -> str | None:
    """Return the kind of a word that is not a tag."""
    if not word or word in _NOTHING:
        return "separator"
    if not tags.is_code(word) and captions_of(word) == [(0, len(word))]:
        return "caption"
    return _NO_TAG.get(word)


def _is_head_of_code(word: str, token: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether it is a part of a subject's code that was split (``PG OV``)."""
    if len(word) >= _SUBJECT or token["comma"] or after is None or not after["word"]:
        return False
    rest = _bare(after)
    return bool(rest) and tags.is_subject(word + rest) and not tags.is_code(rest)
