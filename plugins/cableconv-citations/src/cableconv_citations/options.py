"""Options for what the cable does not state: the archive that holds it, and the day of access."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cableconv import InvalidOptionError
from cableconv.plugins import Option
from cableconv.rendering.dates import parsed

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _inspect_day(value: str) -> Iterable[str]:
    if not _DAY.fullmatch(value) or parsed(value) is None:
        raise InvalidOptionError(
            f"accessed: {value[:40]!r} is not a day; write it like 2026-11-29."
        )
    return ()


ARCHIVE = Option(name="archive", help="the collection and archive that hold it, for the citation")
ACCESSED = Option(
    name="accessed",
    help="the day on which it was consulted, such as 2026-11-29",
    inspect=_inspect_day,
)
