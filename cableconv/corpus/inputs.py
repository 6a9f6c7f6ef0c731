"""What a run reads: files, folders, lists of files; each file once, in the order it was named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from cableconv.errors import InputError
from cableconv.input.files import Input, find, is_folder, read_bytes

OnError = Callable[[str, InputError], None]
"""Is called with the name of what cannot be read, and why."""


class Selection(NamedTuple):
    """Of what was found, the files that are wanted: by their names, or paths below a folder."""

    include: Sequence[str] = ()
    exclude: Sequence[str] = ()

    def takes(self, source: Input) -> bool:
        """Whether the file is wanted."""
        if source.path is None:
            return True
        names = (source.path.name, (source.below / source.path.name).as_posix())
        return (not self.include or _any(names, self.include)) and not _any(names, self.exclude)


def find_inputs(
    arguments: Iterable[Path],
    endings: Callable[[], Collection[str]],
    on_error: OnError,
    leave_out: Path | None = None,
) -> list[Input]:
    """What the arguments stand for; ``-`` is standard input.

    ``endings`` is asked for a folder only; ``leave_out`` is the folder of results.
    """
    found: dict[Path | None, Input] = {}
    for argument in arguments:
        for source in _find(argument, endings, on_error, leave_out):
            found.setdefault(source.path and source.path.absolute(), source)
    return list(found.values())


def listed_files(path: Path) -> list[Path]:
    """The names in a list of files, one per line, or with NUL between them; ``-``: standard input.

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
