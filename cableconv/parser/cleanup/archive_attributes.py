"""The National Archives' own block around a telegram, where a page or a mail holds both.

The reader ``nara`` takes it apart in their files; a telegram in another container keeps it.
"""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines
from cableconv.patterns import pattern

_TITLE = "Message Text"
_ATTRIBUTES = "Message Attributes"
_ATTRIBUTE = pattern(r"[A-Z][\w /()-]{2,40}:(?:\s|$)")
_FEWEST = 3  # attributes below the title


def take_archive_attributes(lines: Lines, account: Account) -> Lines:
    """The lines between the archive's title of the text and its attributes below."""
    if _ATTRIBUTES not in account.text:
        return lines
    at = next((at for at, line in enumerate(lines) if line.text == _ATTRIBUTES), len(lines))
    below = lines[at + 1 : at + 1 + _FEWEST]
    if sum(_ATTRIBUTE.match(line.text) is not None for line in below) < _FEWEST:
        return lines
    end = next((end for end in range(at, len(lines)) if lines[end].text == _TITLE), len(lines))
    account.mark_furniture("message-attributes", lines[at:end])
    first = int(lines[0].text == _TITLE)
    account.mark_furniture("envelope", lines[:first])
    return [*lines[first:at], *lines[end:]]
