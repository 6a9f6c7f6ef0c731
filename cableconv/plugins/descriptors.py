"""What a plugin hands to the host: typed, frozen descriptions of what it can do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from typing import Any

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.content import Content
from cableconv.telegram import Telegram


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One option: becomes ``-O name=value``, a keyword of ``encode`` and a line of help.

    ``type`` is ``str``, ``int``, ``bool`` (``yes``/``no``) or ``bytes`` (a file, handed
    over as its bytes).  ``inspect`` looks at a value other than ``None`` before
    anything is written: it yields what there is to warn of, a line each, and raises
    ``InvalidOption`` for a value that cannot be used.
    """

    name: str
    type: type = str
    default: Any = None
    help: str = ""
    choices: tuple[str, ...] = ()
    inspect: Callable[[Any], Iterable[str]] | None = None


ANY_NODE = "*."
"""What an omission begins with that is about a field of every node."""


class Omission(msgspec.Struct, frozen=True):
    """A part of the tree that a format has no place for.

    ``path`` leads to it by field names from the top of the tree (``furniture``,
    ``to.exempted``: of every addressee; ``body.role``: of every block, however deep), or names
    a field of every node (``*.span``).  ``kept_by`` are switches of the format, options of type
    ``bool``: any of them, switched on, keeps it all the same.
    """

    path: str
    kept_by: tuple[str, ...] = ()


class Exporter(msgspec.Struct, frozen=True, kw_only=True):
    """A format that cables can be written in.

    ``encode(cable, **options)`` gets a finished tree and a value for every declared
    option, and gives ``bytes``, or ``str`` for a text format.  ``omits`` declares what of a
    tree the format has no place for: ``()`` is nothing, ``None`` that it isn't known.
    ``losses(cable)`` says, as diagnostics, what of this cable the format had to change.
    """

    name: str
    encode: Callable[..., bytes | str]
    ending: str
    help: str
    media_type: str = "application/octet-stream"
    binary: bool = False
    options: tuple[Option, ...] = ()
    aliases: tuple[str, ...] = ()
    omits: tuple[Omission, ...] | None = None
    losses: Callable[[Cable], Iterable[Diagnostic]] | None = None


class Sniff(IntEnum):
    """How sure a reader is that a content is of its form."""

    NO = 0
    MAYBE = 1
    SURE = 2


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """A container that cables come in.

    ``sniff(content)`` looks at the opening only; ``read(content)`` yields each telegram
    (or, where the container holds trees, each cable), one at a time.
    """

    name: str
    sniff: Callable[[Content], Sniff]
    read: Callable[[Content], Iterator[Telegram | Cable]]
    help: str
    endings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
