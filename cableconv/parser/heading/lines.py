"""The heading: everything above the class line (ACP 127 format lines 1 to 9)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from cableconv.cable import Addressee, Origin, PrecedencePair, Transmission
from cableconv.parser.account.account import Account
from cableconv.parser.heading.addressees import read_addressee, read_exempted, split_route, wrapped
from cableconv.parser.heading.drafting import Drafting
from cableconv.parser.heading.format_lines import TransmissionDraft, may_be_format_line
from cableconv.parser.lexer.captions import closed_up, is_notice
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import in_capitals, pattern
from cableconv.vocabulary import stations
from cableconv.vocabulary.dates_in_text import day_in_words

_LABEL = pattern(
    r"(FM|TO|INFO|XMT)(?:\b[ :/]*|(?=R[UH](?-i:[A-Za-z]){2,6}/|AMEMBASSY\b|AMCONSUL\b))(.*)$",
    re.IGNORECASE,
)
_ROUTED = pattern(r"R[UH][A-Z]{2,6}/")  # before an addressee's name, and in no other line
_OFFICES = pattern(
    r"(?:(?:(?:ACTION|ORIGIN|INFO)\s+)?[A-Z/]{1,6}-\d\d\s*)+"
    r"(?:/\d{3}\s?[A-Z]*|\( ?ISO ?\) ?[A-Z])?$|/\d{3}\s?[A-Z]+$"
)
# a number and the hour of printing, in either order
_COUNTER = pattern(
    r"-{5,}+[ -]*+(?:\d{6}Z\s++\w{4,7}|(?:\w{1,6}\s++)?\w{4,7}(?:\s++\d{6}Z.*)?)(?:\s*+/\d+)?$"
)
_WISH = "DESIRED DISTRIBUTION"  # above the offices that the drafter names
_COUNT = pattern(r"\d[\d /]*$")  # 43, or 20/51 where it was fed again
_LONGEST_COUNT = 6  # characters
# the columns of a dump's row, with or without their names
_ROW = pattern(
    r"(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d) \d{1,2}:\d\d(?::\d\d)?$"
    r"|(?:ID|REFID|DATE|SOURCE|ORIGIN|CLASSIFICATION|DESTINATION|REFERENCES?|MISC):(?:\s|$)",
    re.IGNORECASE,
)
_END = pattern(r"(?:BT|[ZR]?NNNN)$")


class Heading(msgspec.Struct, frozen=True):
    """The parts of the lines above the class line."""

    transmissions: tuple[Transmission, ...]
    precedence: PrecedencePair
    origin: Origin | None
    to: tuple[Addressee, ...]
    info: tuple[Addressee, ...]
    distribution: str | None
    drafting: dict[str, str]
    notices: tuple[str, ...]
    printed_day: str | None


class _Reader:
    def __init__(self, account: Account) -> None:
        self.account = account
        self.drafts: list[TransmissionDraft] = []
        self.lists: dict[str, list[Line]] = {"FM": [], "TO": [], "INFO": []}
        self.exempted: dict[str, dict[int, list[Line]]] = {"TO": {}, "INFO": {}}
        self.mode: str | None = None
        self.owner = "TO"
        self.repeats = False
        self.offices: list[Line] = []
        self.wishes = False
        self.counts: list[Line] = []
        self.drafting = Drafting(account)
        self.notices: list[Line] = []
        self.printed_day: str | None = None

    def take(self, line: Line) -> None:
        text = line.text
        if self.mode in ("TO", "INFO") and _ROUTED.match(text) and not self.repeats:
            self.lists[self.mode].append(line)
        elif is_notice(text):
            self.notices.append(line)
        elif day := day_in_words(text):
            self.printed_day = day
            self.account.mark_furniture("envelope", [line])
        elif ":" in text and _ROW.match(text):
            self.mode = None
            self.account.mark_furniture("envelope", [line])
        elif self._is_of_offices(text):
            self.offices.append(line)
            self._close_block()
        elif self._take_format_line(line):
            self.mode = None
            self._close_block()
        elif _END.match(text):
            self.account.mark_furniture("end-mark", [line])
        elif (found := _LABEL.match(text)) and not _begins_sentence(found):
            self._take_label(line, found)
        elif self.mode is None and not self.repeats and self._take_in_block(line):
            return
        elif self.mode is None or self.repeats:
            self.account.mark_furniture("repeated-header" if self.repeats else "envelope", [line])
        else:
            self._add(line)

    def _take_in_block(self, line: Line) -> bool:
        """Whether it is of the Department's block: wished distribution, drafting, a number."""
        if self.wishes or line.text.startswith(_WISH):
            self.wishes = True
            self.offices.append(line)
        elif self.drafting.take(line):
            return True
        elif len(line.text) <= _LONGEST_COUNT and _COUNT.match(line.text):
            self.counts.append(line)
        else:
            return False
        return True

    def _close_block(self) -> None:
        self.wishes = False
        self.drafting.close()

    def _is_of_offices(self, text: str) -> bool:
        """Whether it lists offices of the Department, or counts what was printed for them."""
        if "-" not in text and text[0] != "/":
            return False
        return bool(_OFFICES.match(text) or (self.offices and _COUNTER.match(text)))

    def _take_format_line(self, line: Line) -> bool:
        if not may_be_format_line(line.text):
            return False
        if self.mode in ("TO", "INFO", "XMT") and "/" in line.text:
            return False
        if self.drafts and self.drafts[-1].take(line):
            return True
        draft = TransmissionDraft()
        if not draft.take(line):
            return False
        self.drafts.append(draft)
        return True

    def _take_label(self, line: Line, found: re.Match[str]) -> None:
        label = in_capitals(found[1])
        if label == "FM" and self.lists["FM"]:
            self.repeats = True
        if self.repeats:
            self.account.mark_furniture("repeated-header", [line])
            return
        self.mode = label
        self._close_block()
        if label in ("TO", "INFO"):
            self.owner = label
        path = {"FM": "origin", "TO": "to", "INFO": "info", "XMT": self.owner.lower()}[label]
        self.account.claim([(line.start, line.start + found.start(2))], path)
        if found[2]:
            self._add(line.tail(found.start(2)))

    def _add(self, line: Line) -> None:
        if self.mode == "XMT" and not self.lists[self.owner]:
            self.account.mark_furniture("envelope", [line])
        elif self.mode == "XMT":
            index = max(len(wrapped(self.lists[self.owner])) - 1, 0)
            self.exempted[self.owner].setdefault(index, []).append(line)
        elif (self.mode == "FM" and self.lists["FM"]) or not self._names(line):
            self.account.mark_furniture("envelope", [line])
        elif self.mode:
            self.lists[self.mode].append(line)

    def _names(self, line: Line) -> bool:
        """Whether it is a name, unlike any level, or the number of the name above it."""
        above = self.lists[self.mode] if self.mode else []
        is_number = line.text.isdecimal() and bool(above) and not above[-1].text[-1].isdecimal()
        return is_number or (any(map(str.isalpha, line.text)) and not _is_level(line.text))

    def addressees(self, label: str) -> tuple[Addressee, ...]:
        found = []
        for index, entry in enumerate(wrapped(self.lists[label])):
            path = f"{label.lower()}[{index}]"
            addressee = read_addressee(entry, path, self.account)
            names = self.exempted[label].get(index, [])
            if names:
                exempted = tuple(read_exempted(line, path, self.account) for line in names)
                addressee = replace(addressee, exempted=exempted)
            found.append(addressee)
        return tuple(found)

    def origin(self) -> Origin | None:
        route = next((draft.route for draft in self.drafts if draft.route), None)
        lines = self.lists["FM"]
        if not lines:
            return Origin(route=route) if route else None
        printed, name = split_route(" ".join(lines[0].text.split()))
        post = stations.canonical(name)
        return Origin(
            route=printed or route,
            name=name,
            post=post if post in stations.known() else None,
            country=stations.country(post),
            span=self.account.claim_lines(lines, "origin"),
        )


