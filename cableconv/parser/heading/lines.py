"""The heading: everything above the class line (ACP 127 format lines 1 to 9)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cableconv.cable import Addressee, Origin, PrecedencePair, Transmission
from cableconv.parser.account.account import Account
from cableconv.parser.account.passage import joined
from cableconv.parser.heading.copyists import is_row
from cableconv.parser.heading.drafting import Drafting
from cableconv.parser.heading.format_lines import (
    TransmissionDraft,
    may_be_format_line,
    printed_in,
)
from cableconv.parser.heading.name_lists import NameLists, label_of
from cableconv.parser.lexer.captions import closed_up
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern
from cableconv.vocabulary.dates_in_text import day_in_words
from cableconv.vocabulary.notices import is_notice

_OFFICES = pattern(
    r"(?:(?:(?:ACTION|ORIGIN|INFO)\s+)?[A-Z/]{1,6}-\d\d\s*)+(?:\([A-Z/]{2,8}\)\s*)?"
    r"(?:/\d{3}\s?[A-Z]*|\( ?ISO ?\) ?[A-Z])?$|/\d{3}\s?[A-Z]+$"
)
_OFFICE_LABELS = ("ACTION ", "ORIGIN ")
_MISREAD_OFFICES = pattern(
    r"(?:(?:ACTION|ORIGIN|INFO)\s+)?(?:[A-Z\d/]{1,6}[:;.]?-\d\d\s*)+$"  # 10-19 for IO-19
)
# a number and the hour of printing, in either order
_COUNTER = pattern(
    r"-{5,}+[ -]*+(?:\d{6}Z\s++\w{4,7}|(?:\w{1,6}\s++)?\w{4,7}(?:\s++\d{6}Z.*)?)(?:\s*+/\d+)?$"
)
_WISH = "DESIRED DISTRIBUTION"  # above the offices that the drafter names
_REMOVED = "[REDACTED"  # offices that were removed
_COUNT = pattern(r"\d[\d /]*$")  # 43, or 20/51 where it was fed again
_LONGEST_COUNT = 6  # characters
_LINE_END = 5  # characters between two lines, with blanks
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
        self.names = NameLists(account)
        self.offices: list[Line] = []
        self.wishes = False
        self.counts: list[Line] = []
        self.drafting = Drafting(account)
        self.notices: list[list[Line]] = []
        self.printed_day: str | None = None

    def take(self, line: Line) -> None:
        text = line.text
        if self.names.take_routed(line):
            return
        if is_notice(text) or (text[0].islower() and self._ends_notice(line)):
            self._take_notice(line)
        elif day := day_in_words(text):
            self.printed_day = day
            self.account.mark_furniture("envelope", [line])
        elif ":" in text and is_row(text):
            self.names.close()
            self.account.mark_furniture("envelope", [line])
        elif self._is_of_offices(text) or (self.offices and self._are_informed(text)):
            self.offices.append(line)
            self._close_block()
        elif self._take_format_line(line):
            self.names.close()
            self._close_block()
        elif _END.match(text):
            self.account.mark_furniture("end-mark", [line])
        elif (label := label_of(text)) and not self._is_of_page(label):
            self.names.open(line, label)
            self._close_block()
        elif self.names.repeats:
            self.account.mark_furniture("repeated-header", [line])
        elif self.names.open_label:
            self.names.add(line)
        elif not self._take_in_block(line):
            self.account.mark_furniture("envelope", [line])

    def _is_of_page(self, label: re.Match[str]) -> bool:
        """Whether TO or INFO, in small letters above FM, are words of a page's sentence."""
        return label[1].islower() and label[1] != "fm" and not self.names.has_begun

    def _ends_notice(self, line: Line) -> bool:
        """Whether a wrapped notice goes on: ``of the original`` / ``cable. The full text ...``."""
        above = self.notices[-1][-1] if self.notices and line.text[0].islower() else None
        return above is not None and not line.gap and line.start - above.end < _LINE_END

    def _take_notice(self, line: Line) -> None:
        if self._ends_notice(line):
            self.notices[-1].append(line)
        else:
            self.notices.append([line])

    def _take_in_block(self, line: Line) -> bool:
        """Whether it is of the Department's block: wished distribution, drafting, a number."""
        if self.wishes or line.text.startswith(_WISH):
            self.wishes = True
            self.offices.append(line)
        elif line.text.startswith(_REMOVED):
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
        if _OFFICES.match(text):
            return True
        beside = bool(self.offices) or text.startswith(_OFFICE_LABELS)
        return beside and bool(_COUNTER.match(text) or _MISREAD_OFFICES.match(text))

    def _are_informed(self, text: str) -> bool:
        """Whether it is INFO of the Department's offices: that of a header is below FM or TO."""
        return text.startswith("INFO") and not self.names.has_begun

    def _take_format_line(self, line: Line) -> bool:
        if not may_be_format_line(line.text):
            return False
        if self.names.lists_addressees and "/" in line.text:
            return False
        if self.drafts and self.drafts[-1].take(line):
            return True
        draft = TransmissionDraft()
        if not draft.take(line):
            return False
        self.drafts.append(draft)
        return True


def read_heading(lines: list[Line], account: Account) -> Heading:
    """Read the lines above the class line; others than format lines become furniture."""
    reader = _Reader(account)
    for line in lines:
        reader.take(line)
    if reader.offices:
        account.claim_lines(reader.offices, "distribution")
    for line in reader.counts:  # of the teleprinter, if beside the offices
        account.mark_furniture("feed-count" if reader.offices else "envelope", [line])
    for index, lines in enumerate(reader.notices):
        account.claim_lines(lines, f"notices[{index}]")
    sent_by = next((draft.route for draft in reader.drafts if draft.route), None)
    origin = reader.names.origin(sent_by)
    return Heading(
        transmissions=transmissions_of(reader.drafts, (), origin, account),
        precedence=next(
            (d.precedence for d in reader.drafts if "dtg" in d.values), PrecedencePair()
        ),
        origin=origin,
        to=reader.names.addressees("TO"),
        info=reader.names.addressees("INFO"),
        drafting=reader.drafting.finish(),
        distribution="\n".join(line.text for line in reader.offices) or None,
        notices=tuple(closed_up(joined(lines)) for lines in reader.notices),
        printed_day=reader.printed_day,
    )


def transmissions_of(
    drafts: Sequence[TransmissionDraft],
    known: Sequence[Transmission],
    origin: Origin | None,
    account: Account,
) -> tuple[Transmission, ...]:
    """Return the finished transmissions, those that are known already first.

    The tree keeps one route, the origin's: in a further header, or if it differs, the route
    of the DE line is furniture.  A copy of a whole header is no other transmission.
    """
    found = [*known]
    several = len(known) + len(drafts) > 1
    printed = {printed_in(each) for each in known} if drafts else set()
    for draft in drafts:
        says = draft.printed if several else ()
        if says and says in printed:
            account.mark_furniture("repeated-header", draft.lines)
            continue
        printed.add(says)
        keeps_route = not found and origin is not None and draft.route == origin.route
        found.append(draft.finished(len(found), keeps_route, account))
    return tuple(found)
