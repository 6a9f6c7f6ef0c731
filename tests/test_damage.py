"""A damaged cable has the same id, date, origin, tags and subject, and repairs are reported.

The damages are in ``damage.py``.  All invented cables of ``examples/`` must pass, and 98 percent
of the real ones (``CABLECONV_DATA``), since removing a line end can hide a word's end.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import damage
import pytest
from hypothesis import given
from real_cables import real_texts, sample_or_all
from whole_telegrams import whole_telegrams

from cableconv.input.content import Content
from cableconv.parser import parse_telegram
from cableconv.plugins.host import PluginHost
from cableconv.telegram import Telegram

EXAMPLES = Path(__file__).parents[1] / "examples" / "cables"
LEAST = 0.98
every_damage = pytest.mark.parametrize("name", damage.DAMAGES)


PLUGINS = PluginHost(third_party=False)


@lru_cache(maxsize=100)  # the same text is damaged in every way
def read(text: str) -> dict[str, Any]:
    """Return the tree of the telegram in a text."""
    content = Content(text.encode(), name="cable.txt")
    found = [*PLUGINS.sniff(content).read(content)]
    assert len(found) == 1
    assert isinstance(found[0], Telegram)
    return parse_telegram(found[0]).to_dict()


def differences(name: str, text: str) -> str | None:
    """Return how the damaged text's tree differs; None if it does not, or nothing was damaged."""
    damaged = damage.DAMAGES[name](text)
    if damaged is None:
        return None
    whole, tree = read(text), read(damaged)
    said, kept = damage.identity(whole), damage.identity(tree)
    wrong = [
        f"{key}: {said[key]!r} became {kept[key]!r:.80}" for key in said if said[key] != kept[key]
    ]
    if not reports(tree) - reports(whole):
        wrong.append("nothing is reported")
    return "; ".join(wrong) or None


def reports(tree: dict[str, Any]) -> Counter[tuple[str, str]]:
    """Count what a tree reports, anywhere."""
    return Counter((each["code"], each["message"]) for each in tree["diagnostics"])


def texts_of(paths: list[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8", errors="replace") for path in paths]


@every_damage
def test_an_example_is_the_same_cable_when_damaged(name: str) -> None:
    texts = texts_of(sorted(EXAMPLES.glob("*.txt")))
    damaged = [text for text in texts if damage.DAMAGES[name](text)]
    assert len(damaged) > len(texts) // 2
    assert [wrong for text in damaged if (wrong := differences(name, text))] == []


@given(whole_telegrams())
def test_a_whole_telegram_is_read_completely(text: str) -> None:
    tree = read(text)
    assert all(damage.identity(tree).values())
    assert {found["severity"] for found in tree["diagnostics"]} <= {"info"}


@given(whole_telegrams())
def test_a_whole_telegram_is_the_same_cable_with_any_damage(text: str) -> None:
    assert [wrong for name in damage.DAMAGES if (wrong := differences(name, text))] == []


@every_damage
@sample_or_all
def test_a_real_cable_is_the_same_cable_when_damaged(name: str, step: int) -> None:
    texts = [text for text in texts_of(real_texts(step)) if damage.DAMAGES[name](text)]
    wrong = [problem for text in texts if (problem := differences(name, text))]
    assert len(wrong) <= (1 - LEAST) * len(texts), wrong[:5]
