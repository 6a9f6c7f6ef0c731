"""Addressees: format lines 7 to 9 (ACP 127 Annex B, 5 FAH-2 H-321.6 to .9)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import cast

from cableconv.cable import Addressee, Precedence
from cableconv.parser.account.account import Account
from cableconv.parser.account.passage import joined
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern

_PRECEDENCE = r"NIACT(?: IMMEDIATE)?|FLASH|IMMEDIATE|PRIORITY|ROUTINE"
_ENDS = frozenset(("CT", "TE", "SH", "TY", "NE"))  # of those words
_NUMBER = r"\d{1,7}(?:-\d{1,7})?"  # a range where several sections went out
# before the name of a post the slash may be lost
_ROUTE = pattern(
    r"(?:(?P<route>R(?-i:[A-Za-z]){3,8})\s?(?:/\s?|(?=AMEMB|AMCON))|ZEN/)(?=.)", re.IGNORECASE
)
# what may stand behind a name, with an office or without one
_TAIL = rf"(?:(?P<precedence>{_PRECEDENCE})(?:\s++|$))?(?P<number>{_NUMBER})?$"
_BEHIND_NAME = pattern(rf"\s(?<!\s\s)\s*+{_TAIL}", re.IGNORECASE)
_OFFICE = pattern(
    rf"[\s/](?<!\s[\s/])(?:(?<=\s)\s*+//|(?<=/)/)\s?(?P<office>(?:(?!\s//).){{0,120}}?)\s?//(?:\s++{_TAIL}|$)",
    re.IGNORECASE,
)
_UNCLOSED_OFFICE = pattern(
    rf"//\s?(?P<office>(?:(?!//).){{1,60}}?)(?:\s++{_TAIL}|$)", re.IGNORECASE
)
_REST_OF_ENTRY = pattern(rf"\b(?:{_PRECEDENCE})(?:\s+{_NUMBER})?$", re.IGNORECASE)
# where a name may be wrapped: before COLLECTIVE, a command's place, or the state behind a place
_REST_OF_NAME = pattern(
    r"COLLECTIVE\b|WASH(?:DC|INGTON)\b|(?:HONOLULU|VAIHINGEN|STUTTGART|NORFOLK|MIAMI"
    r"|(?:MACDILL|SCOTT|OFFUTT|PETERSON)\sAFB|F(?:OR)?T\sMEADE)\s[A-Z]{2}\b"
    rf"|[A-Z]{{2}}(?:\s++{_TAIL}|$)",
    re.IGNORECASE,
)
_POST = pattern(r"(?:AMEMBASSY|AMCONSUL|USMISSION|USINT|USLO|SECSTATE)\b", re.IGNORECASE)
_POST_WITHOUT_PLACE = pattern(
    r"(?:[^/]{1,12}/\s?)?(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|USINT|USLO)$", re.IGNORECASE
)
_CAPITAL = "WASHDC"
_NUMBERED_LIST = pattern(r"(?:AIG|CAD)$", re.IGNORECASE)  # address indicating group: its number
_ROUTED = pattern(r"R[A-Z]{3,8}\s?/")
# a double slash that no second one closes
_OFFICE_OPEN = pattern(r"^(?:(?!//).)*//(?!.*//)")


def wrapped(lines: Iterable[Line], first: Container[int] = ()) -> list[list[Line]]:
    """Join the wrapped lines of a list to entries; those at ``first`` begin one."""
    entries: list[list[Line]] = []
    for index, line in enumerate(lines):
        if entries and index not in first and _continues(entries[-1], line):
            entries[-1].append(line)
        else:
            entries.append([line])
    return entries


def _continues(entry: list[Line], line: Line) -> bool:
    """Whether a line continues an entry: its place, office, precedence or number."""
    text = line.text
    if _ROUTED.match(text):
        return False
    before = entry[-1].text
    if _OFFICE_OPEN.search(before) or text.startswith("//"):
        return True
    if before.endswith("/") and not before.endswith("//") and "//" in text:
        return True
    if text.isdecimal():
        return not before[-1].isdecimal()
    if _POST_WITHOUT_PLACE.match(before):
        return _POST.match(text) is None
    if _REST_OF_NAME.match(text) and not _REST_OF_ENTRY.search(before):
        return True
    return _REST_OF_ENTRY.match(text) is not None and not _REST_OF_ENTRY.search(before)


def read_addressee(lines: list[Line], path: str, account: Account) -> Addressee:
    """Read one entry of a TO or INFO list."""
    span = account.claim_lines(lines, path)
    text = joined(lines)
    route = _ROUTE.match(text)
    begin = route.end() if route else 0
    office = _office(text, begin + 1) if "//" in text else None
    may_end = text[-1].isdecimal() or text[-2:].upper() in _ENDS
    tail = office or (_BEHIND_NAME.search(text, begin + 1) if may_end else None)
    name = text[begin : tail.start()] if tail else text[begin:]
    precedence, number = tail.group("precedence", "number") if tail else (None, None)
    if number and not (office or _is_continuity_number(name, number, precedence)):
        name, number = f"{name} {number}", None
    return Addressee(
        route=route["route"] if route else None,
        name=name,
        office=office["office"] if office else None,
        precedence=_precedence(precedence),
        number=number,
        span=span,
    )


def _office(text: str, start: int) -> re.Match[str] | None:
    return _OFFICE.search(text, start) or _UNCLOSED_OFFICE.search(text, start)


def split_route(text: str) -> tuple[str | None, str]:
    """Return the routing indicator before a name, or None, and the name."""
    found = _ROUTED.match(text)
    if found is None:
        return None, text
    return found[0].rstrip("/ "), text[found.end() :].strip()


def read_exempted(line: Line, path: str, account: Account) -> str:
    """Read a name after XMT (format line 9); the tree does not keep its route."""
    route = _ROUTED.match(line.text)
    if route:
        account.mark_furniture("route", [line.head(route.end())])
        line = line.tail(route.end())
    account.claim_lines([line], path)
    return " ".join(line.text.split())


def _precedence(printed: str | None) -> Precedence | None:
    if printed is None:
        return None
    word = printed.upper()
    return "NIACT IMMEDIATE" if word == "NIACT" else cast(Precedence, word)


def _is_continuity_number(name: str, number: str, precedence: str | None) -> bool:
    """Whether it is a continuity number, of four digits, not part of a unit's name (``CTF 70``).

    It may have lost zeros after the name of a post or of an agency in the capital.
    """
    if _NUMBERED_LIST.match(name):
        return False
    if len(number) >= 4 or number[0] == "0" or name.endswith(_CAPITAL):
        return True
    return bool(precedence or _POST.match(name))
