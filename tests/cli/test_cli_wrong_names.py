"""Names that are wrong are answered by what is probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Call

from cableconv.cli.exit_codes import ExitCode
from cableconv.plugins.suggestions import OWN


@pytest.mark.parametrize(
    ("typed", "meant"), [("chek", "check"), ("shwo", "show"), ("Find", "find")]
)
def test_a_command_that_is_misspelt_is_answered_as_one(call: Call, typed: str, meant: str) -> None:
    ended = call(typed, "plain.txt")
    assert ended.code == ExitCode.USAGE
    assert f"{typed}: no such command or file; did you mean cableconv {meant}?" in ended.err


def test_a_file_of_such_a_name_is_a_file(here: Path, call: Call) -> None:
    (here / "plain.txt").rename("chek")
    assert call("chek", "--to", "json", "-o", "-").code == ExitCode.OK


@pytest.mark.parametrize("typed", ["https://example.org/cable.html", "http://a/b", "file:///a"])
def test_an_address_is_no_file(call: Call, typed: str) -> None:
    ended = call(typed, "--to", "json")
    assert ended.code == ExitCode.INPUT
    assert "is an address, and only files are read; save the page" in ended.err


@pytest.mark.parametrize("typed", ["*.cable", "cables/??.txt", "[a-b].txt"])
def test_a_pattern_that_the_shell_left_says_so(call: Call, typed: str) -> None:
    ended = call(typed, "--to", "json")
    assert ended.code == ExitCode.INPUT
    assert "no file is called so, nor does one fit it as a pattern" in ended.err


@pytest.mark.parametrize("home", OWN)
def test_a_format_of_a_distribution_that_is_not_there_says_where_it_is(
    call: Call, home: str
) -> None:
    name = OWN[home][0]
    ended = call("plain.txt", "--no-plugins", "--to", name)
    assert ended.code == ExitCode.USAGE
    if name != "pdf":  # which nobody writes
        assert f"pip install ./plugins/{home}" in ended.err
