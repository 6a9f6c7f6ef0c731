"""Keys that occur twice in a JSON object: the decoder keeps the last and drops the others."""

from __future__ import annotations

from collections import Counter
from json import loads
from typing import Any

from cableconv.patterns import pattern

_APART = pattern(r'"\s++:')


def name_that_stands_twice(text: str, decoded: Any) -> str | None:
    """Return such a key or None; ``decoded`` is the content of ``text``.

    If the number of keys equals the number of key endings, there is none.  Only if a value
    contains such an ending, or a space precedes a colon, the whole text is searched.
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
