"""A format that asks for the source text gets it, but never text that was redacted."""

from __future__ import annotations

from pathlib import Path

from calling import Call, InstallPlugin

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


def made(call: Call, plugin: InstallPlugin, here: Path, *arguments: str) -> str:
    """Return what the format writes for ``plain``, with that plugin."""
    ended = call(*arguments, "--to", "seen", "-o", "made.seen", plugins=[plugin(PLUGIN)])
    assert ended.code == 0, ended.err
    return (here / "made.seen").read_text(encoding="utf-8")


def test_the_format_gets_the_text(call: Call, plugin: InstallPlugin, here: Path) -> None:
    source = (here / "plain.txt").read_text(encoding="utf-8")
    assert made(call, plugin, here, "plain.txt") == repr(source)


def test_a_transformed_tree_has_no_source_text(
    call: Call, plugin: InstallPlugin, here: Path
) -> None:
    assert made(call, plugin, here, "plain.txt", "--transform", "title-case") == "None"


def test_a_tree_has_no_source_text(call: Call, plugin: InstallPlugin, here: Path) -> None:
    call("plain.txt", "--to", "json")
    assert made(call, plugin, here, "plain.json") == "None"
