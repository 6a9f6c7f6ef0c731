"""Reasons why a result cannot be written, with advice, and which of them end a run.

A full or read-only place stays so: all further results would fail in the same way, thousands
of times.  Such a failure is a ``RunEndedError``.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from cableconv.errors import OutputError

_NOT_A_FOLDER = ("a part of this path is a file, not a folder", "name another place with -o")
_MAKE_ROOM = "make room there, or name another place with -o"
_REASONS = {
    errno.EEXIST: _NOT_A_FOLDER,
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.ENOENT: ("its folder cannot be made", "name another place with -o"),
    errno.EISDIR: ("there is a folder of that name", "end it in / to write into the folder"),
    errno.ENOSPC: ("the disk is full", _MAKE_ROOM),
    errno.EDQUOT: ("the quota is used up", _MAKE_ROOM),
    errno.EROFS: ("the disk is read-only", "name another place with -o"),
    errno.EACCES: ("no permission", "name another place with -o, or close what has it open"),
    errno.ENAMETOOLONG: ("its name is too long", "give it a shorter one with -o"),
    errno.EFBIG: ("it is larger than a file may be there", "name another place with -o"),
    errno.EBADF: ("it is closed", "name a file with -o"),
}
"""The system's reasons in plain words, with advice."""

FOR_GOOD = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""Reasons for which nothing else can be written there either."""


class RunEndedError(OutputError):
    """Nothing more can be written."""


class ClosedPipeError(RunEndedError):
    """The program that reads standard output has stopped reading."""

    def __init__(self) -> None:
        super().__init__("its reader has ended.", path="standard output")


class NoRoomError(RunEndedError):
    """The disk is full or read-only, a quota is used up, or the folder is not writable."""


def unwritable(place: Path | str, error: OSError) -> OutputError:
    """Return the error for a place that cannot be written, with reason and advice."""
    if isinstance(error, BrokenPipeError):
        return ClosedPipeError()
    plain = (error.strerror or str(error), "name another place with -o")
    reason, next_step = _REASONS.get(error.errno or 0, plain)
    kind = NoRoomError if _is_for_good(place, error) else OutputError
    if kind is NoRoomError and isinstance(place, Path):
        next_step = f"{next_step}; --no-clobber then continues where this run has ended"
    return kind(f"cannot be written: {reason}", path=place, hint=f"{next_step}.")


def failure_of_place(error: BaseException, place: Path | str | None = None) -> OutputError | None:
    """Return the failure of the disk behind another error, if there is one.

    ``place`` is what was being written, if known.
    """
    for each in _chain(error):
        if isinstance(each, OSError) and each.errno in FOR_GOOD:
            return unwritable(place or each.filename or "a temporary file", each)
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and those that it was raised from."""
    while error is not None:
        yield error
        error = error.__cause__


def _is_for_good(place: Path | str, error: OSError) -> bool:
    if isinstance(place, Path) and error.errno == errno.EACCES:
        return not os.access(_nearest_folder(place), os.W_OK | os.X_OK)
    return error.errno in FOR_GOOD


def _nearest_folder(path: Path) -> Path:
    """Return the existing folder in which the path would be created."""
    return next((folder for folder in path.absolute().parents if folder.exists()), path.parent)
