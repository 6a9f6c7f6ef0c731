"""The descriptors that plugins return: typed, frozen descriptions of what they add."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Concatenate, Protocol

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.input.content import Content
from cableconv.telegram import Telegram

if TYPE_CHECKING:
    import click

API = 1
"""The version of this contract; a descriptor with a newer ``api`` is ignored, with a warning."""


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """An option: becomes ``-O name=value``, a keyword of ``encode`` and a line of help.

    ``type`` is ``str``, ``int``, ``bool`` (``yes``/``no``), ``bytes`` (the contents of a file)
    or ``dict`` (``name=value`` pairs, of which several may be given).  ``inspect`` checks a value
    other than ``None`` before anything is written: it yields one line per warning, and raises
    ``InvalidOptionError`` for an unusable value.
    """

    name: str
    type: type = str
    default: Any = None
    help: str = ""
    choices: tuple[str, ...] = ()
    inspect: Callable[[Any], Iterable[str]] | None = None


ANY_NODE = "*."
"""The beginning of an omission that concerns a field of every node."""
_SPAN = "span"


class Omission(msgspec.Struct, frozen=True):
    """A part of the tree that a format cannot hold.

    ``path`` is its path by field names from the top of the tree (``furniture``;
    ``to.exempted``, for every addressee; ``body.role``, for every block at any depth), or names
    a field of every node (``*.span``).  ``kept_by`` are options of type ``bool``: if any of them
    is on, the part is kept.
    """

    path: str
    kept_by: tuple[str, ...] = ()


def all_but(held: tuple[str, ...]) -> tuple[Omission, ...]:
    """Return the omissions of a format that holds only these parts of the tree."""
    from cableconv.tree_values import field_paths

    missing: list[str] = []
    for path in field_paths():
        is_span = path.rpartition(".")[2] == _SPAN
        touched = any(
            f"{path}.".startswith(f"{each}.") or each.startswith(f"{path}.") for each in held
        )
        inside = any(path.startswith(f"{each}.") for each in missing)
        if not (is_span or touched or inside):
            missing.append(path)
    spans = () if f"{ANY_NODE}{_SPAN}" in held else (f"{ANY_NODE}{_SPAN}",)
    return tuple(map(Omission, (*missing, *spans)))


class Joins(msgspec.Struct, frozen=True, kw_only=True):
    """Describes how to join the documents of several cables.

    Every document of the format begins with ``prefix`` and ends with ``suffix``.  In the joined
    file these are written once, around everything, with ``separator`` between two cables.
    """

    prefix: str = ""
    separator: str = ""
    suffix: str = ""


class Descriptor(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all descriptors: a name, in lower case with hyphens, and a line of help."""

    name: str
    help: str
    aliases: tuple[str, ...] = ()
    api: int = API


class Configurable(Descriptor, frozen=True, kw_only=True):
    """A descriptor with options."""

    options: tuple[Option, ...] = ()


class Exporter(Configurable, frozen=True, kw_only=True):
    """A format for single cables.

    ``encode(cable, **options)`` gets a finished tree and a value for every declared
    option, and gives ``bytes``, or ``str`` for a text format.  ``omits`` declares what of a
    tree the format has no place for: ``()`` is nothing, ``None`` that it isn't known.  Where
    that is nearly all, ``holds`` names instead what it has a place for, by the same paths.
    ``losses(cable)`` says, as diagnostics, what of this cable the format had to change.
    ``joins`` says how several documents make one, where they can; ``collector`` names the format
    that takes its place where many cables are to go into one file.  ``source_text`` names the
    option that gets the text which the cable was read from, where there is one: the spans of an
    unchanged tree are places in it.
    """

    encode: Callable[Concatenate[Cable, ...], bytes | str]
    ending: str
    media_type: str = "application/octet-stream"
    binary: bool = False
    omits: tuple[Omission, ...] | None = None
    holds: tuple[str, ...] | None = None
    losses: Callable[[Cable], Iterable[Diagnostic]] | None = None
    joins: Joins | None = None
    collector: str | None = None
    source_text: str | None = None

    @property
    def omissions(self) -> tuple[Omission, ...] | None:
        """The parts that the format cannot hold, from ``omits`` or ``holds``."""
        return self.omits if self.holds is None else all_but(self.holds)


