"""The account of a telegram while it is read: the owner of each character, and all diagnostics."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import msgspec

from cableconv.cable import Cable, Diagnostic, Furniture, Part, Span
from cableconv.diagnostics.code import Code
from cableconv.diagnostics.telegram import UNREAD
from cableconv.limits import Limits
from cableconv.parser.lexer.lines import Line
from cableconv.telegram import Positions, Telegram

_LIMITS = Limits()

Role = Literal["field", "block", "furniture"]


_Claim = tuple[int, int, Role, str]
"""Start, end, role and the node's path, as a plain tuple because there are hundreds."""


class _Report(msgspec.Struct, frozen=True):
    code: Code
    offset: int | None
    path: str | None
    values: dict[str, object]


class Account:
    """Claims on the telegram's text, furniture and reports, until ``close`` completes them.

    ``deepest``: the limit of repeated texts and cables inside each other.
    """

    def __init__(self, telegram: Telegram, deepest: int = _LIMITS.nesting) -> None:
        self.text = telegram.text
        self._prefix = ""
        self.deepest = deepest
        self.depth = 0  #: number of repeated texts and cables around this cable
        self._telegram = telegram
        self._claims: list[_Claim] = []
        self._furniture: list[tuple[int, int, str]] = []
        self._reports: list[_Report] = []
        self.rows: list[
            dict[str, str]
        ] = []  #: data of archive rows on the page, by Source's fields
        self.cited: dict[str, str] = {}  #: ids of cited cables in those rows, by the rest
        self.furniture: tuple[Furniture, ...] = ()
        self.parts: tuple[Part, ...] = ()

    @property
    def may_nest(self) -> bool:
        """Whether another text or cable may be repeated inside this one."""
        return self.depth < self.deepest

    def claim(self, pieces: Iterable[tuple[int, int]], path: str, role: Role = "field") -> Span:
        """Claim those ranges for the node at ``path``; return the span of them all."""
        path = self._prefix + path
        first = end = -1
        for start, end in pieces:
            self._claims.append((start, end, role, path))
            if first < 0:
                first = start
        return Span(first, end)

    def claim_lines(self, lines: Iterable[Line], path: str, role: Role = "field") -> Span:
        """Claim whole lines; those with only white space between them are one range."""
        return self.claim(self._runs(lines), path, role)

    def _runs(self, lines: Iterable[Line]) -> list[tuple[int, int]]:
        remaining = iter(lines)
        first = next(remaining, None)
        if first is None:
            return []
        runs: list[tuple[int, int]] = []
        text, start = self.text, first.start
        end = start + len(first.text)
        for line in remaining:
            at = line.start
            if at != end and (at != end + 1 or text[end] != "\n") and not text[end:at].isspace():
                runs.append((start, end))
                start = at
            end = at + len(line.text)
        return [*runs, (start, end)]

    def mark_furniture(self, kind: str, lines: Iterable[Line]) -> None:
        """Mark those lines as furniture of that kind: one piece, unless other text is between."""
        self._furniture += [(start, end, kind) for start, end in self._runs(lines)]

    def report(
        self, code: Code, at: Line | int | None = None, path: str | None = None, **values: object
    ) -> None:
        """Report a repair or a doubt; the default path is that of the part at its position.

        ``values`` are those for the placeholders of the code's message.
        """
        offset = at.start if isinstance(at, Line) else at
        self._reports.append(_Report(code, offset, self._prefix + path if path else None, values))

    def forget_reports(self) -> None:
        """Drop all reports, as the text turned out not to be a telegram."""
        self._reports.clear()

    def furniture_of(self, kind: str) -> Iterator[tuple[Span, str]]:
        """Yield the furniture of a kind found so far, in order."""
        for start, end, known in sorted(self._furniture):
            if known == kind:
                yield Span(start, end), self.text[start:end]

    def nested(self, path: str) -> Account:
        """Return an account for the cable at ``path`` inside this one, which shares its claims."""
        child = Account(self._telegram, self.deepest)
        child._prefix = f"{self._prefix}{path}."
        child.depth = self.depth + 1 + path.count(".blocks")
        child._claims, child._reports = self._claims, self._reports
        return child

    def close_nested(self) -> None:
        """Finish an inner cable's furniture; parts and diagnostics belong to the outer one."""
        self._furniture.sort()
        self.furniture = self._as_furniture()
        for index, (start, end, _kind) in enumerate(self._furniture):
            self.claim([(start, end)], f"furniture[{index}]", "furniture")

    def close(self) -> None:
        """Finish parts and furniture: unclaimed text becomes furniture, and is reported."""
        claims = self._settled()
        unread = list(self._unclaimed(claims))
        if unread:
            self._furniture += [(start, end, "unread") for start, end in unread]
            for start, _end in unread:
                self.report(UNREAD, start)
            claims = self._settled()
        self.parts = tuple(
            [Part(start=start, end=end, role=role, path=path) for start, end, role, path in claims]
        )

    def _settled(self) -> list[_Claim]:
        """Return all claims in order, with consecutive ones of one node merged."""
        self._furniture.sort()
        self.furniture = self._as_furniture()
        claims = self._claims + [
            (start, end, "furniture", f"furniture[{index}]")
            for index, (start, end, _kind) in enumerate(self._furniture)
        ]
        claims.sort()
        settled: list[_Claim] = []
        begin, covered, last_role, last_path = 0, 0, "", ""
        for start, end, role, path in claims:
            if path == last_path and role == last_role:
                if end > covered:
                    settled[-1] = (begin, covered := end, role, path)
            elif end > covered or start >= covered:
                begin = start if start > covered else covered  # faster than max
                covered, last_role, last_path = end, role, path
                settled.append((begin, end, role, path))
        return settled

    def _as_furniture(self) -> tuple[Furniture, ...]:
        return tuple(
            Furniture(
                kind=kind,
                text=self.text[start:end],
                page=self._telegram.page(start),
                span=Span(start, end),
            )
            for start, end, kind in self._furniture
        )

    def _unclaimed(self, claims: Iterable[_Claim]) -> Iterable[tuple[int, int]]:
        end = 0
        for start, after, _role, _path in [*claims, (len(self.text), 0, "", "")]:
            if start > end and not self.text[end:start].isspace():
                yield self._without_blanks(end, start)
            end = after

    def _without_blanks(self, start: int, end: int) -> tuple[int, int]:
        left = self.text[start:end].strip()
        start = self.text.index(left, start)
        return start, start + len(left)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The diagnostics, in the order of the text; to be used after ``close``."""
        reports = sorted(self._reports, key=lambda each: -1 if each.offset is None else each.offset)
        positions = Positions(self._telegram)
        found = tuple(self._diagnostic(report, positions) for report in reports)
        return self._telegram.diagnostics + found

    def _diagnostic(self, report: _Report, positions: Positions) -> Diagnostic:
        line = column = None
        path = report.path
        if report.offset is not None:
            line, column = positions.of(report.offset)
            path = path or self._path_at(report.offset)
        return report.code.at(path, line, column, **report.values)

    def _path_at(self, offset: int) -> str | None:
        index = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        return self.parts[index].path if index >= 0 and offset < self.parts[index].end else None


ReadEnclosed = Callable[[list[Line], str, Account], Cable]
"""Reads the cable in those lines, at that path inside another one."""
