"""Reports what was redacted and how much, without quoting it."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable, Diagnostic, Level
from cableconv.diagnostics.transforms import (
    CLASSIFICATION_STANDS,
    NAME_INSIDE_WORD,
    NAME_REPLACED,
    NAME_STANDS_ALONE,
    NOTHING_REDACTED,
    REDACTED,
    REDACTION_LEVEL_UNKNOWN,
)
from cableconv.patterns import pattern
from cableconv.transforms.redact.block_levels import class_line_level
from cableconv.vocabulary.levels import LEVELS, is_above

LINE = 69
"""Characters in a line of a telegram (5 FAH-2 H-323)."""

_PLACEHOLDER = pattern(rf"\[REDACTED: \d+ lines?, above (?:{'|'.join(LEVELS)})\]")


class Report:
    """Collects what is redacted in one cable."""

    def __init__(self, cable: Cable) -> None:
        self._level = class_line_level(cable)
        self._found: list[Diagnostic] = []
        self._limit: Level | None = None
        self._named: list[Diagnostic] = []
        self._alone: list[Diagnostic] = []

    def taken_out(self, path: str, text: str, limit: Level, is_known: bool = True) -> str:
        """Record a removed portion; return a placeholder with its length and level."""
        if is_placeholder(text):
            return text
        self._limit = limit
        self._found.append(REDACTED.at(path, lines=lines_of(text), level=limit))
        if not is_known:
            self._found.append(REDACTION_LEVEL_UNKNOWN.at(path))
        return placeholder(text, limit)

    def named(self, number: int) -> None:
        """Record that a mention of the name with that number was replaced."""
        self._named.append(NAME_REPLACED.at(number=number))

    def stands_alone(self, line: int, count: int) -> None:
        """Record that surnames of a line of the list remain; quoting them would reveal the name."""
        self._alone.append(NAME_STANDS_ALONE.at(of_list=line, count=_counted(count, "time")))

    def stands_inside(self, line: int, count: int) -> None:
        """Record that letters of a name of a line of the list remain in other words."""
        self._alone.append(NAME_INSIDE_WORD.at(of_list=line, count=_counted(count, "time")))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics; at least one, even if there was nothing to redact."""
        return tuple(self._diagnostics())

    def _diagnostics(self) -> Iterator[Diagnostic]:
        yield from (*self._found, *self._named)
        if not self._found and not self._named:
            yield NOTHING_REDACTED.at()
        yield from self._alone
        if self._limit and self._level and is_above(self._level, self._limit):
            yield CLASSIFICATION_STANDS.at("classification", level=self._limit)


def placeholder(text: str, limit: Level) -> str:
    """Return the placeholder of a text, with its length and level."""
    return f"[REDACTED: {lines_of(text)}, above {limit}]"


def is_placeholder(text: str) -> bool:
    """Whether the text is a placeholder."""
    return _PLACEHOLDER.fullmatch(text) is not None


def lines_of(text: str) -> str:
    """Return the number of lines of a text, counting each line break: ``3 lines``."""
    lines = sum(-(-len(line) // LINE) for line in text.splitlines())
    return _counted(max(1, lines), "line")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
