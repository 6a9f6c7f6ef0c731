"""The data kept on each cable until the indexes are written."""

from __future__ import annotations

from typing import NamedTuple

from cableconv import Cable

from cableconv_html.dates import parsed
from cableconv_html.telegram import title

UNDATED = "undated"


class Record(NamedTuple):
    """A cable as an entry of an index."""

    page: str
    title: str
    key: str | None
    date: str | None
    month: str
    sender: str
    post: str | None
    level: str
    tags: tuple[str, ...]
    cites: tuple[str, ...]

    @property
    def order(self) -> tuple[str, str, str]:
        """The sort key: by date, those without one last."""
        return (self.month, self.date or "", self.page)


def record(cable: Cable, page: str, cites: tuple[str, ...]) -> Record:
    """Return the entry of a cable."""
    moment = parsed(cable.date) if cable.date else None
    origin, classification = cable.origin, cable.classification
    return Record(
        page=page,
        title=title(cable),
        key=cable.key,
        date=cable.date,
        month=f"{moment:%Y-%m}" if moment else UNDATED,
        sender=(origin.name or origin.post or "") if origin else "",
        post=post(cable),
        level=(classification.level or "") if classification else "",
        tags=tuple(dict.fromkeys(cable.tags)),
        cites=cites,
    )


def post(cable: Cable) -> str | None:
    """Return the name under which the sender is listed."""
    return (cable.origin.post or cable.origin.name) if cable.origin else None
