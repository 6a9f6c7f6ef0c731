"""The inputs of a run: files, folders, lists of files; each file once, in the order given."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path

import msgspec

from cableconv.errors import InputError
from cableconv.input.files import Input, find, is_folder, read_bytes

OnError = Callable[[str, InputError], None]
"""Called with the name of an unreadable input, and the error."""


class Selection(msgspec.Struct, frozen=True):
    """Selects files by name, or by path below a folder."""

    include: Sequence[str] = ()
    exclude: Sequence[str] = ()

    def takes(self, source: Input) -> bool:
        """Whether the file is selected."""
        if source.path is None or not (self.include or self.exclude):
            return True
        names = (source.path.name, (source.below / source.path.name).as_posix())
        return (not self.include or _any(names, self.include)) and not _any(names, self.exclude)


def find_inputs(
    arguments: Iterable[Path],
    endings: Callable[[], Collection[str]],
    on_error: OnError,
    leave_out: Path | None = None,
) -> list[Input]:
    """Expand the arguments to input files; ``-`` is standard input.

    ``endings`` is called only for a folder; ``leave_out`` is the folder of results.
    """
    found: dict[str | None, Input] = {}
    folder = Path.cwd()
    for argument in arguments:
        for source in _find(argument, endings, on_error, leave_out):
            found.setdefault(_place(source.path, folder), source)
    return list(found.values())


def _place(path: Path | None, folder: Path) -> str | None:
    """Return what is equal for one path typed in two ways; a ``Path`` for every file costs more."""
    if path is None:
        return None
    return os.path.normcase(os.path.join(folder, path))  # noqa: PTH118


def listed_files(path: Path) -> list[Path]:
    """Return the names in a list of files, separated by line ends or NUL; ``-``: standard input.

    Raises:
        InputError: it cannot be read.
    """
    data = sys.stdin.buffer.read() if str(path) == "-" else read_bytes(path)
    names = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [Path(name.decode("utf-8", "surrogateescape")) for name in names if name.strip()]


def _find(
    argument: Path,
    endings: Callable[[], Collection[str]],
    on_error: OnError,
    leave_out: Path | None,
) -> list[Input]:
    if str(argument) == "-":
        return [Input(None)]
    try:
        return find(argument, endings() if is_folder(argument) else frozenset(), leave_out)
    except InputError as error:
        on_error(str(argument), error)
        return []


def _any(names: Iterable[str], patterns: Sequence[str]) -> bool:
    return any(fnmatch(name, each) for name in names for each in patterns)
