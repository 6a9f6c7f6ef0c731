"""Compares a cable's number on class line, DE line, FM line, page marks, and in the file's name.

A digit missing on the class line is restored if DE line and page marks agree; any other
contradiction is reported, never resolved.
"""

from __future__ import annotations

import re
from collections import Counter

from cableconv.cable import Number, Source
from cableconv.diagnostics.heading import NUMBER_REPAIRED
from cableconv.diagnostics.telegram import HEADER_CONFLICT
from cableconv.parser.account.account import Account
from cableconv.parser.heading.lines import Heading
from cableconv.patterns import pattern
from cableconv.vocabulary import stations
from cableconv.vocabulary.edit_distance import within_one_edit

_MARK = pattern(r"[A-Za-z][A-Za-z .'-]*?\s+(\d{8})\s")
_SERIAL_OF_DE = 10_000  # the DE line has four digits (ACP 127 para 115)
_DIGITS_OF_DE = (3, 4)  # one of them may be lost
_SERIES = pattern(r"PARTO|SECTO|TOSEC|DEPTO")  # numbered by the traveller, not by the relaying post
_FILE_NAME = pattern(
    r"(?:.*[/\\])?(?:19|20)?(?P<year>\d\d)(?P<station>[A-Z][A-Z-]*)(?P<serial>\d{1,9})"
    r"(?:_[A-Z])?(?:\.|$)",
    re.IGNORECASE,
)


def check_number(number: Number, heading: Heading, account: Account) -> Number:
    """Compare the class line's number with the other lines that have it."""
    _check_post(number, heading, account)
    serial, sent, marked = int(number.serial), _sent(heading), _marked(account)
    if marked is None and sent is not None and _lost_a_digit(number.serial, f"{sent:06}"):
        marked = sent
    if marked is None or marked == serial:
        if _SERIES.match(number.station):
            return number
        if sent is not None and sent != serial % _SERIAL_OF_DE:
            _report_conflict("the DE line", f"#{sent:04}", number, account)
        return number
    is_slip = within_one_edit(str(serial), str(marked))
    if is_slip and sent == marked % _SERIAL_OF_DE and sent != serial % _SERIAL_OF_DE:
        printed, repaired = number.serial, f"{marked:06}"
        account.report(NUMBER_REPAIRED, path="number", printed=printed, serial=repaired)
        return number.replace(serial=repaired)
    _report_conflict("a page mark", f"{marked:08}", number, account)
    return number


def _lost_a_digit(printed: str, whole: str) -> bool:
    """Whether a class line's serial has five digits, not six, and the DE line the lost one."""
    lacking = (whole[:at] + whole[at + 1 :] for at in range(len(whole)))
    return len(printed) == len(whole) - 1 and int(printed) != int(whole) and printed in lacking


def _check_post(number: Number, heading: Heading, account: Account) -> None:
    post = heading.origin.post if heading.origin else None
    station = stations.canonical(number.station)
    if post and station in stations.known() and not (station in post or post in station):
        _report_conflict("the FM line", post, number, account)


def _report_conflict(place: str, printed: str, number: Number, account: Account) -> None:
    kept = f"{number.station} {number.serial}"
    account.report(HEADER_CONFLICT, path="number", place=place, printed=printed, kept=kept)


def _sent(heading: Heading) -> int | None:
    """Return the serial of the DE line."""
    sent = next((t.serial for t in heading.transmissions if t.serial), None)
    return int(sent) if sent and sent.isdecimal() and len(sent) in _DIGITS_OF_DE else None


def _marked(account: Account) -> int | None:
    """Return the serial that most page marks have."""
    found = (_MARK.match(text) for _, text in account.furniture_of("page-mark"))
    serials = [int(each[1]) for each in found if each]
    return Counter(serials).most_common(1)[0][0] if serials else None


def file_id(source: Source, number: Number | None) -> str | None:
    """Return the message number in the file's name, if its station and serial are in the text."""
    name = source.member or source.name or ""
    if number is None or not any(map(str.isdecimal, name)):
        return None
    found = _FILE_NAME.match(name)
    if found is None:
        return None
    station, serial = stations.canonical(found["station"].upper()), int(found["serial"])
    is_own = station == stations.canonical(number.station) and serial == int(number.serial)
    return f"{found['year']}{station}{serial}" if is_own else None
