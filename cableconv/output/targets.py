"""Which file each result goes to, and the promise that none is an input or another's result."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterable, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cableconv.errors import UsageError
from cableconv.input.files import Input, is_folder

if TYPE_CHECKING:
    from cableconv.plugins.api import Collector, Exporter

_LONGEST_KEY = 80

Identity = tuple[int, int]
"""Device and inode: equal for one file under two names, by link or by case."""


class Place(Enum):
    """The kinds of places that results go to."""

    BESIDE = auto()
    FOLDER = auto()
    FILE = auto()
    STDOUT = auto()


class Destination(NamedTuple):
    """Where results go; ``path`` is that of the folder or file."""

    place: Place
    path: Path = Path()


class Target(NamedTuple):
    """Where one result of one input goes; ``path`` is ``None`` for standard output.

    ``takes_one`` says that a second cable of the same input has no place there.  With
    ``by_name`` the path is a folder, in which each cable's result is called after its contents.
    """

    input: Input
    format: Exporter | Collector
    path: Path | None
    takes_one: bool = False
    by_name: bool = False


def destination(output: str | None, several: bool) -> Destination:
    """What ``-o`` means: a folder if there is one, if it ends so, or if it must hold several.

    Raises:
        UsageError: it must be a folder, and there is a file of that name.
    """
    if output is None:
        return Destination(Place.BESIDE)
    if output == "-":
        return Destination(Place.STDOUT)
    path = Path(output)
    if not several and is_one_file(output):
        return Destination(Place.FILE, path)
    if identity(path):
        raise UsageError(
            "is a file, and a folder is needed", path=output, hint="give another: -o FOLDER/"
        )
    return Destination(Place.FOLDER, path)


def is_one_file(output: str | None) -> bool:
    """Whether ``-o`` names a file, or standard output, and no folder."""
    return output is not None and not (is_folder(Path(output)) or output.endswith(("/", os.sep)))


def target_path(
    where: Destination, source: Input, ending: str, endings: Collection[str]
) -> Path | None:
    """The file that gets the result of ``source``; ``None`` is standard output.

    ``endings`` are those of all formats, so that ``a.cable.txt`` becomes ``a.docx``.
    """
    if where.place is Place.STDOUT or (where.place is Place.BESIDE and source.path is None):
        return None
    if where.place is Place.FILE:
        return where.path
    name = stem("stdin" if source.path is None else source.path.name, endings) + ending
    if where.place is Place.FOLDER:
        return where.path / source.below / name
    return source.path.with_name(name) if source.path else None


def collection_path(
    where: Destination, inputs: Sequence[Input], collector: Collector, alone: bool
) -> Path | None:
    """The file or folder that gets all cables; ``None`` is standard output.

    ``alone`` says that there is no other result, so that a folder is the result itself.

    Raises:
        UsageError: there are several inputs, and nobody said where the result goes.
    """
    paths = [source.path for source in inputs]
    if where.place is Place.STDOUT or (where.place is Place.BESIDE and paths == [None]):
        return None
    if where.place is Place.FILE or (collector.folder and alone and where.place is Place.FOLDER):
        return where.path
    own = len(paths) == 1 and paths[0]
    name = stem(own.name if own else "cables", ()) + (collector.ending or f".{collector.name}")
    if where.place is Place.FOLDER:
        return where.path / name
    if own:
        return own.with_name(name)
    raise UsageError(
        f"all cables go into one {collector.name}; say where: "
        + ("-o FOLDER" if collector.folder else f"-o FILE{collector.ending}")
    )


def stem(name: str, endings: Collection[str]) -> str:
    """``name`` without its ending: the longest known one, else what looks like one.

    What a compressed file is called goes first: ``a.txt.gz`` becomes ``a``.
    """
    name = re.sub(r"(?i)(?<=.)\.(?:gz|bz2|xz)$", "", name)
    for ending in sorted(endings, key=len, reverse=True):
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return re.sub(r"(?<=.)\.[A-Za-z][A-Za-z0-9]{0,9}$", "", name)


def one_of_several(path: Path, ending: str, key: str | None, position: int | None) -> Path:
    """Where one cable goes when its input holds more: ``dump.07ASTANA48.docx``.

    The key comes from the input: nothing in it may lead to another folder.  ``position`` is
    for a cable without a key, or with one that another has.
    """
    own = ".".join(part for part in (safe_key(key or ""), str(position or "")) if part)
    return path.with_name(f"{path.name.removesuffix(ending)}.{own}{ending}")


def safe_key(key: str) -> str:
    """A cable's key as a name, or a part of one, that every system takes."""
    return re.sub(r"[^\w-]+", "_", key)[:_LONGEST_KEY]


def check(targets: Iterable[Target]) -> None:
    """Nothing is written over an input, and no file or stream gets two results.

    Raises:
        UsageError: it would be so; the message names the files.
    """
    targets = list(targets)
    inputs = {identity(target.input.path) for target in targets} - {None}
    taken: dict[object, Target] = {}
    for target in targets:
        place = _place(target.path)
        if place in inputs:
            raise UsageError(
                "is an input, and no input is ever overwritten",
                path=target.path,
                hint="name another output with -o.",
            )
        other = taken.setdefault(place, target)
        if other is not target:
            raise UsageError(_clash(other, target))


def identity(path: Path | None) -> Identity | None:
    """What tells one regular file from another; ``None`` for what is not there."""
    try:
        status = path.stat() if path else None
    except (OSError, ValueError):
        return None
    if status is None or not stat.S_ISREG(status.st_mode):
        return None
    return status.st_dev, status.st_ino


def _place(path: Path | None) -> object:
    """Equal for two names of one file, whether it is there yet or not."""
    if path is None:
        return None
    return identity(path) or os.path.normcase(os.path.realpath(path))


def _clash(first: Target, second: Target) -> str:
    if second.path is None:
        return "standard output takes one result, and there are several; give a folder: -o FOLDER/"
    if first.input == second.input:
        who = f"formats {first.format.name} and {second.format.name} of {first.input.name}"
        return f"{second.path}: would be written twice, by the {who}; ask for one at a time."
    return (
        f"{second.path}: would be written twice, for {first.input.name} and {second.input.name}; "
        "rename one, or convert them in two runs with different -o."
    )
