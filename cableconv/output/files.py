"""Where results are written: each file whole or not at all.

A file's new content is written under another name in the same folder and then takes
the old one's place in one step, so whatever happens on the way (a full disk, a crash,
an interrupt), what was there before stays as it was.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path

from cableconv.errors import OutputError

_NOT_A_FOLDER = ("a part of this path is a file, not a folder", "name another place with -o")
_REASONS = {
    errno.EEXIST: _NOT_A_FOLDER,
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.ENOENT: ("its folder cannot be made", "name another place with -o"),
    errno.EISDIR: ("there is a folder of that name", "end it in / to write into the folder"),
    errno.ENOSPC: ("the disk is full", "make room there, or name another place with -o"),
    errno.EACCES: ("no permission", "name another place with -o, or close what has it open"),
    errno.ENAMETOOLONG: ("its name is too long", "give it a shorter one with -o"),
}
"""What the system's reasons mean here, and what to do about them."""


class ClosedPipeError(OutputError):
    """The program that read standard output has stopped reading."""

    def __init__(self) -> None:
        super().__init__("its reader has gone.", path="standard output")


def write(path: Path, result: bytes | str) -> None:
    """Put ``result`` at ``path``, text as UTF-8; folders on the way are made.

    An older file gives way to the new one and passes its permissions on; a link keeps
    pointing where it did; a device or a pipe is written to as it is.

    Raises:
        OutputError: it cannot be written; what was at ``path`` is still there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if _is_special(path):
            path.write_bytes(_encoded(result))
        else:
            _replace(Path(os.path.realpath(path)), _encoded(result))
    except OSError as error:
        raise unwritable(path, error) from error


def write_stdout(result: bytes | str) -> None:
    """Put ``result`` on standard output as it is, text as UTF-8.

    Raises:
        ClosedPipeError: the program at the other end of the pipe has ended.
        OutputError: it cannot be written.
    """
    try:
        sys.stdout.buffer.write(_encoded(result))
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ClosedPipeError from error
    except OSError as error:
        raise unwritable("standard output", error) from error


def _encoded(result: bytes | str) -> bytes:
    return result.encode("utf-8", "backslashreplace") if isinstance(result, str) else result


def _is_special(path: Path) -> bool:
    """Whether ``path`` is there and neither file nor folder: ``/dev/null``, a named pipe."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _replace(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    draft = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
        pass_on_permissions(path, draft)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def pass_on_permissions(old: Path, new: Path) -> None:
    """Let ``new`` have the permissions of ``old``, where there is one."""
    with suppress(OSError):
        new.chmod(stat.S_IMODE(old.stat().st_mode))


def unwritable(place: Path | str, error: OSError) -> OutputError:
    """What to raise for a place that cannot be written: why, and what to do next."""
    plain = (error.strerror or str(error), "name another place with -o")
    reason, next_step = _REASONS.get(error.errno or 0, plain)
    return OutputError(f"cannot be written: {reason}", path=place, hint=f"{next_step}.")
