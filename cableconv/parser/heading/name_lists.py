"""The lists of names below FM, TO, INFO and XMT (ACP 127 format lines 6 to 9)."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cableconv.cable import Addressee, Origin
from cableconv.parser.account.account import Account
from cableconv.parser.heading.addressees import read_addressee, read_exempted, split_route, wrapped
from cableconv.parser.heading.copyists import is_remark
from cableconv.parser.heading.month_in_name import without_month
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import in_capitals, pattern
from cableconv.vocabulary import stations

_LABEL = pattern(
    r"(FM|TO|INFO|XMT)(?:\b[ :/]*|(?=R[UH](?-i:[A-Za-z]){2,6}/|AMEMBASSY\b|AMCONSUL\b))(.*)$",
    re.IGNORECASE,
)
_SEPARATORS = frozenset(",;")
_ROUTED = pattern(r"R[UH][A-Z]{2,6}/")  # before an addressee's name, and in no other line


class NameLists:
    """The lines below each label, until they are read as sender and addressees.

    ``open_label`` is the label whose list goes on; ``repeats`` tells that a second header has
    begun, of which nothing is kept.
    """

    def __init__(self, account: Account) -> None:
        self.open_label: str | None = None
        self.repeats = False
        self._account = account
        self._lists: dict[str, list[Line]] = {"FM": [], "TO": [], "INFO": []}
        self._exempted: dict[str, dict[int, list[Line]]] = {"TO": {}, "INFO": {}}
        self._first: dict[str, set[int]] = {"TO": set(), "INFO": set()}
        self._owner = "TO"

    def close(self) -> None:
        """End the open list."""
        self.open_label = None

    def take_routed(self, line: Line) -> bool:
        """Take a further addressee, as only its routing indicator shows, or return False."""
        label = self.open_label
        if label not in ("TO", "INFO") or self.repeats or not _ROUTED.match(line.text):
            return False
        self._lists[label].extend(without_month(self._without_comma(line), self._account))
        return True

    @property
    def lists_addressees(self) -> bool:
        """Whether a slash in the next line may follow a routing indicator."""
        return self.open_label in ("TO", "INFO", "XMT")

    @property
    def has_begun(self) -> bool:
        """Whether the sender or an addressee was above."""
        return any(self._lists.values())

    def open(self, line: Line, found: re.Match[str]) -> None:
        """Begin the list of a label; what is on its line is the first name."""
        label = in_capitals(found[1])
        if label == "FM" and self._lists["FM"]:
            self.repeats = True
        if self.repeats:
            self._account.mark_furniture("repeated-header", [line])
            return
        self.open_label = label
        if label in ("TO", "INFO"):
            self._owner = label
            self._first[label].add(len(self._lists[label]))
        path = {"FM": "origin", "TO": "to", "INFO": "info", "XMT": self._owner.lower()}[label]
        self._account.claim([(line.start, line.start + found.start(2))], path)
        if found[2]:
            self.add(line.tail(found.start(2)))

    def add(self, line: Line) -> None:
        """Add a line to the open list, or mark it as furniture if it is no name."""
        if self.open_label == "XMT" and not self._lists[self._owner]:
            self._account.mark_furniture("envelope", [line])
        elif self.open_label == "XMT":
            index = max(len(self._entries(self._owner)) - 1, 0)
            self._exempted[self._owner].setdefault(index, []).append(line)
        elif (self.open_label == "FM" and self._lists["FM"]) or not self._names(line):
            self._account.mark_furniture("envelope", [line])
        elif self.open_label == "FM":
            name, *others = without_month(line, self._account)
            self._lists["FM"].append(name)
            self._account.mark_furniture("envelope", others)
        elif self.open_label:
            self._lists[self.open_label].extend(
                without_month(self._without_comma(line), self._account)
            )

    def _without_comma(self, line: Line) -> Line:
        """Return an addressee without the sign that parts it from the next one."""
        if line.text[-1] not in _SEPARATORS or len(line.text) == 1:
            return line
        self._account.mark_furniture("separator", [line.tail(len(line.text) - 1)])
        return line.head(len(line.text) - 1)

    def _names(self, line: Line) -> bool:
        """Whether it is a name, unlike any level, or the number of the name above it."""
        above = self._lists[self.open_label] if self.open_label else []
        is_number = line.text.isdecimal() and bool(above) and not above[-1].text[-1].isdecimal()
        if is_remark(line.text):
            return False
        return is_number or (any(map(str.isalpha, line.text)) and not _is_level(line.text))

    def _entries(self, label: str) -> list[list[Line]]:
        """Return the lines of each addressee; none goes on below another label."""
        return wrapped(self._lists[label], self._first[label])

    def addressees(self, label: str) -> tuple[Addressee, ...]:
        """Return the addressees below TO or INFO, each with the names exempted from it."""
        found = []
        for index, entry in enumerate(self._entries(label)):
            path = f"{label.lower()}[{index}]"
            addressee = read_addressee(entry, path, self._account)
            names = self._exempted[label].get(index, [])
            if names:
                exempted = tuple(read_exempted(line, path, self._account) for line in names)
                addressee = replace(addressee, exempted=exempted)
            found.append(addressee)
        return tuple(found)

    def origin(self, sent_by: str | None) -> Origin | None:
        """Return the sender; ``sent_by`` is the routing indicator of the DE line."""
        lines = self._lists["FM"]
        if not lines:
            return Origin(route=sent_by) if sent_by else None
        printed, name = split_route(" ".join(lines[0].text.split()))
        post = stations.canonical(name)
        return Origin(
            route=printed or sent_by,
            name=name,
            post=post if post in stations.known() else None,
            country=stations.country(post),
            span=self._account.claim_lines(lines, "origin"),
        )


def label_of(text: str) -> re.Match[str] | None:
    """Return the label that begins the line, and what follows it."""
    found = _LABEL.match(text)
    return None if found is None or _begins_sentence(found) else found


def _begins_sentence(label: re.Match[str]) -> bool:
    """Whether a label's word begins a sentence of the page above the header: ``To read a ...``."""
    word, rest = label[1], label[2]
    return word.istitle() and rest[:1].islower()


def _is_level(text: str) -> bool:
    """Whether it is a level as a release prints it above the class line, or another class line."""
    found = read_class_line(text)
    return found is not None and not found.rest
