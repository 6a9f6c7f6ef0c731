"""The letters and numbers that label the entries of a REF field: ``A.``, ``(B)``, ``REF C -``."""

from __future__ import annotations

import re
from collections.abc import Container

import msgspec
from msgspec.structs import replace

from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.patterns import pattern

_LABEL = pattern(
    r"""(?:(?<!(?-i:[A-Za-z.'/&]))(?<!’)(?<!\w-)|(?=[(\[]))
    (?P<pilcrow>¶\s*|(?<=\s)1(?=(?-i:[A-Za-z])\.))?
    (?P<ref>REF(?:S|TELS?|ERENCES?)?[.:\s]*)?
    (?P<open>[(\[]\s?)?(?:(?P<letter>(?-i:[A-Za-z]))|(?P<digits>\d{1,2})(?=\s?[.)\]}]))
    (?:(?P<close>\s?[.):;\]}]+(?:\s?-+(?=\s))?|\s+-+|--+|(?=\d\d?/\d\d?/\d))|(?P<bare>\s?[,/-]|(?=\s)))
    (?=\s|\d|['’][\dO]|(?-i:[A-Za-z(\[]))(?!(?-i:[A-Za-z])\.)\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_DOUBLED = pattern(r"[\s,:-]*(?:REF(?:S|TELS?|ERENCES?)?[\s:.]*)?$", re.IGNORECASE)
_MOST_LOST = 2
_MARKINGS = frozenset("UCS")  # in brackets, behind a label or before the first: the entry's level


class EntryLabel(msgspec.Struct, frozen=True):
    """One label, with ``name`` in capitals; ``doubtful`` if it is unmarked or out of order."""

    name: str
    start: int
    end: int
    doubtful: bool = False


def entry_labels(text: str, start: int, cited: Container[int]) -> list[EntryLabel]:
    """Return the labels of the field's entries, in order, doubled ones as one.

    ``cited`` are the offsets in ``text`` where a cable's name begins: they confirm a label
    without a mark or out of order.
    """
    marks = list(_LABEL.finditer(text, _behind_long_marking(text, start)))
    numbered = bool(marks and marks[0]["digits"] and not text[start : marks[0].start()].strip())
    last = {(mark["letter"] or "").upper(): index for index, mark in enumerate(marks)}
    labels: list[EntryLabel] = []
    for index, mark in enumerate(marks):
        name = mark["digits"] if numbered else mark["letter"]
        begin = labels[-1].end if labels else start
        if not name or _closes_bracket(text, begin, mark):
            continue
        label = EntryLabel(name.upper(), mark.start(), mark.end())
        before = labels[-1] if labels else None
        if before and _DOUBLED.match(text, before.end, label.start):
            if before.name == label.name:
                labels[-1] = replace(before, end=label.end)
                continue
            if mark.end() not in cited or last.get(label.name, -1) > index:
                continue  # an initial
            if mark["open"] and label.name in _MARKINGS:
                continue
            if label.name == "A" and len(labels) == 1 and _is_marking(before, text):
                labels, before = [], None  # REF: (C) A. OSLO 77
        if (taken := _taken(label, before, mark, cited)) is not None:
            labels.append(taken)
    return labels


def _is_marking(label: EntryLabel, text: str) -> bool:
    """Whether a label may be a portion marking instead."""
    return label.name in _MARKINGS and text[label.start] in "(["


def _behind_long_marking(text: str, start: int) -> int:
    """Return the end of a marking at the field's start that has more than one letter."""
    begin = len(text) - len(text[start:].lstrip())
    marking, end = read_marking(text, begin)
    return end if marking and len(marking) > 1 else start


def _taken(
    label: EntryLabel, before: EntryLabel | None, mark: re.Match[str], cited: Container[int]
) -> EntryLabel | None:
    """Return the label if mark, order and following text confirm it."""
    unmarked = mark["bare"] is not None and not mark["ref"] and not mark["pilcrow"]
    if _follows(label, before):
        if not unmarked:
            return label
        return replace(label, doubtful=True) if mark.end() in cited else None
    if before and not unmarked and mark.end() in cited:
        return replace(label, doubtful=before.name != label.name)
    return None


def _closes_bracket(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Whether the bracket after the letter was opened before the word, as in ``(SEE PARA B)``."""
    if mark["open"] or ")" not in (mark["close"] or ""):
        return False
    return text.count("(", begin, mark.end()) >= text.count(")", begin, mark.end()) > 0


def _follows(label: EntryLabel, before: EntryLabel | None) -> bool:
    """Whether it is the next letter, at most the third if labels are lost, or the next number."""
    if label.name.isdecimal():
        return int(label.name) == (int(before.name) if before else 0) + 1
    expected = ord(before.name) + 1 if before else ord("A")
    return 0 <= ord(label.name) - expected <= _MOST_LOST