def read_heading(lines: list[Line], account: Account) -> Heading:
    """Read the lines above the class line; others than format lines become furniture."""
    reader = _Reader(account)
    for line in lines:
        reader.take(line)
    if reader.offices:
        account.claim_lines(reader.offices, "distribution")
    for line in reader.counts:  # of the teleprinter, if beside the offices
        account.mark_furniture("feed-count" if reader.offices else "envelope", [line])
    for index, line in enumerate(reader.notices):
        account.claim_lines([line], f"notices[{index}]")
    origin = reader.origin()
    return Heading(
        transmissions=transmissions_of(reader.drafts, 0, origin, account),
        precedence=next(
            (d.precedence for d in reader.drafts if "dtg" in d.values), PrecedencePair()
        ),
        origin=origin,
        to=reader.addressees("TO"),
        info=reader.addressees("INFO"),
        drafting=reader.drafting.finish(),
        distribution="\n".join(line.text for line in reader.offices) or None,
        notices=tuple(closed_up(line.text) for line in reader.notices),
        printed_day=reader.printed_day,
    )


def transmissions_of(
    drafts: Sequence[TransmissionDraft], first: int, origin: Origin | None, account: Account
) -> tuple[Transmission, ...]:
    """Return the finished transmissions; ``first`` is the index of the first one.

    The tree keeps one route, the origin's: in a further header, or if it differs, the route
    of the DE line is furniture.
    """
    found = []
    for index, draft in enumerate(drafts, first):
        keeps_route = index == 0 and origin is not None and draft.route == origin.route
        found.append(draft.finished(index, keeps_route, account))
    return tuple(found)


def _begins_sentence(label: re.Match[str]) -> bool:
    """Whether a label's word begins a sentence of the page above the header: ``To read a ...``."""
    word, rest = label[1], label[2]
    return word.istitle() and rest[:1].islower()


def _is_level(text: str) -> bool:
    """Whether it is a level as a release prints it above the class line, or another class line."""
    found = read_class_line(text)
    return found is not None and not found.rest
