"""No pattern costs the square of its text: each of the code base is tried on its worst strings.

A pattern is tried by the methods that the code calls it by: what is only held against the
beginning of a text need not be fast anywhere else.  A clock of processor time ends every trial,
so that the worst pattern costs a second and not the night.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from cableconv.patterns import pattern

PACKAGES = ("cableconv", "cableconv_eml", "cableconv_html", "cableconv_markdown", "cableconv_pdf",
            "cableconv_sqlite", "cableconv_tei")  # fmt: skip
LENGTH = 20_000
"""Characters: what grows with the length takes a few milliseconds, with its square seconds."""
SECONDS = 0.4
UNITS = (" ", "\n", "x", "X", "A ", "1", "1 ", "(", "()", '"', "-", "- ", ". ", "/", "|", ", ",
         "XXXX ", "AND ", "A. ", "Ab ", "*", "http://a ", "a\n", "A\n", " \n",
         "<a ", "=", "&")  # fmt: skip
"""What the strings are made of, beside the pattern's own words."""
TAILS = ("", "\0")
"""What stands at the end: nothing, or what no pattern takes, so that all is tried again."""
METHODS = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"})
_ANCHORED = frozenset({"match", "fullmatch"})
_WORD = re.compile(r"[A-Za-z]{3,}")
_STAND_IN = type(pattern(""))


BOUNDED = {
    "cableconv.parser.body.signature._GLUED[0]": "the last 300 characters of a line",
    "cableconv.parser.lexer.shapes._DECORATED[0]": "lines of up to 250 characters",
    "cableconv.parser.preface.references.citations._FILLERS[0]": "a station of six words",
    "cableconv_pdf.own_heading._PLACE[0]": "the first 200 characters of a line",
}
"""What is only held against so much of a text."""


class Named(NamedTuple):
    """A pattern for text that a module holds, by itself or in a table."""

    name: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


class TooLongError(Exception):
    """A trial has taken more than its time."""


def patterns() -> Iterator[Named]:
    """Every one of the code base, with the methods that it is called by."""
    calls = _calls()
    for module in _modules():
        for name, value in vars(module).items():
            for index, each in enumerate(_patterns_in(value)):
                if isinstance(each.pattern, str):
                    methods = frozenset(calls[module.__name__, name] & METHODS or {"match"})
                    yield Named(f"{module.__name__}.{name}[{index}]", each, methods)


@cache
def _modules() -> tuple[ModuleType, ...]:
    packages = [importlib.import_module(name) for name in PACKAGES]
    found = (
        info.name
        for package in packages
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    )
    return tuple(importlib.import_module(name) for name in found if not name.endswith("__main__"))


def _calls() -> dict[tuple[str, str], set[str]]:
    """By the module that has a pattern, and its name, the methods that any module calls."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for module in _modules():
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        homes = {name.name: node.module or "" for node in imports for name in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                name = node.value.id
                found[homes.get(name, module.__name__), name].add(node.attr)
    return found


def _patterns_in(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern | _STAND_IN):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_patterns_in, value.values()))
    elif isinstance(value, tuple | list):
        yield from chain.from_iterable(map(_patterns_in, value))


def worst(found: re.Pattern[str]) -> Iterator[str]:
    """Strings that make a pattern try again and again."""
    own = sorted(set(_WORD.findall(found.pattern)))[:12]
    for unit in (*UNITS, *own, *(f"{word} " for word in own)):
        for tail in TAILS:
            yield (unit * (LENGTH // len(unit) + 1))[:LENGTH] + tail


def try_out(found: Named, text: str) -> None:
    """Call the pattern as the code does, and take everything that it gives."""
    for method in found.methods & _ANCHORED:
        getattr(found.pattern, method)(text)
    if found.methods - _ANCHORED:
        for _ in found.pattern.finditer(text):
            pass


def slow(found: Named) -> str | None:
    """What the first string is made of that the pattern takes too long over."""

    def ended(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, ended)
    try:
        for text in worst(found.pattern):
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            try_out(found, text)
    except TooLongError:
        return text[:12] + text[-1]
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return None


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGVTALRM"), reason="no clock of processor time")
def test_no_pattern_costs_the_square_of_its_text() -> None:
    tried = [each for each in patterns() if each.name not in BOUNDED]
    assert len(tried) > 300
    found = ((each.name, each.pattern.pattern, slow(each)) for each in tried)
    assert [each for each in found if each[2]] == []


def test_a_slow_pattern_is_found_and_ended() -> None:
    assert slow(Named("slow", re.compile("(?:xx?)*y"), frozenset({"search"})))
    assert not slow(Named("anchored", re.compile("x*y"), frozenset({"match"})))
