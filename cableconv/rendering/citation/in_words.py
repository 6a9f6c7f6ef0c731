"""A citation in words, for a footnote.

The National Archives' *Citing Records in the National Archives of the United States* (General
Information Leaflet 17) asks for record, series, record group and repository in this order,
separated by semicolons; its guidance on foreign affairs records begins with the originating office.
*The Chicago Manual of Style* (17th edition, 14.111) cites correspondence by sender, recipient,
kind in lower case, date and collection, separated by commas.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable
from cableconv.patterns import pattern
from cableconv.rendering.characters import one_line
from cableconv.rendering.citation.record import Record, record, telegram
from cableconv.rendering.column_values import date_time_group
from cableconv.rendering.dates import day

NARA, CHICAGO = "nara", "chicago"
_COUNTRY = {NARA: "U.S.", CHICAGO: "US"}
_MOST_RECIPIENTS = 3
_RANGE = pattern(r"(?<=\d)-(?=\d)")
_INNER_QUOTES = str.maketrans('“”"', "‘’'")


def citation(
    cable: Cable, style: str = NARA, archive: str | None = None, accessed: str | None = None
) -> str:
    """Return the citation, which ends with a full stop.

    ``archive`` is the collection and archive that hold the cable, ``accessed`` the day (ISO
    8601) on which it was consulted.
    """
    found = record(cable, archive, accessed, _COUNTRY[style])
    parts = list(_item(found, style, date_time_group(cable)))
    text = (_nara if style == NARA else _chicago)(found, parts)
    return f"{text[:-1]}.”" if text.endswith("”") else f"{text}."


def _item(found: Record, style: str, sent: str | None) -> Iterator[str]:
    """Yield sender and recipient, title and date; ``sent`` is the date-time group as printed."""
    kind = telegram(one_line(found.number or ""))
    kind = kind if style == NARA else kind.lower()
    yield from filter(None, (_correspondents(found), kind))
    title = _quotable(found.title)
    if title and title.lower() != kind.lower():
        yield f"“{title},”"
    if found.date or sent:
        yield day(found.date) if found.date else one_line(sent or "")
    if found.key:
        yield one_line(found.key)


def _correspondents(found: Record) -> str:
    to = f"to {_several(found.recipients)}" if found.recipients else None
    return " ".join(filter(None, (found.sender, to)))


def _several(names: tuple[str, ...]) -> str:
    """Return ``A``, ``A and B``, ``A, B, and C``, ``A and 4 others``."""
    if len(names) > _MOST_RECIPIENTS:
        return f"{names[0]} and {len(names) - 1} others"
    if len(names) == _MOST_RECIPIENTS:
        return f"{', '.join(names[:-1])}, and {names[-1]}"
    return " and ".join(names)


def _quotable(title: str) -> str:
    """Return a title for use between double quotation marks; its own become single ones."""
    return one_line(title).translate(_INNER_QUOTES).rstrip(" ,")


def _nara(found: Record, parts: list[str]) -> str:
    cited = "; ".join([_joined(parts), *map(one_line, filter(None, found.holding or ()))])
    url = _url(found)
    online = ", ".join(filter(None, (url and f"from {url}", _day_of_access(found))))
    return f"{cited} [retrieved {online}]" if online else cited


def _chicago(found: Record, parts: list[str]) -> str:
    places = [one_line(place) for place in found.holding or () if place]
    if found.holding and found.holding.series:
        places[0] = _RANGE.sub("–", places[0])
    accessed = _day_of_access(found)
    online = filter(None, (accessed and f"accessed {accessed}", _url(found)))
    return _joined([*parts, *places, *online])


def _url(found: Record) -> str:
    return one_line(found.url or "")


def _day_of_access(found: Record) -> str | None:
    return day(found.accessed) if found.accessed else None


def _joined(parts: list[str]) -> str:
    """Join the parts by commas; inside quotation marks the comma comes first."""
    text = ", ".join(parts).replace(",”, ", ",” ")
    return f"{text.removesuffix(',”')}”" if text.endswith(",”") else text
