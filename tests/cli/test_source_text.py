"""A format that wants it gets the text that a cable was read from, and never one that is hidden."""

from __future__ import annotations

from pathlib import Path

from calling import InstallPlugin, Process

PLUGIN = """
from cableconv.plugins import Option

def encode(cable, text):
    return repr(text)

@hookimpl
def cableconv_exporters():
    text = Option(name="text", help="The text.")
    yield Exporter(name="seen", encode=encode, ending=".seen", help="Text.", options=(text,),
        source_text="text")
"""


def made(process: Process, plugin: InstallPlugin, here: Path, *arguments: str) -> str:
    """What the format writes of ``plain``, in a process that has it."""
    ended = process(*arguments, "--to", "seen", "-o", "made.seen", plugins=[plugin(PLUGIN)])
    assert ended.code == 0, ended.err
    return (here / "made.seen").read_text(encoding="utf-8")


def test_it_gets_the_text(process: Process, plugin: InstallPlugin, here: Path) -> None:
    source = (here / "plain.txt").read_text(encoding="utf-8")
    assert made(process, plugin, here, "plain.txt") == repr(source)


def test_of_a_changed_tree_it_gets_none(
    process: Process, plugin: InstallPlugin, here: Path
) -> None:
    assert made(process, plugin, here, "plain.txt", "--transform", "title-case") == "None"


def test_of_a_tree_it_gets_none(process: Process, plugin: InstallPlugin, here: Path) -> None:
    process("plain.txt", "--to", "json")
    assert made(process, plugin, here, "plain.json") == "None"
