"""The REF field: entries by letter, what each of them points at, cables by id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.cable import Reference, ReferenceKind
from cableconv.parser.ledger import Ledger
from cableconv.parser.passage import Passage
from cableconv.parser.preface.cable_numbers import Cited, cited_cables

_LETTER = re.compile(
    r"(?<![A-Za-z.'’])(?:¶\s*|(?<=\s)1(?=[A-Z]\.))?[(\[]?(?P<letter>[A-Za-z])(?:\s?[.):\]]+|\s+-)(?=\s|\d|[A-Z(])"
)
_KIND_WORDS: dict[ReferenceKind, str] = {
    "email": r"\be-?\s?mails?\b|@",
    "telephone": r"\btel(?:e)?(?:con|phone)s?\b|\bphone|\bphonecons?\b|\bcalls?\b",
    "fax": r"\bfax",
    "web": r"https?:|www\.|\bweb\s?site",
    "memo": r"\bmemo|\bmemcon\b|\bnote\b|\bletter",
    "book": r"\b\d?\s?FA[MH]\b|\bC\.?F\.?R\b|\bU\.?S\.?C\b|\bhandbook",
    "meeting": r"\bmeetings?\b|\bconversations?\b|\bdiscussions?\b|\bbriefing",
    "report": r"\breports?\b|\bIIR\b|\bTDX?-?\d|\bDIA\b|\bpaper\b",
    "message": r"\b\d{6}Z\b",
    "redacted": r"X{4,}",
}
_KINDS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _KIND_WORDS.items()}
_SEPARATORS = " ,;.&\\-[]"
_CONNECTOR = re.compile(r"\s*(?:,\s*AND\b|AND\b|[,;&])\s*", re.IGNORECASE)
_NOTHING = re.compile(r"(?:NONE|N\s?/?\s?A|NIL)\W*$", re.IGNORECASE)
_OWN_NAME = re.compile(r"\s*REF(?:S|TELS?|ERENCES?)?\s*(?:[A-Z]\b)?[\s:.]*$", re.IGNORECASE)


def read_references(
    passage: Passage, start: int, year: str | None, first: int, ledger: Ledger
) -> list[Reference]:
    """The entries of one REF field; ``year`` (two digits) stands in where none is printed."""
    found: list[Reference] = []
    for label, begin, value, end in _entries(passage.text, start):
        for reference, (left, right) in _references(passage.text, label, value, end, year):
            left = begin if left == value else left
            pieces = passage.pieces(left, right)
            path = f"references[{first + len(found)}]"
            span = ledger.claim(pieces, path) if pieces else None
            found.append(reference.replace(span=span))
            if reference.kind == "other":
                ledger.doubt("reference-doubtful", passage.offset(left), path=path,
                             printed=reference.text)  # fmt: skip
            if reference.kind == "cable" and reference.id is None:
                ledger.doubt("reference-without-year", passage.offset(left), path=path,
                             printed=reference.text)  # fmt: skip
    return found


def _entries(text: str, start: int) -> Iterator[tuple[str | None, int, int, int]]:
    """Label, begin, begin of the value and end of each entry; text before a letter has no label."""
    marks = list(_letters(text, start))
    if not marks:
        yield None, start, start, len(text)
        return
    before = text[start : marks[0][1]]
    if before.strip(_SEPARATORS + ":") and not _OWN_NAME.match(before):
        yield None, start, start, marks[0][1]
        start = marks[0][1]
    for index, (letter, begin, value) in enumerate(marks):
        end = marks[index + 1][1] if index + 1 < len(marks) else len(text)
        yield letter, begin if index else start, value, end


def _letters(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The letters that label entries: each the next of the alphabet, or at most two further."""
    expected = ord("A")
    last: tuple[str, int, int] | None = None
    for found in _LETTER.finditer(text, start):
        letter = found["letter"].upper()
        if last and letter == last[0]:
            if (
                _OWN_NAME.match(text[last[2] : found.start()])
                or not text[last[2] : found.start()].strip()
            ):
                last = (letter, last[1], found.end())  # the label stands twice
                continue
            yield last
            last = (letter, found.start(), found.end())
        elif 0 <= ord(letter) - expected <= 2:
            if last:
                yield last
            last = (letter, found.start(), found.end())
            expected = ord(letter) + 1
    if last:
        yield last


def _references(
    text: str, label: str | None, begin: int, end: int, year: str | None
) -> Iterator[tuple[Reference, tuple[int, int]]]:
    """What one entry points at: several cables, or something of another kind, or both."""
    cited = list(cited_cables(text[begin:end]))
    if not cited or _is_other(text[begin:end], cited):
        yield from _other(text, label, begin, end)
        return
    tail = begin + cited[-1].end
    if not _joins_other(text[tail:end]):
        tail = end
    bounds = [begin, *(begin + cable.start for cable in cited[1:]), tail]
    for cable, left, right in zip(cited, bounds[:-1], bounds[1:], strict=True):
        cable_year = cable.year or year
        reference = Reference(
            label=label,
            kind="cable",
            text=" ".join(text[left:right].strip(_SEPARATORS).split()),
            id=f"{cable_year}{cable.station}{cable.number}" if cable_year else None,
            notes=cable.notes,
        )
        yield reference, (left, right)
    yield from _other(text, label, tail, end)


def _other(
    text: str, label: str | None, begin: int, end: int
) -> Iterator[tuple[Reference, tuple[int, int]]]:
    connector = _CONNECTOR.match(text, begin, end)
    shown = " ".join(text[connector.end() if connector else begin : end].strip(_SEPARATORS).split())
    if shown and not _OWN_NAME.match(shown) and not _NOTHING.match(shown):
        yield Reference(label=label, kind=_kind(shown), text=shown), (begin, end)


def _is_other(entry: str, cited: list[Cited]) -> bool:
    """An e-mail of the embassy, a report of the post: the number is not a cable's."""
    return _kind(entry[: cited[0].start]) in ("email", "telephone") and cited[0].start > 12


def _joins_other(rest: str) -> bool:
    """Behind the last cable something of another kind is joined: ``AND SMITH-JONES E-MAIL``."""
    return _CONNECTOR.match(rest) is not None and _kind(rest) != "other"


def _kind(entry: str) -> ReferenceKind:
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(entry)), "other")
