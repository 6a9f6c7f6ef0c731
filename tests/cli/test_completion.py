"""Tests of shell completion."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from calling import Call


@pytest.fixture
def offered(call: Call) -> Callable[[str], list[str]]:
    """Return a function that completes the last word of a command line."""

    def offered(line: str) -> list[str]:
        words = line.split(" ")
        env = {
            "_CABLECONV_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        ended = call(env=env.items())
        assert ended.err == ""
        return [item.partition(",")[2] for item in ended.out.splitlines()]

    return offered


def test_commands_and_files_come_first(offered: Callable[[str], list[str]]) -> None:
    assert offered("cableconv s") == ["show", "stats", "schema", "s"]


def test_options_of_the_default_command_are_offered_at_once(
    offered: Callable[[str], list[str]],
) -> None:
    assert {"--to", "--output", "--version"} <= set(offered("cableconv --"))


def test_formats_are_offered_by_name(offered: Callable[[str], list[str]]) -> None:
    assert "docx" in offered("cableconv plain.txt --to d")


def test_options_of_the_chosen_format_are_offered(offered: Callable[[str], list[str]]) -> None:
    assert offered("cableconv plain.txt --to json -O ") == ["indent=", "provenance="]


def test_readers_are_offered_by_name(offered: Callable[[str], list[str]]) -> None:
    assert "markdown" in offered("cableconv show --from ")
