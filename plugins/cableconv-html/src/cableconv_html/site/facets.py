"""What the results of a search can be narrowed down by: year, post, level, tag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, get_args

from cableconv.cable import Level
from cableconv.rendering.post_names import post_name
from cableconv.rendering.tag_meanings import meaning

from cableconv_html.site.file_names import page_name
from cableconv_html.site.records import Record

_LEVELS: tuple[str, ...] = get_args(Level)

Values = Callable[[Record], Iterable[tuple[str, str]]]
"""What a cable has of a facet: what is equal for equal values, and what is shown."""


def facets(records: Sequence[Record]) -> list[dict[str, Any]]:
    """Return each facet: its name, its values in order, and those of each cable by number."""
    return [
        _facet("year", "Year", records, _years),
        _facet("post", "Post", records, _posts),
        _facet("level", "Level", records, _levels),
        _facet("tag", "Tag", records, _tags) | {"isEvery": True},
    ]


def _facet(key: str, name: str, records: Sequence[Record], values: Values) -> dict[str, Any]:
    shown: dict[str, str] = {}
    of_cables = []
    for each in records:
        own = dict(values(each))
        of_cables.append(own)
        for page, words in own.items():
            shown.setdefault(page, words)
    order = sorted(shown)
    numbers = {page: number for number, page in enumerate(order)}
    return {
        "key": key,
        "name": name,
        "values": [shown[page] for page in order],
        "meanings": [meaning(shown[page]) for page in order] if key == "tag" else [],
        "cables": [[numbers[page] for page in own] for own in of_cables],
    }


def _years(record: Record) -> Iterable[tuple[str, str]]:
    if record.year:
        yield str(record.year), str(record.year)


def _posts(record: Record) -> Iterable[tuple[str, str]]:
    if record.post:
        yield page_name(record.post, "post"), post_name(record.post)


def _levels(record: Record) -> Iterable[tuple[str, str]]:
    """Yield the level; from the lowest to the highest."""
    if record.level:
        yield str(_LEVELS.index(record.level)), record.level


def _tags(record: Record) -> Iterable[tuple[str, str]]:
    return ((page_name(tag, "tag"), tag) for tag in record.tags)
