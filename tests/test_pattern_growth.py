"""No pattern costs the square of its text: each of the code base is tried on its worst strings."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator

import pytest

from cableconv.patterns import pattern

PACKAGES = ("cableconv", "cableconv_eml", "cableconv_html", "cableconv_markdown", "cableconv_pdf",
            "cableconv_sqlite", "cableconv_tei")  # fmt: skip
UNITS = (" ", "\n", "x", "X", "A ", "1", "1 ", "(", "()", '"', "-", "- ", ". ", "/", "|", ", ",
         "XXXX ", "AND ", "A. ", "Ab ", "*", "http://a ")  # fmt: skip
"""What the strings are made of, beside the pattern's own words."""
TAILS = ("", "\0")
"""What stands at the end: nothing, or what no pattern takes, so that all is tried again."""
SHORTEST = 0.01
"""Seconds of processor time: what takes less at that length isn't looked at further."""
MOST = 2.6
_WORD = re.compile(r"[A-Za-z]{3,}")
_STAND_IN = type(pattern(""))


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern for text that a module holds, by itself or in a table, with its name."""
    for module in sorted(_modules()):
        for name, value in vars(importlib.import_module(module)).items():
            for index, each in enumerate(_patterns_in(value)):
                if isinstance(each.pattern, str):
                    yield f"{module}.{name}[{index}]", each


def _modules() -> Iterator[str]:
    for package in PACKAGES:
        paths = importlib.import_module(package).__path__
        found = (info.name for info in pkgutil.walk_packages(paths, f"{package}."))
        yield from (name for name in found if not name.endswith("__main__"))


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern | _STAND_IN):
        yield value
    elif isinstance(value, dict):
        yield from _patterns_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _patterns_in(each)


def worst(found: re.Pattern[str], length: int, words: int) -> Iterator[str]:
    """Strings that make a pattern try again and again."""
    own = sorted(set(_WORD.findall(found.pattern)))[:words]
    for unit in (*UNITS, *own, *(f"{word} " for word in own)):
        for tail in TAILS:
            yield (unit * (length // len(unit) + 1))[:length] + tail


def seconds(found: re.Pattern[str], texts: Iterable[str]) -> float:
    """How long the pattern looks through the texts."""
    begin = time.process_time()
    for text in texts:
        found.search(text)
    return time.process_time() - begin


@pytest.mark.slow
@pytest.mark.parametrize(("length", "words"), [(400, 0), (2_000, 12)])
def test_no_pattern_costs_the_square_of_its_text(length: int, words: int) -> None:
    slow = []
    for name, found in patterns():
        for once in worst(found, length, words):
            first = seconds(found, [once])
            twice = once[:-1] + once[:-1] + once[-1]
            if first > SHORTEST and min(seconds(found, [twice]) for _ in "12") > MOST * first:
                slow.append((name, once[:12], first))
                break
    assert not slow
    assert sum(1 for _ in patterns()) > 300
