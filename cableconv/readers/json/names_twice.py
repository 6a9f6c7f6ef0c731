"""Names that stand twice in one object of JSON: the decoder takes the last and drops the others."""

from __future__ import annotations

from collections import Counter
from json import loads
from typing import Any

from cableconv.patterns import pattern

_APART = pattern(r'"\s++:')


def name_that_stands_twice(text: str, decoded: Any) -> str | None:
    """One of them; ``decoded`` is what ``text`` holds.

    As many names as there are ends of names mean none: only where a text holds such an end too,
    or a blank stands before a colon, all of it is looked at.
    """
    if text.count('":') == _count_names(decoded) and not _APART.search(text):
        return None
    found: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = dict(pairs)
        if len(names) < len(pairs):
            found.append(Counter(name for name, _ in pairs).most_common(1)[0][0])
        return names

    loads(text, object_pairs_hook=look)
    return found[0] if found else None


def _count_names(decoded: Any) -> int:
    number, waiting = 0, [decoded]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            number += len(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return number
