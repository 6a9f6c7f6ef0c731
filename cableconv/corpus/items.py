"""The telegrams of an input before parsing, one by one and counted, and its unreadable parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain

import msgspec
from msgspec.structs import replace

from cableconv.cable import Cable
from cableconv.corpus.job import Equipment
from cableconv.errors import InputError, NoCableError, PluginError, SeveralCablesError
from cableconv.input.content import Content
from cableconv.input.files import Input, open_content, open_stdin
from cableconv.pipeline import read_telegrams
from cableconv.telegram import Telegram

_LONGEST_QUOTED = 1 << 20
"""Characters of a text from which a line may be quoted."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A telegram (or tree) as its reader found it, or an error instead.

    ``position`` counts the telegrams of an input from 1, if there are several.  ``text`` is the
    text of the file, if that will be quoted.
    """

    reader: str = ""
    member: str | None = None
    found: Telegram | Cable | None = None
    position: int | None = None
    text: str | None = None
    error: Exception | None = None

    @property
    def row(self) -> int | None:
        """The row of the dump that it is from."""
        return self.found.source.row if self.found else None


def open_input(source: Input, encoding: str | None) -> Content:
    """Return the input's content; errors as ``open_content`` and ``open_stdin``."""
    if source.path is None:
        return open_stdin(encoding)
    return open_content(source.path, encoding, source.below)


def read_items(
    source: Input, content: Content, equipment: Equipment, taker: str | None
) -> Iterator[Item]:
    """Yield the content's items in order; an error is an item that ends the input or a member.

    ``taker`` names a target that takes only one cable: several are an error then.
    """
    yield from _numbered(_guarded(_read(content, equipment)), taker, source)


def _guarded(items: Iterator[Item]) -> Iterator[Item]:
    """Turn an exception of a reader into an item, which ends only its input."""
    try:
        yield from items
    except Exception as error:
        yield Item(error=error)


def _read(content: Content, equipment: Equipment) -> Iterator[Item]:
    """Yield items without positions; NoCableError if there are none."""
    failures: list[InputError | PluginError] = []
    is_empty = True
    job = equipment.job
    telegrams = read_telegrams(
        content, equipment.plugins, job.reader, failures.append, job.reader_options
    )
    for found in telegrams:
        yield from _taken(failures)
        yield Item(
            reader=found.reader.name,
            member=found.content.member,
            found=found.telegram,
            text=_quotable(found.content) if job.quotes else None,
        )
        is_empty = False
    if is_empty and not failures:
        is_blank = "it is empty" if not content.opening.strip() else "it holds none"
        raise NoCableError(
            f"no cable: {is_blank}", path=content.name, hint="check that it is the right file."
        )
    yield from _taken(failures)


def _quotable(content: Content) -> str | None:
    """Return the text of a content in memory, unless it is too long to be sent along."""
    text = content.text if content.is_held else ""
    return text if len(text) <= _LONGEST_QUOTED else None


def _taken(failures: list[InputError | PluginError]) -> Iterator[Item]:
    while failures:
        yield Item(error=failures.pop(0))


def _numbered(items: Iterator[Item], taker: str | None, source: Input) -> Iterator[Item]:
    """Yield the items, counted from 1 if there are several telegrams."""
    first = list(_until_second(items))
    several = sum(item.error is None for item in first) > 1
    if not several:
        yield from first
        return
    if taker is not None:
        yield from (item for item in first if item.error)
        yield Item(error=_too_many(source, taker))
        return
    position = 0
    for item in chain(first, items):
        position += item.error is None
        yield item if item.error else replace(item, position=position)


def _too_many(source: Input, taker: str) -> SeveralCablesError:
    return SeveralCablesError(
        f"holds several cables, and {taker} takes one",
        path=source.name,
        hint="give a folder: -o FOLDER/",
    )


def _until_second(items: Iterable[Item]) -> Iterator[Item]:
    """Return just enough items to know whether there are several telegrams."""
    found = 0
    for item in items:
        yield item
        found += item.error is None
        if found > 1:
            return


def digest(found: Telegram | Cable) -> str:
    """Return the hash of an item that was read from something larger."""
    plain = replace(found, complete=None) if isinstance(found, Telegram) else found
    return sha256(msgspec.msgpack.encode(plain)).hexdigest()
