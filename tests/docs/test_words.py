"""Plain English: private metaphors stay out of names, documentation and messages."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "plugins").rglob("*.md")]
MODULES = [*(ROOT / "cableconv").rglob("*.py"), *(ROOT / "plugins").rglob("src/**/*.py")]

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
}
"""What is not written, with what to write instead."""


def prose(module: Path) -> Iterator[str]:
    """A module's comments, strings and names."""
    with tokenize.open(module) as source:
        tokens = tokenize.generate_tokens(io.StringIO(source.read()).readline)
        yield from (
            token.string
            for token in tokens
            if token.type in (tokenize.COMMENT, tokenize.STRING, tokenize.NAME)
        )


@cache
def texts() -> list[tuple[Path, str]]:
    """Every text of the project that people read."""
    pages = [(page, page.read_text(encoding="utf-8")) for page in PAGES]
    return pages + [(module, "\n".join(prose(module))) for module in MODULES]


@pytest.mark.parametrize("words", INSTEAD)
def test_a_word_is_not_used(words: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]!r}"
        for path, text in texts()
        for match in re.finditer(words, text, re.IGNORECASE)
    ]
    assert not found, f"write {INSTEAD[words]} instead:\n" + "\n".join(found)
