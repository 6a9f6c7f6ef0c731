"""Splits a mailbox into its messages while reading it (mbox, RFC 4155)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from cableconv.input.limits import LARGEST_HELD
from cableconv.patterns import pattern

LONGEST_LINE = 64 * 1024
"""Bytes of a line that are read at once."""

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_OPENS = rf"From \S+ .{{0,60}}(?:{_MONTHS}) +\d{{1,2}} .{{0,40}}\d{{4}}"
_MAILBOX = pattern(rf"\s*+{_OPENS}[^\n]*\n[!-9;-~]+:")
_OPENING = pattern(_OPENS.encode())
_ESCAPED = pattern(rb">+From ")


class Message(msgspec.Struct, frozen=True):
    """The bytes of a message, including the header; ``is_cut`` if there were too many."""

    number: int
    data: bytes
    is_cut: bool


def is_mailbox(head: str) -> bool:
    """Whether a text begins with the separator line of a mailbox, and a field."""
    return head.lstrip().startswith("From ") and _MAILBOX.match(head) is not None


def messages(stream: BinaryIO) -> Iterator[Message]:
    """Yield each message, including the text before the first one, or the whole if none begins."""
    held: list[bytes] = []
    size, number, is_blank = 0, 1, True
    while line := stream.readline(LONGEST_LINE):
        if is_blank and _OPENING.match(line):
            if any(map(bytes.strip, held)):
                yield Message(number, b"".join(held), size > LARGEST_HELD)
                number += 1
            held, size, is_blank = [], 0, False
            continue
        is_blank = not line.strip()
        size += len(line)
        if size <= LARGEST_HELD:
            held.append(line[1:] if _ESCAPED.match(line) else line)
    if size:
        yield Message(number, b"".join(held), size > LARGEST_HELD)
