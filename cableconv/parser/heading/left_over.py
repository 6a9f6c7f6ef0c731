"""Unread parts of the heading: leftover lines of a header, and text above the header."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.diagnostics.heading import HEADER_UNREAD, LINES_ABOVE_HEADER
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.patterns import pattern

_OF_HEADER = pattern(
    r"(?m)^(?:FM\s+[A-Z]{2}.*|TO\s+(?:R[UH][A-Z]{2,6}\s?/|AM(?:EMBASSY|CONSUL)|SEC(?:STATE|DEF)).*"
    r"|(?:[ZOPRY] ){0,2}\d{6}Z [A-Z]{3} \d\d.*)"
)
_SIGNS = ("FM", "TO", "Z ")  # one is in each match
_BEGINS_HEADER = pattern(
    r"(?m)^(?:V?ZCZC|[ZOPRY]{2} R|DE R|ZN[RY] |(?:[ZOPRY] ){1,2}\d{6}Z|FM |TO )"
)
_REPEATED = "repeated-header"
_UNREAD = frozenset(("envelope", "unread"))
_LONGEST = 60


def check_left_over(cable: Cable, account: Account) -> None:
    """Report header lines in furniture or ``passing``, and lines of a catalogue above the header.

    To be called once the account is closed, when all furniture is known.
    """
    for index, passing in enumerate(cable.passing):
        found = _OF_HEADER.search(passing) if any(map(passing.__contains__, _SIGNS)) else None
        if found:
            account.report(HEADER_UNREAD, path=f"passing[{index}]", printed=found[0][:_LONGEST])
    first = _start_of_header(cable)
    above = 0
    for piece in account.furniture:
        if piece.kind == _REPEATED and first is not None and piece.span and piece.span.end <= first:
            above += _lines_above(piece.text)
        if piece.kind not in _UNREAD or piece.span is None or _is_reported(piece.text):
            continue
        if found := _OF_HEADER.search(piece.text):
            at = piece.span.start + found.start()
            account.report(HEADER_UNREAD, at, printed=found[0][:_LONGEST])
        elif first is not None and piece.span.end <= first:
            above += piece.text.count("\n") + 1
    if above:
        account.report(LINES_ABOVE_HEADER, 0, path="furniture[0]", number=above)


def _lines_above(text: str) -> int:
    """Return the number of lines above a further header, which is above the one read."""
    begins = _BEGINS_HEADER.search(text)
    return text.count("\n", 0, begins.start()) if begins else 0


def _is_reported(text: str) -> bool:
    """Whether it is another transmission's header, with its own class line."""
    return any(
        found and found.serial
        for found in map(read_class_line, filter(None, map(str.strip, text.splitlines())))
    )


def _start_of_header(cable: Cable) -> int | None:
    """Return the offset of the header's first line that was read."""
    read = (*cable.transmissions, *((cable.origin,) if cable.origin else ()))
    return min((node.span.start for node in read if node.span), default=None)
