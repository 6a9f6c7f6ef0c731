"""Captions, passing lines and notices: what stands between the class line and the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableconv.parser import drafting
from cableconv.parser.ledger import Ledger
from cableconv.parser.lines import Line

# 5 FAH-2 H-440, and those of the 1970s
_CAPTION = re.compile(
    r"""(?: SIPDIS | NODIS | EXDIS | LIMDIS | STADIS | NO\ ?FORN | SENSITIVE | NOCONTRACT | ORCON
    | EYES\ ONLY | FOUO | FOR\ OFFICIAL\ USE\ ONLY | LOU | EFTO | NOTAL | FGI | PROPIN
    | AIDAC | ALDAC | NIACT | TOPEC | TERREP(?:\ EXCLUSIVE)? | SPECAT(?:\ EXCLUSIVE)?
    | CHEROKEE | RODCA | ASTRA | MINIMIZE\ CONSIDERED
    | (?:ROGER|DISSENT|AGREMENT|DIRGEN|MED|DS|SY|HR|PER|TM|FI|STR|OC)\ CHANNEL
    | VISAS\ (?:VIPER|DONKEY|EAGLE|BEAR)
    | INFORM\ (?:ALL\ STATE\ EMPLOYEES|CONSULS)
    | S\ ?E\ ?C\ ?T\ ?O | T\ ?O\ ?S\ ?E\ ?C | PARTO | DEPTO
    )(?![A-Za-z])""",
    re.IGNORECASE | re.VERBOSE,
)
_SEPARATOR = re.compile(r"[\s,;/]+")
_NOTICE = re.compile(
    r"""C\s?O\s?R\s?R\s?E\s?C\s?T\s?E\s?D\b | \(?CORRECTED\ COPY
    | this\ record\ is\ a\ partial\ extract | RELEASED\b | DECLASSIFIED\b
    | .{3,40}\ DECLASSIFIED/RELEASED\ US\ DEPARTMENT\ OF\ STATE
    | sensitive\ but | please\ (?:handle|protect) | (?:protect|handle)\ accordingly
    | not\ for\ (?:internet|distribution) | ORIGINAL\ TELEGRAM | COPY\ FROM""",
    re.IGNORECASE | re.VERBOSE,
)


class Loose(NamedTuple):
    """The preface's lines without a label, sorted."""

    captions: tuple[str, ...]
    passing: tuple[str, ...]
    notices: tuple[str, ...]
    drafting: dict[str, str]


def captions_of(text: str) -> list[tuple[int, int]] | None:
    """Where the captions stand in a line that holds nothing else; ``None`` for other lines."""
    found = _CAPTION.match(text)
    spans: list[tuple[int, int]] = []
    while found is not None:
        spans.append(found.span())
        if found.end() == len(text):
            return spans
        separator = _SEPARATOR.match(text, found.end())
        if separator is None or separator.end() == len(text):
            return spans if separator else None
        found = _CAPTION.match(text, separator.end())
    return None


def is_notice(text: str) -> bool:
    """A line about the copy itself, or about how to handle it."""
    return _NOTICE.match(text) is not None


class LooseReader:
    """Sorts lines into captions, passing lines and notices."""

    def __init__(self, ledger: Ledger, notices: tuple[str, ...] = ()) -> None:
        self._ledger = ledger
        self._captions: list[str] = []
        self._passing: list[list[Line]] = []
        self._notices: list[list[Line]] = []
        self._before = len(notices)
        self._drafting: dict[str, list[Line]] = {}
        self._open: list[Line] | None = None

    def take(self, line: Line) -> None:
        """One line of the preface that has no label."""
        spans = captions_of(line.text)
        if spans:
            self._open = None
            self._take_captions(line, spans)
        elif self._open is not None and line.gap == 0 and self._runs_on(self._open[-1].text):
            self._open.append(line)
        elif found := drafting.OPENING.match(line.text):
            self._open = self._drafting.setdefault(str(found.lastgroup), [])
            self._open.append(line)
        else:
            kind = self._notices if is_notice(line.text) else self._passing
            self._open = [line]
            kind.append(self._open)

    @staticmethod
    def _runs_on(text: str) -> bool:
        return (
            text.count("(") > text.count(")")
            or text.endswith((",", ";", "/", "-", "&"))
            or text.upper().endswith((" AND", " FOR", " TO", " PASS"))
        )

    def _take_captions(self, line: Line, spans: list[tuple[int, int]]) -> None:
        for start, end in spans:
            caption = " ".join(line.text[start:end].upper().split())
            piece = Line(line.start + start, line.text[start:end])
            if caption in self._captions:
                self._ledger.furnish("repeated-caption", [piece])
                self._ledger.doubt("caption-repeated", piece, caption=caption)
            else:
                self._ledger.claim_lines([piece], f"captions[{len(self._captions)}]")
                self._captions.append(caption)
        self._claim_separators(line, spans)

    def _claim_separators(self, line: Line, spans: list[tuple[int, int]]) -> None:
        position = 0
        for start, end in [*spans, (len(line.text), len(line.text))]:
            if line.text[position:start].strip():
                piece = Line(line.start + position, line.text[position:start].rstrip())
                self._ledger.furnish("separator", [piece])
            position = end

    def finish(self) -> Loose:
        """All of them, claimed."""
        for name, lines in self._drafting.items():
            self._ledger.claim_lines(lines, name)
        return Loose(
            captions=tuple(self._captions),
            passing=tuple(self._texts(self._passing, "passing")),
            notices=tuple(self._texts(self._notices, "notices", self._before)),
            drafting={
                name: "\n".join(line.text for line in lines)
                for name, lines in self._drafting.items()
            },
        )

    def _texts(self, entries: list[list[Line]], path: str, first: int = 0) -> Iterator[str]:
        for index, lines in enumerate(entries, first):
            self._ledger.claim_lines(lines, f"{path}[{index}]")
            yield " ".join(" ".join(line.text.split()) for line in lines)
