"""The header that the format ``tei`` writes: the cable's fields in ``correspDesc``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from lxml.etree import _Element

from cableconv.cable import (
    Addressee,
    Classification,
    ClassifiedBy,
    ExecutiveOrder,
    Number,
    Origin,
    Person,
    Precedence,
    PrecedencePair,
    Section,
    Transmission,
)
from cableconv.patterns import pattern
from cableconv.readers.tei.lines import lines_of, words_of
from cableconv.readers.tei.names import NAMESPACES
from cableconv.vocabulary.levels import level_of

_SECTION = pattern(r"(\d{1,4}) of (\d{1,4})")
_HANDLING = pattern(
    r"Source: .*?\.(?: |$)(?P<words>(?!Sent to|Repeated for|Drafted|Cleared|Approved)[^.]+)\."
)
_FOR_INFORMATION = " FOR INFORMATION ADDRESSEES"
_PRECEDENCES: dict[str, Precedence] = {word: word for word in get_args(Precedence)}
_KINDS = {"transmission": "identifier", "station-serial": "serial", "date-time-group": "dtg"}


def own_header(document: _Element) -> _Element | None:
    """Return the header above a document, if cableconv wrote it."""
    header = document.getroottree().getroot().find("t:teiHeader", NAMESPACES)
    if header is None or header.find(".//t:application[@ident='cableconv']", NAMESPACES) is None:
        return None
    return header


def fields_of(header: _Element, source_note: str) -> dict[str, Any]:
    """Return the header's fields by their names in the tree; some come from the note."""
    telegram = _first(header, ".//t:bibl[@type='telegram']")
    described = _first(header, ".//t:correspDesc")
    found: dict[str, Any] = {
        "id": _words(telegram, "t:idno[@type='message-reference-number']"),
        "date": _date(_first(telegram, "t:date")),
        "number": _number(telegram),
        "transmissions": tuple(_transmissions(telegram)),
        "origin": _origin(_first(described, "t:correspAction[@type='sent']")),
        "to": _addressees(described, "action"),
        "info": _addressees(described, "information"),
        "tags": tuple(map(words_of, _all(header, ".//t:keywords/t:term[@type='TAGS']"))),
        "subject": _words(header, ".//t:keywords/t:term[@type='subject']"),
    }
    preface = _preface(described)
    return found | preface | _handling(source_note, preface["classification"])


def _preface(described: _Element | None) -> dict[str, Any]:
    section = _SECTION.fullmatch(_note(described, "section") or "")
    return {
        "classification": _classification(described),
        "section": Section(number=int(section[1]), total=int(section[2])) if section else None,
        "passing": tuple(map(words_of, _notes(described, "passing"))),
        "notices": tuple(map(words_of, _notes(described, "notice"))),
        "distribution": lines_of(_first(described, "t:note[@type='distribution']")) or None,
        "executive_order": _executive_order(described),
        "classified_by": _classified_by(described),
    }


def _handling(note: str, classification: Classification | None) -> dict[str, Any]:
    """``Source: ... Secret; Noforn; Immediate; Routine for information addressees; Exdis. ...``"""
    found = _HANDLING.match(note)
    printed = classification.text if classification else ""
    words = [word.upper() for word in found["words"].split("; ")] if found else []
    closed_up = printed.replace(" ", "")  # a caveat's letters may be spaced: E F T O
    caveats = tuple(
        word for word in words[1:] if word.replace(" ", "") in closed_up and word != printed
    )
    first = 1 + len(caveats) if classification else 0
    pair, captions = PrecedencePair(), []
    for word in words[first:]:
        speed, others, _ = word.partition(_FOR_INFORMATION)
        if speed not in _PRECEDENCES:
            captions.append(word)
        elif others:
            pair = pair.replace(info=speed)
        else:
            pair = pair.replace(action=speed)
    level = classification.replace(caveats=caveats) if classification else None
    return {"classification": level, "precedence": pair, "captions": tuple(captions)}


def _number(telegram: _Element | None) -> Number | None:
    text, station, serial = (
        _words(telegram, f"t:idno[@type='{kind}']") for kind in ("number", "station", "serial")
    )
    if text is None or station is None or serial is None:
        return None
    return Number(station=station, serial=serial, text=text)


def _transmissions(telegram: _Element | None) -> Iterator[Transmission]:
    """Yield transmissions; a header ends before a repeated kind."""
    held = Transmission()
    for idno in _all(telegram, "t:idno"):
        kind = _KINDS.get(idno.get("type", ""))
        if kind is None:
            continue
        if getattr(held, kind) is not None:
            yield held
            held = Transmission()
        held = held.replace(**{kind: words_of(idno)})
    if held != Transmission():
        yield held


def _origin(sent: _Element | None) -> Origin | None:
    country = _first(sent, "t:placeName/t:country")
    found = Origin(
        route=_words(sent, "t:idno[@type='routing-indicator']"),
        name=_words(sent, "t:orgName"),
        post=_words(sent, "t:placeName/t:settlement"),
        country=country.get("key") if country is not None else None,
    )
    return None if found == Origin() else found


def _addressees(described: _Element | None, kind: str) -> tuple[Addressee, ...]:
    return tuple(
        Addressee(
            name=_words(action, "t:orgName") or "",
            route=_words(action, "t:idno[@type='routing-indicator']"),
            number=_words(action, "t:idno[@type='message-continuity']"),
            office=_note(action, "office"),
            precedence=_PRECEDENCES.get(_note(action, "precedence") or ""),
            exempted=tuple(map(words_of, _notes(action, "exempted"))),
        )
        for action in _all(described, f"t:correspAction[@subtype='{kind}']")
    )


def _classification(described: _Element | None) -> Classification | None:
    for note in _notes(described, "classification"):
        level = level_of(note.get("n", ""))
        return Classification(level=level, text=words_of(note)) if level else None
    return None


def _executive_order(described: _Element | None) -> ExecutiveOrder | None:
    for note in _notes(described, "executive-order"):
        return ExecutiveOrder(
            order=note.get("n"),
            text=words_of(note) or None,
            declassify_on=_date(_first(described, "t:note[@type='declassify-on']/t:date")),
            declassify_event=_note(described, "declassify-event"),
            exemption=_note(described, "exemption"),
        )
    return None


def _classified_by(described: _Element | None) -> ClassifiedBy | None:
    for note in _notes(described, "classified-by"):
        people = (
            Person(name=_words(each, ".//t:name") or "", title=_words(each, ".//t:roleName"))
            for each in _notes(described, "classifier")
        )
        reasons = map(words_of, _notes(described, "reason"))
        return ClassifiedBy(text=words_of(note), people=tuple(people), reasons=tuple(reasons))
    return None


def _date(date: _Element | None) -> str | None:
    return (date.get("when") or words_of(date)) if date is not None else None


def _notes(element: _Element | None, kind: str) -> list[_Element]:
    return _all(element, f"t:note[@type='{kind}']")


def _note(element: _Element | None, kind: str) -> str | None:
    return _words(element, f"t:note[@type='{kind}']")


def _words(element: _Element | None, path: str) -> str | None:
    return words_of(_first(element, path)) or None


def _first(element: _Element | None, path: str) -> _Element | None:
    return None if element is None else element.find(path, NAMESPACES)


def _all(element: _Element | None, path: str) -> list[_Element]:
    return [] if element is None else element.findall(path, NAMESPACES)
