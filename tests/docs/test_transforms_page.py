"""docs/transforms.md shows what the transforms do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cableconv
from cableconv.cable import Cable
from cableconv.plugins import kinds
from cableconv.plugins.builtin import TRANSFORMS
from cableconv.plugins.host import PluginHost
from cableconv.transforms.redact.fields import RULES
from cableconv.transforms.redact.name_list import read_names

PAGE = (Path(__file__).parents[2] / "docs" / "transforms.md").read_text(encoding="utf-8")


def rows(heading: str, level: str = "##") -> list[list[str]]:
    """Return the cells of the section's table, without its heading."""
    section = PAGE.partition(f"\n{level} {heading}\n")[2].partition("\n##")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [re.findall(r"`([^`]+)`", line) for line in lines]


@pytest.mark.parametrize("name", ["repair-quotes", "title-case"])
def test_the_tables_show_the_results_of_transforms(name: str) -> None:
    printed = rows(name)
    assert len(printed) > 2
    for before, after in printed:
        assert cableconv.transform(Cable(subject=before), name).subject == after


def test_the_page_names_every_transform_and_option() -> None:
    for transform in (PluginHost().find(name, kinds.TRANSFORMS) for name in TRANSFORMS):
        assert f"\n## {transform.name}\n" in PAGE
        for option in transform.options:
            assert f"| `{option.name}=" in PAGE


def test_the_list_on_the_page_is_valid() -> None:
    (listed,) = re.findall(r"^```\n(# fishermen.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    found = ("KJAER, JENS", "Mueller", "+47 555 01 000")
    rules = read_names(listed.encode())
    for rule, text in zip(rules, found, strict=True):
        assert rule.pattern.fullmatch(text)


def test_a_name_of_the_page_is_found_in_the_spellings_beside_it() -> None:
    for name, *spellings in rows("Names", "###"):
        (rule,) = read_names(name.encode())
        assert [spelling for spelling in spellings if not rule.pattern.search(spelling)] == []


def test_the_page_has_every_rule_of_a_header() -> None:
    named = {name for row in rows("Header fields", "###") for name in row}
    for path in (*RULES, "date"):
        assert {path, path.partition(".")[0]} & named, path
