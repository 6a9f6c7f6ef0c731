"""The National Archives' own block around a telegram, where a page or a mail holds both.

The reader ``nara`` takes it apart in their files; a telegram in another container keeps it.
PlusD prints the attributes without their title, below a row of dashes.
"""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern

_TITLE = "Message Text"
_ATTRIBUTES = "Message Attributes"
_ATTRIBUTE = pattern(r"[A-Z][\w /()-]{2,40}:(?:\s|$)")
_FIRST = ("Automatic Decaptioning:", "Capture Date:", "Channel Indicators:")
_OF_EACH = "Channel Indicators:"
_DASHES = "---"
_FEWEST = 3  # attributes below the title


def take_archive_attributes(lines: Lines, account: Account) -> Lines:
    """The lines between the archive's title of the text and its attributes below."""
    if _ATTRIBUTES not in account.text:
        return _without_untitled(lines, account) if _OF_EACH in account.text else lines
    at = next((at for at, line in enumerate(lines) if line.text == _ATTRIBUTES), len(lines))
    if not _are_attributes(lines[at + 1 :]):
        return lines
    end = next((end for end in range(at, len(lines)) if lines[end].text == _TITLE), len(lines))
    account.mark_furniture("message-attributes", lines[at:end])
    first = int(lines[0].text == _TITLE)
    account.mark_furniture("envelope", lines[:first])
    return [*lines[first:at], *lines[end:]]


def _without_untitled(lines: Lines, account: Account) -> Lines:
    """Return the lines above attributes without a title, which end the text."""
    at = next((at for at, line in enumerate(lines) if line.text.startswith(_FIRST)), len(lines))
    if not at or not _are_attributes(lines[at:]):
        return lines
    at -= lines[at - 1].text == _DASHES
    account.mark_furniture("message-attributes", lines[at:])
    return lines[:at]


def _are_attributes(lines: Sequence[Line]) -> bool:
    first = lines[:_FEWEST]
    return sum(_ATTRIBUTE.match(line.text) is not None for line in first) == _FEWEST
