"""Divides the text of one entry among its cables and the other references between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

import msgspec
from msgspec.structs import replace

from cableconv.parser.preface.references.citations import Cited, cited_cables
from cableconv.parser.preface.references.kinds import kind_of, names_a_kind
from cableconv.patterns import pattern

_SEPARATOR = pattern(
    r";|(?<=\d):(?=\s+(?-i:[A-Za-z]))|,(?:\s*(?:AND\b|&))?|\bAND\b|&|\+", re.IGNORECASE
)
_BRACKETED = pattern(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = pattern(r"[^\W\d_]{2}|\d{4}")
_MARKING = pattern(r"\s*[(\[](?:TS|SBU|[SC])\b[^()\[\]]{0,20}[)\]]\s*$")  # on a line of its own
_CLOSED = pattern(r"[\d)\]][\s,;.]*$")
_UNKNOWN_CABLE = pattern(
    r"\W*(?:(?:19|20)?\d\d\s)?(?!PARA|SECTION|PAGE|PART|ITEM|NO\b)"
    r"[A-Z][A-Z .'-]{2,24}\s?\d{2,8}\W*$"
)
_STOPS = " ,;.)"  # after an entry
_PERSONAL = ("email", "telephone", "fax")
_SHORTEST_ABOUT = 12
_LONGEST_NAME = 400  # characters: a longer field has run on into prose


class Stretch(msgspec.Struct, frozen=True):
    """From ``start`` to ``end`` of the entry: a ``cable``, or another reference."""

    start: int
    end: int
    cable: Cited | None = None


class _Piece(msgspec.Struct, frozen=True):
    """The text between two separators; ``separator`` is the one before it."""

    start: int
    end: int
    separator: str


def stretches(
    text: str, breaks: Sequence[int], own_year: str | None, lettered: bool
) -> list[Stretch]:
    """Return the references of one entry, in order; those of a range share their span.

    ``breaks`` are the offsets of the source's lines, ``own_year`` is that of the
    citing cable; a ``lettered`` entry without a cable is one reference, whatever it joins.
    """
    cables = list(cited_cables(text, own_year))
    if cables and _is_all(text, cables):
        return [Stretch(0, len(text), cable) for cable in cables]
    sharing = _Sharing(text, breaks, lettered)
    if not cables or _is_about(text[: cables[0].start]):
        return sharing.others(0, len(text))
    places = [list(group) for _, group in groupby(cables, key=lambda cable: cable.start)]
    found: list[Stretch] = []
    begin = sharing.before(places[0][0].start, found)
    for index, place in enumerate(places):
        after = places[index + 1][0].start if index + 1 < len(places) else len(text)
        others: list[Stretch] = []
        tail, head = sharing.between(place[0].end, after, others, index + 1 < len(places))
        found += [Stretch(begin, tail, cable) for cable in place]
        found += others
        begin = head
    return found


def _is_all(text: str, cables: Sequence[Cited]) -> bool:
    """Whether the entry is just one cable, or one range, and perhaps a full stop."""
    first, last = cables[0], cables[-1]
    return first.start == last.start == 0 and not text[first.end :].strip(_STOPS)


def _is_about(prefix: str) -> bool:
    """Whether the number belongs to an e-mail about a cable instead of citing it."""
    if len(prefix) <= _SHORTEST_ABOUT or _CLOSED.search(prefix) or _SEPARATOR.search(prefix):
        return False
    return kind_of(prefix) in _PERSONAL


class _Sharing:
    """Divides the text before, between and after the cables of one entry."""

    def __init__(self, text: str, breaks: Sequence[int], lettered: bool) -> None:
        self._text = text
        self._masked = _BRACKETED.sub(lambda found: "_" * len(found[0]), text)
        self._breaks = breaks
        self._lettered = lettered
        self._named: dict[tuple[int, int], bool] = {}

    def others(self, start: int, end: int) -> list[Stretch]:
        """Return the references of an entry without a cable, divided at separators."""
        clauses: list[_Piece] = []
        for piece in self._pieces(start, end):
            if clauses and not self._is_another(clauses[-1], piece):
                piece = replace(clauses.pop(), end=piece.end)
            clauses.append(piece)
        return [Stretch(clause.start, clause.end) for clause in clauses]

    def before(self, end: int, found: list[Stretch]) -> int:
        """Add to ``found`` what precedes the first cable; return the start of the cable's text."""
        head = self._head(self._pieces(0, end), 0)
        if head and (self._words(0, head) or _MARKING.match(self._text, 0, head)):
            found += self.others(0, head)
        return head

    def between(
        self, start: int, end: int, found: list[Stretch], cable_follows: bool
    ) -> tuple[int, int]:
        """Do the same after a cable; return the end of its text and the start of the next one's."""
        pieces = self._pieces(start, end)
        head = self._head(pieces, 1) if cable_follows else end
        pieces = [piece for piece in pieces if piece.start < head]
        for piece in pieces[1:]:
            if self._leaves(start, piece, head):
                found += self.others(piece.start, head)
                return piece.start, head
        return head, head

    def _pieces(self, start: int, end: int) -> list[_Piece]:
        cuts = [(found.start(), found[0][0].upper()) for found in
                _SEPARATOR.finditer(self._masked, start, end)]  # fmt: skip
        cuts += [(place, "\n") for place in self._breaks if start < place <= end]
        cuts = [(start, ""), *sorted(cuts), (end, "")]
        return [_Piece(left, right, separator) for (left, separator), (right, _) in pairwise(cuts)]

    def _head(self, pieces: list[_Piece], least: int) -> int:
        """Return the start of the words that introduce the next cable: after the last separator."""
        last = pieces[-1]
        kind = kind_of(self._masked[last.start : last.end])
        if kind in _PERSONAL or (kind != "other" and self._is_closed(last)):
            return last.end
        return last.start if len(pieces) > least else last.end

    def _leaves(self, cable_end: int, piece: _Piece, end: int) -> bool:
        """Whether ``piece`` begins something that no longer belongs to the cable."""
        if piece.separator == ";":
            return self._words(piece.start, piece.end)
        if self._words(cable_end, piece.start):
            return kind_of(self._masked[piece.start : piece.end]) in _PERSONAL
        if end - piece.start < _LONGEST_NAME and _UNKNOWN_CABLE.match(
            self._masked[piece.start : end]
        ):
            return True
        return self._names_a_kind(piece.start, end)

    def _is_another(self, clause: _Piece, piece: _Piece) -> bool:
        if not self._words(piece.start, piece.end) or not self._words(clause.start, clause.end):
            return False
        if piece.separator == ";":
            return True
        named = all(self._names_a_kind(part.start, part.end) for part in (clause, piece))
        return named and not self._lettered and (piece.separator == "," or self._is_closed(clause))

    def _is_closed(self, piece: _Piece) -> bool:
        return _CLOSED.search(self._text[piece.start : piece.end]) is not None

    def _names_a_kind(self, start: int, end: int) -> bool:
        """Whether the words name the reference's kind, which they do only at its beginning."""
        place = start, min(end, start + _LONGEST_NAME)
        if place not in self._named:
            self._named[place] = names_a_kind(self._masked[slice(*place)])
        return self._named[place]

    def _words(self, start: int, end: int) -> bool:
        return _WORD.search(self._masked, start, end) is not None
