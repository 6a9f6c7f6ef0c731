"""Replaces every mention of a name, anywhere in the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from cableconv.cable import Cable
from cableconv.transforms.redact.name_list import Rule
from cableconv.transforms.redact.report import Report
from cableconv.transforms.redact.searched import Searched
from cableconv.transforms.redact.spelling import squeezed
from cableconv.tree_values import map_values

NUMBER = "{}"
"""The part of a replacement that stands for the name's number."""

_NEXT = "\x1f"  # between two texts; all patterns treat it as a space


class Mention(NamedTuple):
    """A part of a text to be replaced, and the number of its name."""

    start: int
    end: int
    number: int


class Replacing:
    """Puts ``replacement`` in place of each mention; the longest one where several overlap."""

    def __init__(self, rules: Sequence[Rule], replacement: str, report: Report) -> None:
        self._rules = rules
        self._replacement = replacement.replace(_NEXT, "")
        self._report = report

    def in_cable(self, cable: Cable) -> Cable:
        """Return the cable without mentions."""
        replaced = iter(self.in_texts(_texts(cable)))
        return map_values(cable, partial(_filled, replaced))

    def in_texts(self, texts: Sequence[str]) -> list[str]:
        """Return as many texts; they are searched as one, as a name may span several."""
        joined = _NEXT.join(text.replace(_NEXT, " ") for text in texts)
        letters = squeezed(Searched.of(joined).text)
        rules = [rule for rule in self._rules if any(key in letters for key in rule.keys)]
        pieces: list[str] = []
        end = 0
        for mention in _apart(mentions(joined, rules)):
            taken = joined[mention.start : mention.end]
            pieces += joined[end : mention.start], self._standing_for(mention.number, taken)
            end = mention.end
        left = "".join((*pieces, joined[end:]))
        searched = Searched.of(left).text
        for rule in rules:
            if count := rule.count_alone(searched):
                self._report.stands_alone(rule.line, count)
            if count := rule.count_inside(searched):
                self._report.stands_inside(rule.line, count)
        return left.split(_NEXT)

    def _standing_for(self, number: int, taken: str) -> str:
        self._report.named(number)
        return self._replacement.replace(NUMBER, str(number)) + _NEXT * taken.count(_NEXT)


def mentions(joined: str, rules: Iterable[Rule]) -> Iterator[Mention]:
    """Yield the matches of each rule; mentions by several rules may overlap."""
    searched = Searched.of(joined)
    for rule in rules:
        if rule.is_pattern:
            for start, text in _whole(joined):
                for found in rule.pattern.finditer(text):
                    if found[0]:
                        yield Mention(start + found.start(), start + found.end(), rule.number)
        else:
            for found in rule.pattern.finditer(searched.text):
                yield Mention(*searched.place(*found.span()), rule.number)


def _whole(joined: str) -> Iterator[tuple[int, str]]:
    """Yield each text alone, as the user's pattern may be anchored to its beginning or end."""
    start = 0
    for text in joined.split(_NEXT):
        yield start, text
        start += len(text) + 1


def _apart(found: Iterable[Mention]) -> list[Mention]:
    """Return the mentions in order, overlapping ones merged, with the number of the longest."""
    apart: list[Mention] = []
    longest = 0
    for mention in sorted(found):
        length = mention.end - mention.start
        if apart and mention.start < apart[-1].end:
            start, end, number = apart.pop()
            number = mention.number if length > longest else number
            apart.append(Mention(start, max(end, mention.end), number))
            longest = max(longest, length)
        else:
            apart.append(mention)
            longest = length
    return apart


def _texts(cable: Cable) -> list[str]:
    found: list[str] = []

    def collect(value: Any) -> Any:
        if isinstance(value, str | tuple):
            found.extend(_flat(value))
        return value

    map_values(cable, collect)
    return found


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for member in value:
            yield from _flat(member)


def _filled(texts: Iterator[str], value: Any) -> Any:
    """Return the value with new texts; in a tuple, one is dropped if it was only a name's end."""
    filled = _refilled(texts, value)
    if not isinstance(value, tuple):
        return filled
    pairs = zip(value, filled, strict=True)
    return tuple(now for was, now in pairs if now or not was or not isinstance(now, str))


def _refilled(texts: Iterator[str], value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_refilled(texts, member) for member in value)
    return next(texts) if isinstance(value, str) else value
