"""The data kept on each cable until the indexes are written, and afterwards for ``append``."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from cableconv import Cable
from cableconv.rendering.dates import year_of
from cableconv.rendering.identity import identity_of
from cableconv.rendering.message_data import marking

from cableconv_html.characters import printable
from cableconv_html.dates import parsed
from cableconv_html.telegram import title

UNDATED = "undated"

SIGNED, CLASSIFIED, TAGGED = "signed", "classified", "in TAGS"
"""How a cable names a person."""


class Named(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person whom a cable names, and how."""

    name: str
    role: str


class Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A cable as an entry of an index; ``cites`` are the ids on its page, in their order.

    ``page`` is the name of its page, which only the site knows.
    """

    page: str
    title: str
    key: str | None
    date: str | None
    month: str
    year: int | None
    sender: str
    post: str | None
    level: str
    marking: str
    tags: tuple[str, ...]
    cites: tuple[str, ...]
    people: tuple[Named, ...]
    identity: str

    @property
    def order(self) -> tuple[str, str, str]:
        """The sort key: by date, those without one last."""
        return (self.month, self.date or "", self.page)

    @property
    def period(self) -> str:
        """The year of its date, or ``undated``; ``year`` may be known from the key."""
        return self.month.partition("-")[0]


def record(cable: Cable, cites: tuple[str, ...]) -> Record:
    """Return the entry of a cable, without the name of its page."""
    moment = parsed(cable.date) if cable.date else None
    origin, classification = cable.origin, cable.classification
    return Record(
        page="",
        title=printable(title(cable)),
        key=printable(cable.key) if cable.key else None,
        date=cable.date,
        month=f"{moment:%Y-%m}" if moment else UNDATED,
        year=moment.year if moment else year_of(cable),
        sender=printable((origin.name or origin.post or "") if origin else ""),
        post=post(cable),
        level=(classification.level or "") if classification else "",
        marking=printable(marking(cable)),
        tags=tuple(dict.fromkeys(map(printable, cable.tags))),
        cites=cites,
        people=tuple(dict.fromkeys(_people(cable))),
        identity=printable(identity_of(cable)),
    )


def post(cable: Cable) -> str | None:
    """Return the name under which the sender is listed."""
    named = (cable.origin.post or cable.origin.name) if cable.origin else None
    return printable(named) if named else None


def _people(cable: Cable) -> Iterator[Named]:
    yield from (Named(printable(name), SIGNED) for name in cable.signed_by)
    if cable.classified_by:
        yield from (Named(printable(each.name), CLASSIFIED) for each in cable.classified_by.people)
    yield from (Named(printable(tag), TAGGED) for tag in cable.tags if "," in tag)
