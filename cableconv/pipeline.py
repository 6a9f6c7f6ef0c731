"""From a content to its cables: the reader takes the container away, the parser does the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from cableconv.cable import Cable
from cableconv.errors import InputError, InvalidOptionError, PluginError
from cableconv.input.archives import unpacking
from cableconv.input.content import Content
from cableconv.limits import Limits
from cableconv.parser import parse_telegram
from cableconv.plugins.api import Reader
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import READERS
from cableconv.telegram import Telegram

_LIMITS = Limits()

OnError = Callable[[InputError | PluginError], None]


def read_cables(
    content: Content,
    plugins: PluginHost,
    reader: str | None = None,
    on_error: OnError | None = None,
    options: Mapping[str, Any] | None = None,
    limits: Limits = _LIMITS,
) -> Iterator[Cable]:
    """Each cable of a content, one at a time; ``reader`` by name, or found by sniffing.

    ``options`` are those of a reader that is named, ``limits`` those of one cable.

    Words that are no cable still give a tree, which says so among its diagnostics
    (``no-cable``); a blank content gives nothing.  Of an archive, ``on_error`` is called with the
    member that cannot be read, and the next one follows.

    Raises:
        InputError: the content cannot be read, or (without ``on_error``) a member of it.
        UnknownFormatError: no reader has that name.
        InvalidOptionError: the reader doesn't have an option, or no reader is named for it.
        PluginError: the reader failed.
    """
    for _, cable in read_members(content, plugins, reader, on_error, options, limits):
        yield cable


class Found(NamedTuple):
    """What a reader found, and the content that it stood in: a member's, where it is an archive."""

    content: Content
    reader: Reader
    telegram: Telegram | Cable


def read_members(
    content: Content,
    plugins: PluginHost,
    reader: str | None = None,
    on_error: OnError | None = None,
    options: Mapping[str, Any] | None = None,
    limits: Limits = _LIMITS,
) -> Iterator[tuple[Content, Cable]]:
    """The same, each cable with the content that it stood in."""
    for read in read_texts(content, plugins, reader, on_error, options, limits):
        yield read.content, read.cable


class Read(NamedTuple):
    """A cable, the content that it stood in, and its text there; a tree has none."""

    content: Content
    text: str | None
    cable: Cable


def read_texts(
    content: Content,
    plugins: PluginHost,
    reader: str | None = None,
    on_error: OnError | None = None,
    options: Mapping[str, Any] | None = None,
    limits: Limits = _LIMITS,
) -> Iterator[Read]:
    """The same, with the text that the spans of the cable are of."""
    for found in read_telegrams(content, plugins, reader, on_error, options):
        try:
            cable = tree_of(found.telegram, found.reader, plugins, limits)
            text = found.telegram.text if isinstance(found.telegram, Telegram) else None
            yield Read(found.content, text, cable)
        except (InputError, PluginError) as error:
            _hand_over(error, found.content, on_error)


def read_telegrams(
    content: Content,
    plugins: PluginHost,
    reader: str | None = None,
    on_error: OnError | None = None,
    options: Mapping[str, Any] | None = None,
) -> Iterator[Found]:
    """The first half of it: what readers find, not parsed yet; errors as ``read_cables``.

    What lies in a content that a reader knows (a file in a mail) is read by the reader it needs.
    """
    if options and not reader:
        raise InvalidOptionError("options of a reader, and no reader is named: say which is meant.")
    for member in unpacking.contents(content, lambda: endings(plugins, reader), on_error):
        try:
            chosen = plugins.find(reader, READERS) if reader else plugins.sniff(member)
            values = plugins.options_for(chosen, options or {})
            for found in plugins.read(chosen, member, values):
                if isinstance(found, Content):
                    yield from read_telegrams(_not_too_deep(found), plugins, on_error=on_error)
                else:
                    yield Found(member, chosen, found)
        except (InputError, PluginError) as error:
            _hand_over(error, member, on_error)


def _hand_over(error: InputError | PluginError, member: Content, on_error: OnError | None) -> None:
    """An error in a member of an archive is that member's, where somebody asks for it."""
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
    """The second half: a reader's tree as it is, or that of its telegram, with the fields that the
    container knows beside it.

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
    """The tree of a content in which no reader found anything: its source and diagnostics."""
    source = content.source(None)
    return parse_telegram(Telegram(text="", source=source, diagnostics=content.diagnostics))


def endings(plugins: PluginHost, reader: str | None = None) -> frozenset[str]:
    """The file endings (lower case, with their dot) of ``reader``, or any reader, and archives."""
    readers = (plugins.find(reader, READERS),) if reader else plugins.all(READERS)
    known = {ending.lower() for each in readers for ending in each.endings}
    return unpacking.ENDINGS | known
