"""No pattern takes quadratic time: each is run on its worst strings.

A pattern is run with the methods that the code calls it with: a pattern that is only matched at
the start of a text need not be fast elsewhere.  A timer of processor time ends each trial, so
that a slow pattern takes a second and not hours.
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
"""Characters; linear work takes milliseconds, quadratic work takes seconds."""
SECONDS = 0.4
UNITS = (" ", "\n", "x", "X", "A ", "1", "1 ", "(", "()", '"', "-", "- ", ". ", "/", "|", ", ",
         "XXXX ", "AND ", "A. ", "Ab ", "*", "http://a ", "a\n", "A\n", " \n",
         "<a ", "=", "&")  # fmt: skip
"""The units that the strings repeat, in addition to the pattern's own words."""
TAILS = ("", "\0")
"""The ends of the strings: nothing, or a character that no pattern matches, to force backtracking.
"""
METHODS = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"})
_ANCHORED = frozenset({"match", "fullmatch"})
_WORD = re.compile(r"[A-Za-z]{3,}")
_STAND_IN = type(pattern(""))


BOUNDED = {
    "cableconv.parser.body.ending.glued_signature._GLUED[0]": "the last words of a line",
    "cableconv.parser.body.titles._FIGURES[0]": "lines of up to 90 characters",
    "cableconv.parser.body.tables.table_lines._FIGURES[0]": "the last 60 characters of a line",
    "cableconv.parser.lexer.captions._CAPTIONS_BEHIND[0]": "the last 200 characters of a line",
    "cableconv.parser.lexer.captions._CAPTIONS_INSIDE[0]": "200 characters before the first SIPDIS",
    "cableconv.parser.lexer.shapes._DECORATED[0]": "lines of up to 250 characters",
    "cableconv.parser.preface.references.citations._FILLERS[0]": "a station of six words",
    "cableconv_pdf.own_heading._PLACE[0]": "the first 200 characters of a line",
}
"""Patterns that are only matched against texts of limited length."""


class Named(NamedTuple):
    """A text pattern that a module holds, directly or in a table."""

    name: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


class TooLongError(Exception):
    """A trial took too long."""


def patterns() -> Iterator[Named]:
    """Yield every pattern of the code base, with the methods that it is called with."""
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
    """Map each pattern, by module and name, to the methods that any module calls."""
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
    """Yield strings that make a pattern backtrack."""
    own = sorted(set(_WORD.findall(found.pattern)))[:12]
    for unit in (*UNITS, *own, *(f"{word} " for word in own)):
        for tail in TAILS:
            yield (unit * (LENGTH // len(unit) + 1))[:LENGTH] + tail


def try_out(found: Named, text: str) -> None:
    """Call the pattern as the code does, and consume all results."""
    for method in found.methods & _ANCHORED:
        getattr(found.pattern, method)(text)
    if found.methods - _ANCHORED:
        for _ in found.pattern.finditer(text):
            pass


def slow(found: Named) -> str | None:
    """Return the unit of the first string for which the pattern takes too long."""

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
def test_no_pattern_takes_quadratic_time() -> None:
    tried = [each for each in patterns() if each.name not in BOUNDED]
    assert len(tried) > 300
    found = ((each.name, each.pattern.pattern, slow(each)) for each in tried)
    assert [each for each in found if each[2]] == []


def test_a_slow_pattern_is_found_and_stopped() -> None:
    assert slow(Named("slow", re.compile("(?:xx?)*y"), frozenset({"search"})))
    assert not slow(Named("anchored", re.compile("x*y"), frozenset({"match"})))
