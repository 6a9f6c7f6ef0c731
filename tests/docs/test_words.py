"""Plain English: private metaphors stay out of names, documentation and messages."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "plugins").rglob("*.md")]
PAGES += [*(ROOT / "tests").rglob("*.md"), ROOT / "examples" / "README.md"]
MODULES = [*(ROOT / "cableconv").rglob("*.py"), *(ROOT / "plugins").rglob("src/**/*.py")]
TESTS = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "plugins").rglob("tests/**/*.py")]
TESTS += [
    path for name in ("benchmarks", "docs", "examples") for path in (ROOT / name).rglob("*.py")
]
CASES = [*(ROOT / "tests" / "parser" / "cases").glob("*.txt")]

INSTEAD = {
    r"\banew\b": "again, regenerate, download again",
    r"\bwhoever\b": "the caller, the reader, anyone who",
    r"\bas of ``": "Raises: the same errors as",
    r"\bmend(s|ed|ing)? (it|them|those|that|what)\b": "fix",
    r"\bthe way of the data\b|\bthe way back\b": "data flow, round trip",
    r"\b(the house|its rooms|one room|a room of|these rooms)\b": "architecture, module, package",
    r"\bledger\b|\bfurnish(es|ed)?\b": "account, mark as furniture",
    r"\bsearchers\b": "search engines",
    r"\bstrokes?\b": "slash, dash",
    r"\baffair\b": "responsibility",
    r"\b(one )?(file|row|line|cable|room|module) an? (format|cable|row|container|command)\b": "per",
    r"\bhear_|\bsurest\b|\bsoundness\b|\bshelf\b|\bshelves\b": "check, best_match, validation",
    r"\bleft alone\b": "uninterrupted, unchanged",
    r"\bspeaks? of\b": "mentions, names",
    r"\bheld against\b": "compared with, checked by",
    r"\bcomes? back equal\b|\bkeeps? (its|their) promises\b": "is restored, conforms",
    r"\bso many (files|times|bytes|rows|cables)\b": "that many",
    r"\bcosts? (itself|no other)\b": "affects only, does not affect",
    r"\bhas it that\b|\bon the spot\b|\blitter\b": "as in, for tests, temporary files",
    r"\bheed(s|ed)?\b": "respects, follows",
}
"""Words that are not used anywhere, with what to write instead."""

IN_TESTS = {
    r"(?<!there )\b(is|are) no [a-z]+": "is not a",
    r"\bsays? so\b|\b(is|are) (said|told)\b": "is reported",
    r"\b(some|no)body\b": "the user, another process; passive voice",
    r"\bby (itself|themselves)\b": "alone, separately",
    r"\bstands? (in|at|on|above|below|beside|where|there|free)\b": "is, contains",
    r"\bbehind\b": "after",
    r"\bglued\b": "joined",
    r"\bin small letters\b": "in lower case",
    r"\bpassed over\b|\bgives? way\b|\bmade up\b": "ignored, is replaced, invented",
}
"""Words that tests, cases, benchmarks and scripts do not use either."""


def descriptions(module: Path) -> Iterator[str]:
    """Yield the comments, docstrings and names of functions in a module."""
    source = module.read_text(encoding="utf-8")
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            yield node.name.replace("_", " ")
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def titles(cases: Path) -> Iterator[str]:
    """Yield the opening of a file of cases, and the title of each case."""
    text = cases.read_text(encoding="utf-8")
    yield text.partition("\n## ")[0]
    yield from re.findall(r"^## (.*)", text, re.MULTILINE)


def texts() -> list[tuple[Path, str]]:
    """Return every text of the product and its pages."""
    return [(path, path.read_text(encoding="utf-8")) for path in (*PAGES, *MODULES)]


def texts_of_tests() -> list[tuple[Path, str]]:
    """Return every text of tests, cases, benchmarks and scripts, except their inputs."""
    modules = [(module, "\n".join(descriptions(module))) for module in TESTS]
    return modules + [(cases, "\n".join(titles(cases))) for cases in CASES]


def uses(instead: dict[str, str], searched: list[tuple[Path, str]]) -> list[str]:
    """Return where any of the words is used, with what to write instead."""
    return [
        f"{path.relative_to(ROOT)}: {match[0]!r}: write {better} instead"
        for words, better in instead.items()
        for path, text in searched
        for match in re.finditer(words, text, re.IGNORECASE)
    ]


def test_no_word_is_used_that_has_a_plain_equivalent() -> None:
    """One test for all words, as reading the texts takes seconds."""
    of_tests = texts_of_tests()
    assert uses(INSTEAD, texts() + of_tests) + uses(IN_TESTS, of_tests) == []
