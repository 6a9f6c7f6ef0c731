"""The end of a text: the signature, and what follows it."""

from __future__ import annotations

import msgspec

from cableconv.diagnostics.body import SIGNATURE_GLUED
from cableconv.parser.account.account import Account
from cableconv.parser.body.ending.glued_signature import glued_name, repeated_name
from cableconv.parser.body.ending.repeated_end import without_repeated
from cableconv.parser.body.ending.signature_lines import signature_at
from cableconv.parser.body.ending.signature_name import read_name
from cableconv.parser.body.ending.trailing import Trailing, kind_of, read_upwards
from cableconv.parser.body.ending.website import without_website
from cableconv.parser.lexer.facts import RULE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.shapes import is_rule


class _Signed(msgspec.Struct, frozen=True):
    """The text, the names below it, and the lines below those."""

    text: Lines
    names: Lines
    below: Lines


def take_signature(lines: Lines, account: Account) -> tuple[Lines, tuple[str, ...]]:
    """Return the lines without signature and end marks, and the names as printed."""
    if not lines:
        return lines, ()
    lines = without_website(without_repeated(lines, account), account)
    found = read_upwards(lines)
    signed = _signed_below(found.text) or _signed_behind(found, account)
    if signed is None:
        return _without_end(lines, len(found.text), account), ()
    for index, line in enumerate(signed.names):
        account.claim_lines([line], f"signed_by[{index}]")
    for line in signed.below:
        kind = kind_of(line.text)
        account.mark_furniture(kind.becomes if kind else "trailer", [line])
    for line, kind in found.rest:
        account.mark_furniture(kind.becomes, [line])
    return signed.text, tuple(map(_printed_name, signed.names))


def _signed_below(lines: Lines) -> _Signed | None:
    """Find names on lines of their own; the same name twice is one."""
    places = signature_at(lines)
    if places is None:
        return None
    first, last = places
    names, below = lines[first : last + 1], lines[last + 1 :]
    if len(names) > 1 and names[0].text.casefold() == names[1].text.casefold():
        below = [names.pop(), *below]
    text = lines[:first]
    if start := repeated_name(text[-1].text, names[0].text):
        below = [text[-1].tail(start), *below]
        text[-1] = text[-1].head(start)
    return _Signed(text, names, below)


def _signed_behind(found: Trailing, account: Account) -> _Signed | None:
    """Find a name joined to the last sentence; a rule may be below it."""
    end = len(found.text)
    while end and found.text[end - 1].facts & RULE and is_rule(found.text[end - 1].text):
        end -= 1
    name = glued_name(found.text[:end], found.twice) if end else None
    if name is None:
        return None
    *above, last = found.text[:end]
    signed = last.tail(name.start("name"))
    account.report(SIGNATURE_GLUED, signed.start, name=name["name"])
    return _Signed([*above, last.head(name.start("name"))], [signed], found.text[end:])


def _printed_name(line: Line) -> str:
    """Return the name without the signs around it."""
    name = read_name(line.text)
    return name.text if name else line.text


def _without_end(lines: Lines, end: int, account: Account) -> Lines:
    """Return the lines of a text without a name, up to one that surely ends a message.

    The level that the pages ended with may be above it.
    """
    for at in range(end, len(lines)):
        kind = kind_of(lines[at].text)
        if kind is not None and kind.ends:
            banners = {text for _, text in account.furniture_of("banner")}
            first = at - 1 if at > end and lines[at - 1].text in banners else at
            for line in lines[first:]:
                account.mark_furniture(kind.becomes, [line])
            return lines[:first]
    return lines
