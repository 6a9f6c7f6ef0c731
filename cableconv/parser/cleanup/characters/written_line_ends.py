"""Line ends that a container wrote as text: ``<br>``, a backslash and ``n``, a sign like ``|``.

A single one may belong to a cable's text; if they replace line ends, there are many,
with lines between them.  A sign between the date-time group and FM that also stands between the
sender and TO ends the header's lines (ACP 127 para 142 gives their order).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.diagnostics.telegram import LINE_ENDS_READ
from cableconv.parser.cleanup.characters.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_FEWEST = 5
_FEWEST_AT_ENDS = 3  # each directly before a real line end, where no text has them
_BREAK = pattern(r"<br[ \t]{0,3}/?>(?:[ \t]*\r?\n)?", re.IGNORECASE)
_ESCAPED = pattern(r"(?:\\r)?\\n(?:\\t)?")
_SIGN = pattern(
    r"\d{6}Z\s[A-Z]{3}\s\d{2,4}(?:\sZ[A-Z]{2}){0,3}"
    r"(?P<sign>[ \t]*(?:(?:\\r)?\\n|<br\s?/?>|[^\w\s]{1,2})[ \t]*)FM"
)
_ADDRESSEE = pattern(r"[ \t]*TO[ \t:]")
_FARTHEST = 4_000  # characters: the header's FM stands above
_BEFORE_FM = 40  # characters: a date-time group and the sign
_LONGEST_NAME = 80  # characters: the sender's line
_OF_TEXTS = frozenset(".,;:'\"-*")  # signs that a text has too
_LONGEST_HEADER = 1_500  # characters; a longer line has the text as well
_FEWEST_IN_LINE = 2


def with_line_ends(telegram: Telegram) -> Telegram:
    """Replace written line ends by real ones; positions in the file stay correct."""
    text = telegram.text
    found: list[Written] = []
    if "\\" in text or "<" in text:  # few telegrams have either
        found = _found(text, _BREAK) or _found(text, _ESCAPED)
    return rewritten(telegram, found or _of_header(text), LINE_ENDS_READ)


def _found(text: str, written: re.Pattern[str]) -> list[Written]:
    """Return all of them, if a text, or a line of it, has hardly any other line ends."""
    found = [Written(*each.span(), "\n") for each in written.finditer(text)]
    if len(found) >= _FEWEST_AT_ENDS and all("\n" in text[start:end] for start, end, _ in found):
        return found
    left = text.count("\n") - sum("\n" in text[start:end] for start, end, _ in found)
    if len(found) < _FEWEST:
        return []
    in_one = any(
        "\n" not in text[first.end : last.start]
        for first, last in zip(found, found[_FEWEST - 1 :], strict=False)
    )
    return found if len(found) > left or in_one else []


def _of_header(text: str) -> list[Written]:
    """Return the signs for line ends, if the header's lines are parted by one and the same."""
    sender = text.find("FM ", 0, _FARTHEST)
    if sender < 1 or text[sender - 1] == "\n":
        return []
    found = _SIGN.search(text, max(sender - _BEFORE_FM, 0), sender + len("FM"))
    if found is None or not _ends_sender(text, sender, found["sign"]):
        return []
    return list(_signs(text, found["sign"], sender))


def _ends_sender(text: str, sender: int, sign: str) -> bool:
    """Whether the sender's line ends with that sign, before TO."""
    at = text.find(sign, sender, sender + _LONGEST_NAME)
    return at > 0 and _ADDRESSEE.match(text, at + len(sign)) is not None


def _signs(text: str, sign: str, sender: int) -> Iterator[Written]:
    """Yield the signs in each line that has several; those of a text, in the header alone."""
    is_of_texts = not _OF_TEXTS.isdisjoint(sign)
    start = 0
    for line in text.splitlines(keepends=True):
        holds_header = start <= sender < start + len(line)
        if is_of_texts:
            is_parted = holds_header and len(line) <= _LONGEST_HEADER
        else:
            is_parted = holds_header or line.count(sign) >= _FEWEST_IN_LINE
        at = line.find(sign) if is_parted else -1
        while at >= 0:
            yield Written(start + at, start + at + len(sign), "\n")
            at = line.find(sign, at + len(sign))
        start += len(line)
