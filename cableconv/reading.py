"""From a content to its cables: the reader takes the container away, the parser does the rest."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable
from cableconv.content import Content
from cableconv.parser import parse_telegram
from cableconv.plugins.manager import Plugins
from cableconv.telegram import Telegram


def read_cables(content: Content, plugins: Plugins, reader: str | None = None) -> Iterator[Cable]:
    """Each cable of a content, one at a time; ``reader`` by name, or found by sniffing.

    Words that are no cable still give a tree, which says so among its diagnostics
    (``no-cable``); a blank content gives nothing.

    Raises:
        InputError: the content cannot be read.
        UnknownFormat: no reader has that name.
        PluginError: the reader failed.
    """
    chosen = plugins.reader(reader) if reader else plugins.sniff(content)
    for found in plugins.read(chosen, content):
        yield found if isinstance(found, Cable) else parse_telegram(found)


def empty_tree(content: Content) -> Cable:
    """The tree of a content in which no reader found anything: its source and diagnostics."""
    source = content.source(None)
    return parse_telegram(Telegram(text="", source=source, diagnostics=content.diagnostics))


def endings(plugins: Plugins, reader: str | None = None) -> frozenset[str]:
    """The file endings (lower case, with their dot) that ``reader``, or any reader, knows."""
    readers = (plugins.reader(reader),) if reader else plugins.readers()
    return frozenset(ending.lower() for each in readers for ending in each.endings)
