"""Every mention of a name, replaced wherever in the tree it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from cableconv.cable import Cable
from cableconv.transforms.redact.name_list import Rule
from cableconv.transforms.redact.report import Report
from cableconv.transforms.redact.spelling import squeezed
from cableconv.walking import map_values

NUMBER = "{}"
"""What in a replacement stands for the name's number."""

_NEXT = "\x1f"  # between texts in a row; a blank to every pattern


class Mention(NamedTuple):
    """A stretch of a text that goes, and the number of the name that it is."""

    start: int
    end: int
    number: int


class Replacing:
    """Puts ``replacement`` in the place of each mention; the longest where several meet."""

    def __init__(self, rules: Sequence[Rule], replacement: str, report: Report) -> None:
        self._rules = rules
        self._replacement = replacement.replace(_NEXT, "")
        self._report = report

    def in_cable(self, cable: Cable) -> Cable:
        """The cable without a mention."""
        letters = squeezed(" ".join(_texts(cable)))
        rules = [rule for rule in self._rules if any(key in letters for key in rule.keys)]
        return map_values(cable, partial(self._in_value, rules))

    def _in_value(self, rules: Sequence[Rule], value: Any) -> Any:
        """A name may go on from one cell or line to the next, so they are searched as one."""
        if isinstance(value, str):
            return self._in_text(rules, value)
        if not isinstance(value, tuple):
            return value
        joined = _NEXT.join(text.replace(_NEXT, " ") for text in _flat(value))
        replaced = _refilled(value, iter(self._in_text(rules, joined).split(_NEXT)))
        return _without_gaps(value, replaced)

    def _in_text(self, rules: Sequence[Rule], text: str) -> str:
        pieces: list[str] = []
        end = 0
        for mention in _apart(mentions(text, rules)):
            taken = text[mention.start : mention.end]
            pieces += text[end : mention.start], self._standing_for(mention.number, taken)
            end = mention.end
        return "".join((*pieces, text[end:]))

    def _standing_for(self, number: int, taken: str) -> str:
        self._report.named(number)
        return self._replacement.replace(NUMBER, str(number)) + _NEXT * taken.count(_NEXT)


def mentions(text: str, rules: Iterable[Rule]) -> Iterator[Mention]:
    """Where each rule finds something; mentions by several rules may overlap."""
    for rule in rules:
        for found in rule.pattern.finditer(text):
            if found.end() > found.start():
                yield Mention(*found.span(), rule.number)


def _apart(found: Iterable[Mention]) -> list[Mention]:
    """In their order; those that overlap as one, with the number of the longest."""
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


def _refilled(value: Any, texts: Iterator[str]) -> Any:
    """Tuples of the same shape, filled with other texts."""
    if isinstance(value, str):
        return next(texts)
    return tuple(_refilled(member, texts) for member in value)


def _without_gaps(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """Texts of which nothing is left, as the name went on from the one before, are none."""
    pairs = zip(before, after, strict=True)
    return tuple(text for was, text in pairs if text or not was or not isinstance(text, str))
