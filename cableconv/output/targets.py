"""The file that each result goes to, with the promise that none is an input or another result."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterable, Sequence
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cableconv.errors import UsageError
from cableconv.input.files import Input, is_folder
from cableconv.output.real_paths import RealPaths
from cableconv.patterns import pattern

if TYPE_CHECKING:
    from cableconv.plugins.api import Collector, Exporter

_LONGEST_KEY = 80
_FOLDERS = 256
"""Folders of results that are remembered."""

_COMPRESSED = pattern(r"\.(?<=..)(?:gz|bz2|xz)$", re.IGNORECASE)
_ENDING = pattern(r"\.(?<=..)[A-Za-z][A-Za-z0-9]{0,9}$")
_NOT_IN_A_NAME = pattern(r"[^\w-]+")

Identity = tuple[int, int]
"""Device and inode: equal for one file under two names, by link or by case."""


class Place(Enum):
    """The kinds of places that results go to."""

    BESIDE = auto()
    FOLDER = auto()
    FILE = auto()
    STDOUT = auto()


class Destination(msgspec.Struct, frozen=True):
    """The folder or file that results go to."""

    place: Place
    path: Path = Path()


class Target(msgspec.Struct, frozen=True):
    """The target of one result of one input; ``path`` is ``None`` for standard output.

    ``takes_one`` says that the target cannot hold a second cable of the same input.  With
    ``by_name`` the path is a folder, in which each result is named after its cable.
    """

    input: Input
    format: Exporter | Collector
    path: Path | None
    takes_one: bool = False
    by_name: bool = False


def destination(output: str | None, several: bool) -> Destination:
    """Interpret ``-o``: a folder if it exists as one, if it ends in a slash, or if it must be.

    Raises:
        UsageError: it must be a folder, and a file has that name.
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
            "is a file, but a folder is needed", path=output, hint="give another: -o FOLDER/"
        )
    return Destination(Place.FOLDER, path)


def is_one_file(output: str | None) -> bool:
    """Whether ``-o`` names a file or standard output instead of a folder."""
    return output is not None and not (is_folder(Path(output)) or output.endswith(("/", os.sep)))


def target_path(
    where: Destination, source: Input, ending: str, endings: Collection[str]
) -> Path | None:
    """Return the file for the result of ``source``; ``None`` is standard output.

    ``endings`` are those of all formats, so that ``a.cable.txt`` becomes ``a.docx``.
    """
    if where.place is Place.STDOUT or (where.place is Place.BESIDE and source.path is None):
        return None
    if where.place is Place.FILE:
        return where.path
    name = stem("stdin" if source.path is None else source.path.name, endings) + ending
    if where.place is Place.FOLDER:
        return _folder_of_results(where.path, source.below) / name
    return source.path.with_name(name) if source.path else None


@lru_cache(_FOLDERS)
def _folder_of_results(folder: Path, below: Path) -> Path:
    return folder / below


def collection_path(
    where: Destination, inputs: Sequence[Input], collector: Collector, alone: bool
) -> Path | None:
    """Return the file or folder for all cables; ``None`` is standard output.

    ``alone`` says that there is no other result, so that a folder is the result itself.

    Raises:
        UsageError: there are several inputs, and no target was given.
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
    """Return ``name`` without its ending: the longest known one, else what looks like one.

    The ending of a compressed file is removed first: ``a.txt.gz`` becomes ``a``.
    """
    name = _COMPRESSED.sub("", name)
    for ending in sorted(endings, key=len, reverse=True):
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return _ENDING.sub("", name)


def one_of_several(path: Path, ending: str, key: str | None, position: int | None) -> Path:
    """Return the target of one cable of an input with several: ``dump.07ASTANA48.docx``.

    The key comes from the input and must not lead to another folder.  ``position`` is
    for a cable whose key is missing or used before.
    """
    own = ".".join(part for part in (safe_key(key or ""), str(position or "")) if part)
    return path.with_name(f"{path.name.removesuffix(ending)}.{own}{ending}")


def safe_key(key: str) -> str:
    """Return a cable's key as a file name, or part of one, that is valid on every system."""
    return _NOT_IN_A_NAME.sub("_", key)[:_LONGEST_KEY]


def check(targets: Iterable[Target]) -> None:
    """Check that no input is overwritten, and that no file or stream gets two results.

    Raises:
        UsageError: a check failed; the message names the files.
    """
    targets = list(targets)
    inputs = {identity(path) for path in {target.input.path for target in targets}} - {None}
    taken: dict[object, Target] = {}
    real_paths = RealPaths()
    for target in targets:
        place = _place(target.path, real_paths)
        if place in inputs:
            raise UsageError(
                "is an input, and inputs are never overwritten",
                path=target.path,
                hint="name another output with -o.",
            )
        other = taken.setdefault(place, target)
        if other is not target:
            raise UsageError(_clash(other, target))


def identity(path: Path | None) -> Identity | None:
    """Return what identifies a regular file; ``None`` if it does not exist."""
    try:
        status = path.stat() if path else None
    except (OSError, ValueError):
        return None
    if status is None or not stat.S_ISREG(status.st_mode):
        return None
    return status.st_dev, status.st_ino


def _place(path: Path | None, real_paths: RealPaths) -> object:
    """Return a value that is equal for two names of one file, whether or not it exists."""
    if path is None:
        return None
    return identity(path) or os.path.normcase(real_paths.of(path))


def _clash(first: Target, second: Target) -> str:
    if second.path is None:
        return "standard output takes one result, but there are several; give a folder: -o FOLDER/"
    if first.input == second.input:
        who = f"formats {first.format.name} and {second.format.name} of {first.input.name}"
        return f"{second.path}: would be written twice, by the {who}; ask for one at a time."
    return (
        f"{second.path}: would be written twice, for {first.input.name} and {second.input.name}; "
        "rename one, or convert them in two runs with different -o."
    )