class Collection(Protocol):
    """An open collection: cables are added one by one, ``close`` finishes the target."""

    def add(self, cable: Any, /) -> None:
        """Add one cable, or what the format's ``prepare`` has made of it."""

    def close(self) -> None:
        """Finish and close the file or folder; called once, even after a failure."""


IsReplaced = Callable[[str], bool]
"""Whether a cable of that identity comes again."""


class Collector(Configurable, frozen=True, kw_only=True):
    """A format that holds many cables in one file, or in one folder (``folder=True``).

    ``open(target, **options)`` gets the path of a file that does not exist yet, or of an empty
    folder, and returns a ``Collection``.  The target is a temporary one beside the user's: the host
    moves it there after a successful run and deletes it after a failure, so that no partial
    file is ever visible.  ``ending`` is the file's, or empty for a folder.  ``losses(cable)``
    yields diagnostics for what the format had to change in this cable.

    ``stream(file, **options)`` is for a format whose file is written from its beginning to its
    end: it gets standard output as a binary file, so that each cable is seen as it comes.  Without
    it the draft is printed when all is done.

    ``append(target, earlier, is_replaced, **options)`` is for a format that can be added to.
    ``target`` is as for ``open``; ``earlier`` is what a run has left at the place that the user
    named, and is only read.  First all that ``earlier`` holds is written, in its order, but for
    cables of which ``is_replaced(identity)`` says that they come again
    (``cableconv.rendering.identity``); ``add`` puts these, and new ones, behind it.

    ``prepare(cable, **options)`` does the work for one cable that needs no other: it returns what
    ``add`` then gets instead of the cable, such as a line or the rows of tables.  Workers run it in
    parallel and send the result on with ``pickle``, while only one process adds.
    """

    open: Callable[Concatenate[Path, ...], Collection]
    append: Callable[Concatenate[Path, Path, IsReplaced, ...], Collection] | None = None
    stream: Callable[Concatenate[IO[bytes], ...], Collection] | None = None
    prepare: Callable[Concatenate[Cable, ...], object] | None = None
    ending: str = ""
    folder: bool = False
    media_type: str = "application/octet-stream"
    losses: Callable[[Cable], Iterable[Diagnostic]] | None = None


class Sniff(IntEnum):
    """How sure a reader is that a content is of its form.

    ``SURE`` is for a mark that only this form has in that place: the content's first words, or
    the starts of its lines.  ``LIKELY`` is for a mark anywhere in the opening, which a text of
    another form may quote; ``MAYBE`` for content that may be of this form.
    """

    NO = 0
    MAYBE = 1
    LIKELY = 2
    SURE = 3


class Reader(Configurable, frozen=True, kw_only=True):
    """Support for a container of cables.

    ``sniff(content)`` looks at the opening only; ``read(content, **options)`` yields each telegram
    (or each cable, if the container holds trees) one at a time, and gets a value for every
    declared option.  It may yield a file inside the container as it is (``content.within``): the
    host finds the reader for it.
    """

    sniff: Callable[[Content], Sniff]
    read: Callable[Concatenate[Content, ...], Iterable[Telegram | Cable | Content]]
    endings: tuple[str, ...] = ()


class Transform(Configurable, frozen=True, kw_only=True):
    """A change to a cable between reading and writing: ``--transform NAME``.

    ``apply(cable, **options)`` returns the changed tree, whose diagnostics report every change
    and doubt.  ``conceals`` says that what it removes must stay unknown: the manifest, which has
    hashes of the inputs and options, is then kept beside the folder of results, not in it.
    """

    apply: Callable[Concatenate[Cable, ...], Cable]
    conceals: bool = False


class Check(Descriptor, frozen=True, kw_only=True):
    """A rule that ``cableconv check`` applies to cables.

    ``check(cable)`` yields a diagnostic for each violation.
    """

    check: Callable[[Cable], Iterable[Diagnostic]]


class Command(Descriptor, frozen=True, kw_only=True):
    """A command like ``show`` and ``check``: ``cableconv NAME ...``.

    ``load()`` returns the click command, and does heavy imports.
    """

    load: Callable[[], click.Command]
