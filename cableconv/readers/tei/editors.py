"""The data on a telegram in head, dateline and source note of *Foreign Relations*."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from lxml.etree import _Element

from cableconv.cable import Addressee, Number, Origin
from cableconv.patterns import pattern
from cableconv.readers.tei.lines import words_of
from cableconv.readers.tei.names import FRUS, NAMESPACES
from cableconv.vocabulary import stations

_DEPARTMENT = "Department of State"
_FROM_TO = pattern(
    r"(?>.*?grams?\b)(?>.*?\bFrom )(?:the )?(?P<sender>.+?)(?: to (?:the )?(?P<to>.+))?$"
)
_POST = pattern(r"(?:Embassy|Consulate|Legation|Mission|Liaison Office|Interests Section)\b")
_LEVEL = pattern(
    r"(?<![\w-])(?P<level>Top Secret|Secret|Confidential|Limited Official Use|Unclassified)"
    r"(?=[.;,])"
)
_DAY = pattern(r"\d{4}-\d\d-\d\d")
_HOUR = pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")


class Edition(NamedTuple):
    """``day`` is known more often than ``date``, which has the hour and its zone."""

    id: str | None
    day: str | None
    date: str | None
    sender: str | None
    origin: Origin | None
    to: tuple[Addressee, ...]
    number: Number | None
    classification: str | None


def edition_of(document: _Element, number: str | None) -> Edition:
    """Return all of it; ``number`` is the number before the first paragraph."""
    head = document.find("t:head", NAMESPACES)
    sender, to = _correspondents(head)
    day, date = _dates(document)
    place = words_of(document.find(".//t:dateline/t:placeName", NAMESPACES))
    station = _station(sender, place)
    printed = Number(station=station, serial=number, text=number) if station and number else None
    return Edition(
        id=f"{day[2:4]}{station}{int(number)}" if printed and day and number else None,
        day=day,
        date=date,
        sender=sender,
        origin=_origin(sender, station),
        to=(Addressee(name=to),) if to else (),
        number=printed,
        classification=_level(document),
    )


def _correspondents(head: _Element | None) -> tuple[str | None, str | None]:
    found = _FROM_TO.match(words_of(head))
    return (found["sender"], found["to"]) if found else (None, None)


def _origin(sender: str | None, station: str | None) -> Origin | None:
    if sender is None:
        return None
    post = None if sender == _DEPARTMENT else station
    return Origin(name=sender, post=post, country=stations.country(post) if post else None)


def _station(sender: str | None, place: str) -> str | None:
    """Return the station that numbered the message; None except for posts and the Department."""
    if sender == _DEPARTMENT:
        return stations.canonical("STATE")
    station = stations.canonical(place)
    is_post = sender is not None and _POST.match(sender) and station in stations.known()
    return station if is_post else None


def _dates(document: _Element) -> tuple[str | None, str | None]:
    """Return the day, and the date with the hour in UTC.

    The attributes give only the day: the time zone of the editors' hours is a guess.
    """
    dated = document.find(".//t:dateline//t:date", NAMESPACES)
    when = _moment(dated) if dated is not None else ""
    said = when or document.get(f"{{{FRUS}}}doc-dateTime-min", "")
    day = _DAY.match(said)
    return (day[0] if day else None), (_utc(when) if day and when else None)


def _moment(dated: _Element) -> str:
    """Return the moment of a date; bounds that are equal are one."""
    first, last = (
        dated.get("notBefore") or dated.get("from"),
        dated.get("notAfter") or dated.get("to"),
    )
    return dated.get("when") or (first if first and first == last else "")


def _utc(when: str) -> str | None:
    """Return date and hour if the zone is known; else the day."""
    if not _HOUR.fullmatch(when):
        return when[:10]
    try:
        moment = datetime.fromisoformat(when).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=None).isoformat() + "Z"


def _level(document: _Element) -> str | None:
    note = document.find(".//t:note[@type='source']", NAMESPACES)
    found = _LEVEL.search(" ".join(map(str, note.itertext()))) if note is not None else None
    return found["level"].upper() if found else None
