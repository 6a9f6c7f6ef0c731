"""Commands of plugins: after built-in ones and files in precedence, and named if they fail."""

from __future__ import annotations

from pathlib import Path

from calling import Call, InstallPlugin

from cableconv.cli.exit_codes import ExitCode

COUNT = """
import click
from cableconv.plugins import Command

@click.command("count")
@click.argument("words", nargs=-1)
@click.option("--twice", is_flag=True)
def count(words, twice):
    "Count words."
    if "geese" in words:
        raise ValueError("no geese")
    click.echo(len(words) * (2 if twice else 1))
    return 7 if len(words) == 7 else None

@hookimpl
def cableconv_commands():
    yield Command(name="count", aliases=("tally",), load=lambda: count, help="Count words.")
"""


def test_a_plugins_command_gets_its_arguments(call: Call, plugin: InstallPlugin) -> None:
    odd = plugin(COUNT)
    assert call("count", "a", "b", "--twice", plugins=[odd]) == (ExitCode.OK, "4\n", "")
    assert call("tally", *"abcdefg", plugins=[odd]).code == 7


def test_a_plugins_command_has_its_own_help_and_errors(call: Call, plugin: InstallPlugin) -> None:
    odd = plugin(COUNT)
    helped = call("count", "--help", plugins=[odd])
    assert helped.out.startswith("Usage: cableconv count [OPTIONS] [WORDS]...\n\n  Count words.")
    wrong = call("count", "--thrice", plugins=[odd])
    assert wrong.code == ExitCode.USAGE
    assert "No such option" in wrong.err
    assert wrong.err.endswith("cableconv count --help has its options.\n")


def test_a_plugins_command_that_fails_is_named(call: Call, plugin: InstallPlugin) -> None:
    ended = call("count", "geese", plugins=[plugin(COUNT)])
    assert ended.code == ExitCode.PLUGIN
    assert ended.err == "error: command 'count' (odd 1.2) failed: ValueError: no geese\n"


def test_a_file_with_the_commands_name_is_still_converted(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    (here / "plain.txt").rename(here / "count")
    ended = call("count", "-t", "json", plugins=[plugin(COUNT)])
    assert ended.err == "wrote count.json\n"


def test_commands_of_plugins_can_be_disabled(call: Call, plugin: InstallPlugin) -> None:
    ended = call("count", "a", "--no-plugins", "-t", "json", plugins=[plugin(COUNT)])
    assert ended.code == ExitCode.INPUT
    assert "count: no such file" in ended.err


def test_commands_and_checks_of_plugins_are_listed_with_the_formats(
    call: Call, plugin: InstallPlugin
) -> None:
    listed = call("--list-formats", plugins=[plugin(COUNT)]).out
    commands = listed.partition("\nCommands (cableconv NAME)\n")[2].splitlines()
    assert ["count", "Count", "words", "(also:", "tally)"] in [line.split() for line in commands]
