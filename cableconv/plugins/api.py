"""What a plugin hands to the host: typed, frozen descriptions of what it can do."""

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
"""The version of this contract; a descriptor with a newer ``api`` is left out, with a warning."""


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One option: becomes ``-O name=value``, a keyword of ``encode`` and a line of help.

    ``type`` is ``str``, ``int``, ``bool`` (``yes``/``no``), ``bytes`` (a file, handed over as
    its bytes) or ``dict`` (pairs, ``name=value``, of which several may be given).  ``inspect``
    looks at a value other than ``None`` before anything is written: it yields what there is to
    warn of, a line each, and raises ``InvalidOptionError`` for a value that cannot be used.
    """

    name: str
    type: type = str
    default: Any = None
    help: str = ""
    choices: tuple[str, ...] = ()
    inspect: Callable[[Any], Iterable[str]] | None = None


ANY_NODE = "*."
"""What an omission begins with that is about a field of every node."""
_SPAN = "span"


class Omission(msgspec.Struct, frozen=True):
    """A part of the tree that a format has no place for.

    ``path`` leads to it by field names from the top of the tree (``furniture``,
    ``to.exempted``: of every addressee; ``body.role``: of every block, however deep), or names
    a field of every node (``*.span``).  ``kept_by`` are switches of the format, options of type
    ``bool``: any of them, switched on, keeps it all the same.
    """

    path: str
    kept_by: tuple[str, ...] = ()


def all_but(held: tuple[str, ...]) -> tuple[Omission, ...]:
    """What a format omits that holds these parts of the tree, and what is in them."""
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
    """How the documents of several cables become one.

    Every document of the format begins with ``prefix`` and ends with ``suffix``.  In one of
    several these stand once, around all, and ``separator`` between what two cables give.
    """

    prefix: str = ""
    separator: str = ""
    suffix: str = ""


class Descriptor(msgspec.Struct, frozen=True, kw_only=True):
    """What every descriptor has: a name, in lower case with hyphens, and a line of help."""

    name: str
    help: str
    aliases: tuple[str, ...] = ()
    api: int = API


class Configurable(Descriptor, frozen=True, kw_only=True):
    """A descriptor with options."""

    options: tuple[Option, ...] = ()


class Exporter(Configurable, frozen=True, kw_only=True):
    """A format that cables can be written in.

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
        """What it has no place for, in whichever way that is declared."""
        return self.omits if self.holds is None else all_but(self.holds)


class Collection(Protocol):
    """What a collector has open: cables go in one by one, ``close`` finishes the target."""

    def add(self, cable: Cable) -> None:
        """Take one more cable in."""

    def close(self) -> None:
        """Finish the file or folder and let go of it; called once, also after a failure."""


IsReplaced = Callable[[str], bool]
"""Whether a cable of that identity comes again."""


class Collector(Configurable, frozen=True, kw_only=True):
    """A format that holds many cables in one file, or in one folder (``folder=True``).

    ``open(target, **options)`` gets the path of a file that is not there yet, or of an empty
    folder, and gives a ``Collection``.  The target is a draft beside the place that the user
    named: the host moves it there when all is done and throws it away when anything failed,
    so that no half-made file is ever seen.  ``ending`` is the file's, or empty for a folder.
    ``losses(cable)`` says, as diagnostics, what of this cable the format had to change.

    ``stream(file, **options)`` is for a format whose file is written from its beginning to its
    end: it gets standard output as a binary file, so that each cable is seen as it comes.  Without
    it the draft is printed when all is done.

    ``append(target, earlier, is_replaced, **options)`` is for a format that can be added to.
    ``target`` is as for ``open``; ``earlier`` is what a run has left at the place that the user
    named, and is only read.  First all that ``earlier`` holds is written, in its order, but for
    cables of which ``is_replaced(identity)`` says that they come again
    (``cableconv.rendering.identity``); ``add`` puts these, and new ones, behind it.
    """

    open: Callable[Concatenate[Path, ...], Collection]
    append: Callable[Concatenate[Path, Path, IsReplaced, ...], Collection] | None = None
    stream: Callable[Concatenate[IO[bytes], ...], Collection] | None = None
    ending: str = ""
    folder: bool = False
    media_type: str = "application/octet-stream"
    losses: Callable[[Cable], Iterable[Diagnostic]] | None = None


class Sniff(IntEnum):
    """How sure a reader is that a content is of its form.

    ``SURE`` is for what stands where only this form has it: the content's first words, or the
    beginning of its lines.  ``LIKELY`` is for a mark somewhere in the opening, which a text of
    another form may quote; ``MAYBE`` for what does not speak against it.
    """

    NO = 0
    MAYBE = 1
    LIKELY = 2
    SURE = 3


class Reader(Configurable, frozen=True, kw_only=True):
    """A container that cables come in.

    ``sniff(content)`` looks at the opening only; ``read(content, **options)`` yields each telegram
    (or, where the container holds trees, each cable), one at a time, and gets a value for every
    declared option.  What lies in it as a file of its own (``content.within``) it may yield as it
    is: the reader which that file needs is found and reads it.
    """

    sniff: Callable[[Content], Sniff]
    read: Callable[Concatenate[Content, ...], Iterable[Telegram | Cable | Content]]
    endings: tuple[str, ...] = ()


class Transform(Configurable, frozen=True, kw_only=True):
    """A change to a cable between reading and writing: ``--transform NAME``.

    ``apply(cable, **options)`` gives the changed tree; what it changed, or doubts, is told
    among the diagnostics of that tree, never done silently.
    """

    apply: Callable[Concatenate[Cable, ...], Cable]


class Check(Descriptor, frozen=True, kw_only=True):
    """A rule that cables are held against by ``cableconv check``.

    ``check(cable)`` yields a diagnostic for each thing that is not as it should be.
    """

    check: Callable[[Cable], Iterable[Diagnostic]]


class Command(Descriptor, frozen=True, kw_only=True):
    """A command beside ``show`` and ``check``: ``cableconv NAME ...``.

    ``load()`` gives the click command; what is heavy is imported there.
    """

    load: Callable[[], click.Command]
