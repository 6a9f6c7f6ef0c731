"""Labels inside a sentence: two of them on one line would be read as items of a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cableconv.exporters.text.wrapping import last_fit_blank
from cableconv.patterns import pattern

# begins with its space and looks back from there, which makes it fast
_LABEL = pattern(
    r"\s(?:(?<=[.:;!?]\s)|(?<=[;,] and\s)|(?<=[;,] or\s))\s*"
    r"(?:\(?(?:[A-Ha-h]|\d)\)|[A-H]\.|[-*•·]{1,2})\s"
)
_FIRST = pattern(r"\s+\(?[Aa1*•·-]")
_FEWEST = 2
_BULLETS = ("--", "*", "•", "·")
_BULLET = pattern(r"(?<=\S[.:;!?])\s(?:--?|[*•·])\s")

# what the first label of a list always has; one sign is quicker to look for than a label
_FIRST_CLOSED = pattern(r"\)(?<=[aA1]\))(?:(?<=[.:;!?dr] [aA1]\))|(?<=[.:;!?dr] \([aA1]\)))")
_FIRST_DASH = pattern(r"-(?<=[.:;!?dr] -)")


def labels_apart(lines: list[str], hang: str) -> list[str]:
    """Return the lines, broken between two labels if a list begins on one of them."""
    if lines[0].lstrip().startswith(_BULLETS) and _BULLET.search(lines[0]):
        return [*_behind_bullet(lines[0], hang), *lines[1:]]
    return [part for line in lines for part in _parts(line, hang)]


def _behind_bullet(line: str, hang: str) -> Iterator[str]:
    """Break an item's first line before the sentence's end that another bullet follows."""
    bullet = _BULLET.search(line)
    found = last_fit_blank().match(line, len(hang), bullet.start()) if bullet else None
    if found is None:
        yield line
    else:
        yield line[: found.end()]
        yield hang + line[found.end() + 1 :]


def may_hold_list(text: str) -> bool:
    """Whether the text has the first label of a list behind the end of a sentence; few have."""
    return (
        _FIRST_CLOSED.search(text, 0, text.rfind(")") + 1) is not None
        or " A." in text
        or _FIRST_DASH.search(text, 0, text.rfind("-") + 1) is not None
        or "*" in text
        or "•" in text
        or "·" in text
    )


def _parts(line: str, hang: str) -> Iterator[str]:
    labels = [found.start() for found in _LABEL.finditer(line)]
    start = 0
    if len(labels) >= _FEWEST and _FIRST.match(line, labels[0]):
        for before, label in pairwise(labels):
            if found := last_fit_blank().match(line, before + 1, label + 1):
                yield (hang if start else "") + line[start : found.end()]
                start = found.end() + 1
    yield (hang if start else "") + line[start:]
