"""Addressees that a sender or a scrape put below the class line: ``INFO EU POSTS``."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cableconv.parser.account.account import Account
from cableconv.parser.heading.zones import Zones
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.vocabulary import stations

_LABEL = "INFO"
_FARTHEST = 12  # lines below the class line
_OPENING = pattern(r"INFO\s?:?\s+(?=[A-Z])")
_BETWEEN = pattern(r"\s*[,;]\s+")
_NAME = pattern(
    r"(?:AMEMBASSY|AMCONSUL|USMISSION|USINT|USLO|SECSTATE|SECDEF)\s[A-Z][A-Z '-]*+$"
    r"|(?:[A-Z][A-Z/-]*\s){1,5}(?:COLLECTIVE|POSTS)$"
)
_BEHIND_NAME = pattern(r"(?:\s(?:IMMEDIATE|PRIORITY|ROUTINE))?(?:\s\d{4})?$")


def take_addressees_below(zones: Zones, account: Account) -> Zones:
    """Move such lines from above the first label to the heading's end, one name on each."""
    found: Lines = []
    for line in zones.below[:_FARTHEST]:
        if line.paragraph_mark or read_label(line.text):
            break
        goes_on = bool(found) and not line.gap and found[-1].end < line.start
        if (line.text.startswith(_LABEL) or goes_on) and _lists_names(line.text):
            found.append(line)
        elif found:
            break
    if not found:
        return zones
    below = [line for line in zones.below if line not in found]
    names = [piece for line in found for piece in _pieces(line, account)]
    return replace(zones, heading=[*zones.heading, *names], below=below)


def _lists_names(text: str) -> bool:
    opening = _OPENING.match(text)
    names = _BETWEEN.split(text[opening.end() if opening else 0 :].rstrip(",;"))
    return all(map(_is_name, names))


def _is_name(text: str) -> bool:
    """Whether it is a post or a group of them, perhaps with its precedence and number."""
    found = _BEHIND_NAME.search(text)
    name = text[: found.start()] if found else text
    return _NAME.match(name) is not None or stations.canonical(name) in stations.known()


def _pieces(line: Line, account: Account) -> Iterator[Line]:
    """Yield each name of a list with commas as a line; the commas are furniture."""
    start = 0
    for separator in _BETWEEN.finditer(line.text):
        yield line.tail(start, separator.start())
        account.mark_furniture("separator", [line.tail(*separator.span())])
        start = separator.end()
    yield line.tail(start)
