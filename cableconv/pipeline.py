"""From content to cables: the reader removes the container, the parser does the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from cableconv.cable import Cable
from cableconv.errors import InputError, InvalidOptionError, PluginError
from cableconv.input.archives import unpacking
from cableconv.input.content import Content
from cableconv.limits import Limits
from cableconv.parser import parse_telegram, separate
from cableconv.plugins.api import Reader
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import READERS
from cableconv.telegram import Telegram

_LIMITS = Limits()

OnError = Callable[[InputError | PluginError], None]


class Read(msgspec.Struct, frozen=True):
    """A cable, the content that it stood in, and its text there; a tree has none."""

    content: Content
    text: str | None
    cable: Cable


def read_cables(
    content: Content,
    plugins: PluginHost,
    reader: str | None = None,
    on_error: OnError | None = None,
    options: Mapping[str, Any] | None = None,
    limits: Limits = _LIMITS,
    separated: bool = True,
) -> Iterator[Read]:
    """Yield each cable of a content; ``reader`` is given by name, or found by sniffing.

    ``options`` are those of the named reader, ``limits`` apply to each cable.  Telegrams that
    follow each other in a plain text are several cables; without ``separated`` they are one, with
    the others as its blocks.

    Text that is not a cable still gives a tree, with ``no-cable`` among its diagnostics; blank
    content gives nothing.  If a member of an archive cannot be read, ``on_error`` is called
    with it and reading continues with the next one.

    Raises:
        InputError: the content or (without ``on_error``) a member of it cannot be read.
        UnknownFormatError: no reader has that name.
        InvalidOptionError: the reader lacks the option, or no reader was named.
        PluginError: the reader failed.
    """
    for found in read_telegrams(content, plugins, reader, on_error, options, separated):
        try:
            cable = tree_of(found.telegram, found.reader, plugins, limits)
            text = found.telegram.text if isinstance(found.telegram, Telegram) else None
            yield Read(found.content, text, cable)
        except (InputError, PluginError) as error:
            _hand_over(error, found.content, on_error)


class Found(msgspec.Struct, frozen=True):
    """A reader's result, and the content that holds it: a member's, if it is an archive."""

    content: Content
    reader: Reader
    telegram: Telegram | Cable


def read_telegrams(
    content: Content,
    plugins: PluginHost,
    reader: str | None = None,
    on_error: OnError | None = None,
    options: Mapping[str, Any] | None = None,
    separated: bool = True,
) -> Iterator[Found]:
    """Yield what readers find, before parsing; errors are those of ``read_cables``.

    A file inside a content (an attachment of a mail) is read by its own reader.
    """
    if options and not reader:
        raise InvalidOptionError("options of a reader, but no reader is named; name one.")
    for member in unpacking.contents(content, lambda: endings(plugins, reader), on_error):
        try:
            chosen = plugins.find(reader, READERS) if reader else plugins.sniff(member)
            values = plugins.options_for(chosen, options or {})
            for found in plugins.read(chosen, member, values):
                if isinstance(found, Content):
                    inner = _not_too_deep(found)
                    yield from read_telegrams(
                        inner, plugins, on_error=on_error, separated=separated
                    )
                elif separated and isinstance(found, Telegram):
                    yield from (Found(member, chosen, each) for each in separate(found))
                else:
                    yield Found(member, chosen, found)
        except (InputError, PluginError) as error:
            _hand_over(error, member, on_error)


def _hand_over(error: InputError | PluginError, member: Content, on_error: OnError | None) -> None:
    """Report an error in a member of an archive to ``on_error`` if there is one, else raise it."""
    if on_error is None or member.member is None:
        raise error
    on_error(error)


def _not_too_deep(content: Content) -> Content:
    if content.depth > unpacking.DEEPEST:
        raise InputError(
            f"lies in more than {unpacking.DEEPEST} others",
            path=content.name,
            hint="save it first.",
        )
    return content


def tree_of(
    found: Telegram | Cable, reader: Reader, plugins: PluginHost, limits: Limits = _LIMITS
) -> Cable:
    """Return a reader's tree, or parse its telegram and add the container's fields.

    Raises:
        PluginError: the reader failed to add its fields.
    """
    if isinstance(found, Cable):
        return found
    cable = parse_telegram(found, limits)
    if found.complete is None:
        return cable
    return plugins.invoke(reader, found.complete, cable, expected=Cable, options={})


def empty_tree(content: Content) -> Cable:
    """Return the tree of a content without cables: its source and diagnostics."""
    source = content.source(None)
    return parse_telegram(Telegram(text="", source=source, diagnostics=content.diagnostics))


def endings(plugins: PluginHost, reader: str | None = None) -> frozenset[str]:
    """Return the file endings (lower case, with dot) of one reader or all, and of archives."""
    readers = (plugins.find(reader, READERS),) if reader else plugins.all(READERS)
    known = {ending.lower() for each in readers for ending in each.endings}
    return unpacking.ENDINGS | known
