"""Reads the REF field entry by entry: cables by id, other references by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec
from msgspec.structs import replace

from cableconv.cable import Reference
from cableconv.diagnostics.preface import (
    REFERENCE_DOUBTFUL,
    REFERENCE_LABEL_DOUBTFUL,
    REFERENCE_REPAIRED,
    REFERENCE_WITHOUT_YEAR,
)
from cableconv.parser.account.account import Account
from cableconv.parser.account.passage import Passage
from cableconv.parser.lexer.lines import Line
from cableconv.parser.preface.references.citations import Cited, cited_cables
from cableconv.parser.preface.references.entry_labels import EntryLabel, entry_labels
from cableconv.parser.preface.references.kinds import kind_of
from cableconv.parser.preface.references.notes import notes_inside, read_notes
from cableconv.parser.preface.references.stretches import Stretch, stretches
from cableconv.patterns import pattern

_SEPARATORS = " ,;.:&\\-–—+"
_JOINT = pattern(r"^(?:AND|ALSO)\s|\s(?:AND|¶\s?(?:(?-i:[A-Za-z])[.)]?)?)$|(?<!/)/$", re.IGNORECASE)
_EMPTY_ENTRY = pattern(r"¶\s?[A-Za-z][.)]?\s*$")
_LONGEST_LABEL = 6  # characters, with the spaces around it
_MOST_JOINTS = 10  # of one reference: real ones have one or two
_OWN_NAME = pattern(r"\s*REF(?:S|TELS?|ERENCES?)?\s*(?:(?-i:[A-Za-z])\b)?[\s:.-]*$", re.IGNORECASE)
_LEADING_NAME = pattern(r"REF(?:TELS?|ERENCES?|S)?(?:\s*[:.]\s*|\s+(?=\S+\s+\d))", re.IGNORECASE)
_NUMBER_ALONE = pattern(r"\s*(?!(?:19|20)\d\d\b)(\d{2,6})\b")
_NOTHING = pattern(r"(?:NONE|N\s?/?\s?A|NIL|NOT APPLICABLE)\W*$", re.IGNORECASE)


class _Entry(msgspec.Struct, frozen=True):
    """One entry of the field, with its text from ``value`` to ``end``."""

    label: EntryLabel | None
    start: int
    value: int
    end: int


class _CitedPlaces:
    """The offsets where the names of cables begin; labels in order never ask for them."""

    def __init__(self, text: str, start: int, year: str | None) -> None:
        self._text = text
        self._start = start
        self._year = year

    def __contains__(self, place: object) -> bool:
        return place in self._places

    @cached_property
    def _places(self) -> frozenset[int]:
        cables = cited_cables(self._text[self._start :], self._year)
        return frozenset(self._start + cable.start for cable in cables)


def read_references(
    passage: Passage, start: int, year: str | None, first: int, account: Account
) -> list[Reference]:
    """Return the entries of one REF field; ``year`` (two digits) is used if none is printed.

    ``first`` is the number of references in previous fields.
    """
    found: list[Reference] = []
    before: Cited | None = None
    for entry in _entries(passage.text, start, year):
        text = passage.text[entry.value : entry.end]
        for stretch in stretches(text, passage.breaks(entry.value), year, entry.label is not None):
            if entry.label and before and stretch.cable is None:
                stretch = _of_the_station_before(stretch, text, before)
            before = stretch.cable
            left = entry.value + stretch.start if stretch.start else entry.start
            end = entry.value + stretch.end
            reference = _reference(text, entry, stretch, year, account.cited)
            if reference is None:
                _pass_over(passage, left, end, account)
                continue
            if empty := _EMPTY_ENTRY.search(passage.text, max(end - _LONGEST_LABEL, left), end):
                account.claim(passage.pieces(empty.start(), end), "references")
                end = empty.start()
            pieces = passage.pieces(left, end)
            path = f"references[{first + len(found)}]"
            span = account.claim(pieces, path) if pieces else None
            found.append(replace(reference, span=span))
            _report(reference, stretch.cable, entry, account, passage.offset(left), path)
    return found


def _entries(text: str, start: int, year: str | None) -> Iterator[_Entry]:
    """Yield the entries by their labels; the text before the first label has none."""
    labels = entry_labels(text, start, _CitedPlaces(text, start, year))
    first = labels[0].start if labels else len(text)
    if not text[start:first].strip(_SEPARATORS) or _OWN_NAME.match(text[start:first]):
        first = start
    else:
        yield _Entry(None, start, start, first)
    for index, label in enumerate(labels):
        end = labels[index + 1].start if index + 1 < len(labels) else len(text)
        yield _Entry(label, label.start if index else first, label.end, end)


def _of_the_station_before(stretch: Stretch, text: str, before: Cited) -> Stretch:
    """Complete an entry that is just a number with the station of the previous entry."""
    found = _NUMBER_ALONE.match(text[stretch.start : stretch.end])
    if found is None:
        return stretch
    start = stretch.start + found.start(1)
    end, notes = read_notes(text, stretch.start + found.end())
    if text[end : stretch.end].strip(_SEPARATORS):
        return stretch
    cable = Cited(before.year, before.station, int(found[1]), start, end, notes, repaired=True)
    return replace(stretch, cable=cable)


def _reference(
    text: str, entry: _Entry, stretch: Stretch, year: str | None, cited: Mapping[str, str]
) -> Reference | None:
    """Return the reference for a part of an entry; None if it says that there is none.

    ``cited`` are ids in an archive's row, for an entry that has no year.
    """
    label = entry.label.name if entry.label else None
    shown = _shown(text[stretch.start : stretch.end])
    cable = stretch.cable
    if cable is None:
        if not shown or _OWN_NAME.match(shown) or _NOTHING.match(shown):
            return None
        return Reference(label=label, kind=kind_of(shown), text=shown, notes=notes_inside(shown))
    number = f"{cable.station}{cable.number}"
    listed = None if cable.year else cited.get(number)
    cable_year = cable.year or year
    ident = listed or (f"{cable_year}{number}" if cable_year else None)
    return Reference(label=label, kind="cable", text=shown, id=ident, notes=cable.notes)


def _pass_over(passage: Passage, start: int, end: int, account: Account) -> None:
    """Mark other text: ``NONE`` as furniture, a label as part of the field."""
    nothing = _NOTHING.search(passage.text, start, end)
    value = nothing.start() if nothing else end
    account.claim(passage.pieces(start, value), "references")
    rest = [Line(at, account.text[at:to].strip()) for at, to in passage.pieces(value, end)]
    account.mark_furniture("empty-field", rest)


def _shown(text: str) -> str:
    """Return it as printed, on one line, without the words that join it to its neighbours."""
    shown = " ".join(text.split()).lstrip(" /)").strip(_SEPARATORS)
    named = _LEADING_NAME.match(shown) if shown[:3].upper() == "REF" else None
    if named:
        shown = shown[named.end() :]
    for _ in range(_MOST_JOINTS):
        joint = _JOINT.search(shown)
        if joint is None:
            break
        shown = (shown[joint.end() :] if not joint.start() else shown[: joint.start()]).strip(
            _SEPARATORS
        )
    return shown


def _report(
    reference: Reference, cable: Cited | None, entry: _Entry, account: Account, at: int, path: str
) -> None:
    """Report doubtful kinds, years, stations and labels."""
    if reference.kind == "other":
        account.report(REFERENCE_DOUBTFUL, at, path=path, printed=reference.text)
    if cable and reference.id is None:
        account.report(REFERENCE_WITHOUT_YEAR, at, path=path, printed=reference.text)
    if cable and cable.repaired:
        account.report(REFERENCE_REPAIRED, at, path=path, printed=reference.text,
                     station=cable.station, number=cable.number)  # fmt: skip
    if entry.label and entry.label.doubtful:
        account.report(REFERENCE_LABEL_DOUBTFUL, at, path=path, label=entry.label.name)
