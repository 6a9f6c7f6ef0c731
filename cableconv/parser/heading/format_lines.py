"""Format lines 1 to 5: identification, routing, serial, security, precedence (ACP 127 para 142)."""

from __future__ import annotations

import re
from typing import Any

from cableconv.cable import Precedence, PrecedencePair, Transmission
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern

PROSIGNS: dict[str, Precedence] = {
    "Z": "FLASH",
    "O": "IMMEDIATE",
    "P": "PRIORITY",
    "R": "ROUTINE",
}
_IDENTIFIER = pattern(r"V?ZCZC\w*$")
_ROUTING = pattern(r"(?:ZZ|NN|OO|PP|RR|YY)((?:\s+R[A-Z]{3,7})+)$")
_MORE_ROUTING = pattern(r"R[A-Z]{3,7}(?:\s+R[A-Z]{3,7})*$")
_PREPARED = pattern(
    r"DE\s+(?P<route>R[A-Z]{3,7})\s*(?:#\s?(?P<serial>\w{1,12}))?(?:/(?P<section>\d\d))?"
    r"(?:\s+(?P<filed>\d{7}|\d{1,3}/\d{4}Z?))?$"
)
_SECURITY = pattern(
    r"(?P<security>ZN[RY]\s+[A-Z]{5}(?:/[A-Z]{5})?)(?P<signals>(?:\s+Z[A-Z]{2}\d?\b)*)\s*(?P<remarks>.*)$"
)
_LETTERS = r"(?P<first>[ZOPRY])(?:\s+(?P<second>[ZOPRY]))?"
_PRECEDENCE = pattern(rf"{_LETTERS}$")
_LONGEST_PRECEDENCE = 3  # characters: O P
_DATED = pattern(
    rf"{_LETTERS}\s+"
    r"(?P<dtg>\d{6}\s?(?-i:[A-Za-z])\s+(?-i:[A-Za-z]){3,9}\.?\s+(?:\d{4}|\d\d))\b\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_BARE_DTG = pattern(
    r"(?P<dtg>\d{6}Z\s+[A-Z]{3,9}\.?\s+(?:\d{4}|\d\d))(?P<rest>(?:\s+Z[A-Z]{2})*)$", re.IGNORECASE
)
_BEGINNINGS = frozenset(("VZ", "ZC", "ZZ", "NN", "OO", "PP", "RR", "YY", "DE", "ZN"))
_PRECEDENCES = frozenset("ZOPRYzopry")


_SAID = (
    "identifier", "routing", "serial", "section", "filed", "security", "signals", "remarks", "dtg"
)  # fmt: skip


def may_be_format_line(text: str) -> bool:
    """Whether a line begins like one of format lines 1 to 5."""
    return text[:2] in _BEGINNINGS or text[0] == "R" or begins_like_date(text)


def is_format_line(line: Line) -> bool:
    """Whether a line is one of format lines 1 to 5 by itself."""
    return may_be_format_line(line.text) and TransmissionDraft().take(line)


def begins_like_date(text: str) -> bool:
    """Whether a line begins with a precedence's letter or the digits of a date-time group."""
    return text[0] in _PRECEDENCES or text[0].isdecimal()


class TransmissionDraft:
    """Format lines 1 to 5 of one header while they are read."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.values: dict[str, Any] = {}
        self.route: str | None = None
        self._route_piece: Line | None = None
        self.precedence = PrecedencePair()

    def take(self, line: Line) -> bool:
        """Read one line; return false if it is of another kind, or begins the next header."""
        values = self._values(line)
        if values is None or values.keys() & self.values.keys() - {"routing", "signals"}:
            return False
        if "serial" in values and (found := _PREPARED.match(line.text)):
            self.route = found["route"]
            self._route_piece = Line(line.start + found.start("route"), found["route"])
        self.values["routing"] = self.values.get("routing", ()) + values.pop("routing", ())
        self.values["signals"] = self.values.get("signals", ()) + values.pop("signals", ())
        self.values.update(values)
        self.lines.append(line)
        return True

    def _values(self, line: Line) -> dict[str, Any] | None:
        text = line.text
        match text[:2]:
            case "VZ" | "ZC" if _IDENTIFIER.match(text):
                return {"identifier": text}
            case "ZZ" | "NN" | "OO" | "PP" | "RR" | "YY" if found := _ROUTING.match(text):
                return {"routing": tuple(found[1].split())}
            case "DE" if found := _PREPARED.match(text):
                return {name: found[name] for name in ("serial", "section", "filed")}
            case "ZN" if found := _SECURITY.match(text):
                return self._security(found)
        if "routing" in self.values and "serial" not in self.values and _MORE_ROUTING.match(text):
            return {"routing": tuple(text.split())}
        return self._dated(text) if begins_like_date(text) else None

    @staticmethod
    def _security(found: re.Match[str]) -> dict[str, Any]:
        remarks = found["remarks"]
        return {
            "security": " ".join(found["security"].split()),
            "signals": tuple(found["signals"].split()),
            "remarks": remarks.removeprefix("(").removesuffix(")") or None,
        }

    def _dated(self, text: str) -> dict[str, Any] | None:
        found = _DATED.match(text)
        if found is None and text[0].isdecimal():
            found = _BARE_DTG.match(text)
        elif found is None:
            return self._precedence_alone(text)
        else:
            self._read_precedence(found)
        return found and {
            "dtg": " ".join(found["dtg"].split()),
            "signals": tuple(found["rest"].split()),
        }

    def _precedence_alone(self, text: str) -> dict[str, Any] | None:
        """Read a precedence whose date is on the next line, below other lines of the header."""
        may_be_alone = len(text) <= _LONGEST_PRECEDENCE and self.values and "dtg" not in self.values
        found = _PRECEDENCE.match(text) if may_be_alone else None
        if found is None:
            return None
        self._read_precedence(found)
        return {}

    def _read_precedence(self, found: re.Match[str]) -> None:
        self.precedence = PrecedencePair(
            action=PROSIGNS.get(found["first"].upper()),
            info=PROSIGNS.get((found["second"] or "").upper()),
        )

    @property
    def printed(self) -> tuple[object, ...]:
        """What it says, to find copies of a whole header; empty if it has no serial."""
        if not self.values.get("serial"):
            return ()
        return tuple(self.values.get(name) or None for name in _SAID)

    def finished(self, index: int, keeps_route: bool, account: Account) -> Transmission:
        """Claim and return the struct; a route that is not kept becomes furniture."""
        pieces = [(line.start, line.end) for line in self.lines]
        route = self._route_piece
        if route is not None and not keeps_route:
            account.mark_furniture("repeated-header", [route])
            pieces = [piece for whole in pieces for piece in _without(route, *whole)]
        return Transmission(span=account.claim(pieces, f"transmissions[{index}]"), **self.values)


def printed_in(transmission: Transmission) -> tuple[object, ...]:
    """Return what a finished transmission says, as ``TransmissionDraft.printed`` does."""
    return tuple(getattr(transmission, name) or None for name in _SAID)


def _without(hole: Line, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a span outside another one."""
    if not start <= hole.start < end:
        return [(start, end)]
    return [piece for piece in ((start, hole.start), (hole.end, end)) if piece[0] < piece[1]]
