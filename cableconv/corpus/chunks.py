"""From tasks to chunks, lazily: workers open small files; big ones are read here, once."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from cableconv.corpus.items import Item, open_input, read_items
from cableconv.corpus.job import Equipment
from cableconv.corpus.outcomes import portable
from cableconv.corpus.work import Chunk, Piece
from cableconv.input.archives.unpacking import ENDINGS
from cableconv.input.files import Input
from cableconv.pipeline import tree_of
from cableconv.plugins.kinds import READERS
from cableconv.telegram import Telegram

if TYPE_CHECKING:
    from cableconv.corpus.joining import Joining
    from cableconv.corpus.plan import Task
    from cableconv.corpus.resume import Resume

_LONGEST_BY_PATH = 256 * 1024
"""The largest file in bytes that a worker may hold with all its results."""

_ARCHIVES = tuple(ENDINGS)

_FEW = 100
"""Files that are read in about the time that a process pool needs to start."""

_MOST_PIECES = 32
_MOST_BYTES = 1024 * 1024
"""A chunk is full at the first of these limits."""


def pieces(
    tasks: Iterable[Task],
    equipment: Equipment,
    resume: Resume | None = None,
    joining: Joining | None = None,
) -> Iterator[Piece]:
    """What is to be done, in the order of the tasks.

    ``resume`` knows what need not be, ``joining`` what becomes one cable.
    """
    for task in tasks:
        piece = task.piece()
        is_joined = joining is not None and joining.concerns(task.number)
        if piece.outcomes is not None or (travels_by_path(task.source) and not is_joined):
            yield piece
            continue
        for item in items_of(piece.source, equipment, piece.taker):
            whole = replace(piece, item=item)
            changed = joining.changed(whole) if joining else None
            if changed is not None or resume is None:
                yield changed or whole
            else:
                yield resume.without_done(whole, task.targets)


def travels_by_path(source: Input) -> bool:
    """Whether a worker may open it: a small file but not an archive, or an unreadable one."""
    path = source.path
    if path is None or path.name.lower().endswith(_ARCHIVES):
        return False
    try:
        status = path.stat()
    except (OSError, ValueError):
        return True
    return stat.S_ISREG(status.st_mode) and status.st_size <= _LONGEST_BY_PATH


def is_little(inputs: Sequence[Input]) -> bool:
    """Whether there is too little work for several processes: a few small files.

    A pipe may be slow, which does not justify starting other processes either.
    """
    return len(inputs) <= _FEW and all(
        travels_by_path(each) or (each.path is not None and each.path.is_fifo()) for each in inputs
    )


def items_of(source: Input, equipment: Equipment, taker: str | None = None) -> Iterator[Item]:
    """What an input holds, read here; that it cannot be read is an item too."""
    try:
        content = open_input(source, equipment.job.encoding)
    except Exception as error:
        yield Item(error=error)
        return
    yield from read_items(source, content, equipment, taker)


def chunks(pieces: Iterable[Piece], equipment: Equipment, far: bool = False) -> Iterator[Chunk]:
    """Yield chunks of bounded size, ready to be sent; the first have one piece, two, four.

    So the first results are there as soon as a worker is.
    ``far``: workers have another current folder, so that paths must be absolute.
    """
    job = equipment.job.packed()
    held: list[Piece] = []
    size, most = 0, 1
    for piece in pieces:
        fit = _fit_to_travel(piece, equipment)
        held.append(replace(fit, source=_whole(fit.source)) if far else fit)
        size += _size(piece)
        if len(held) == most or size >= _MOST_BYTES:
            yield Chunk(job, tuple(held))
            held, size, most = [], 0, min(2 * most, _MOST_PIECES)
    if held:
        yield Chunk(job, tuple(held))


def _whole(source: Input) -> Input:
    return source if source.path is None else replace(source, path=source.path.absolute())


def _size(piece: Piece) -> int:
    """Return roughly how many bytes a worker must read for it."""
    if piece.item is None:
        return 0
    found, quoted = piece.item.found, len(piece.item.text or "")
    if isinstance(found, Telegram):
        return quoted + len(found.text)
    return quoted if found is None else quoted + len(msgspec.msgpack.encode(found))


def _fit_to_travel(piece: Piece, equipment: Equipment) -> Piece:
    """Return the piece, parsed here if the reader's ``complete`` cannot be sent."""
    item = piece.item
    if item is not None and item.error is not None:
        return replace(piece, item=replace(item, error=portable(item.error)))
    if item is None or not isinstance(item.found, Telegram) or item.found.complete is None:
        return piece
    import pickle

    try:
        pickle.dumps(item.found.complete)
    except Exception:
        return replace(piece, item=_parsed(item, item.found, equipment))
    return piece


def _parsed(item: Item, telegram: Telegram, equipment: Equipment) -> Item:
    try:
        reader = equipment.plugins.find(item.reader, READERS)
        return replace(
            item, found=tree_of(telegram, reader, equipment.plugins, equipment.job.limits)
        )
    except Exception as error:
        return replace(item, found=None, error=error)
