"""Where results are written: each file whole or not at all.

A file's new content is written under another name in the same folder and then takes
the old one's place in one step, so whatever happens on the way (a full disk, a crash,
an interrupt), what was there before stays as it was.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from cableconv.output.drafts import draft_beside, held
from cableconv.output.failures import unwritable


def write(path: Path, result: bytes | str) -> None:
    """Put ``result`` at ``path``, text as UTF-8; folders on the way are made.

    An older file gives way to the new one and passes its permissions on; a link keeps
    pointing where it did; a device or a pipe is written to as it is.

    Raises:
        OutputError: it cannot be written; what was at ``path`` is still there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if is_special(path):
            path.write_bytes(encoded(result))
        else:
            _replace(Path(os.path.realpath(path)), encoded(result))
    except OSError as error:
        raise unwritable(path, error) from error


def encoded(result: bytes | str) -> bytes:
    """A result as bytes, text as UTF-8."""
    return result.encode("utf-8", "backslashreplace") if isinstance(result, str) else result


def is_special(path: Path) -> bool:
    """Whether ``path`` is there and neither file nor folder: ``/dev/null``, a named pipe."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _replace(path: Path, data: bytes) -> None:
    _refuse_to_replace(path)
    draft = draft_beside(path)
    try:
        draft.touch(exist_ok=False)
        with held(draft):
            draft.write_bytes(data)
            pass_on_permissions(path, draft)
            draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def replace_by(draft: Path, path: Path) -> None:
    """Let a draft, on the same disk, take the place of ``path``; OSError if it cannot."""
    if is_special(path):
        path.write_bytes(draft.read_bytes())
        return
    real = Path(os.path.realpath(path))
    _refuse_to_replace(real)
    pass_on_permissions(real, draft)
    draft.replace(real)


def _refuse_to_replace(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def pass_on_permissions(old: Path, new: Path) -> None:
    """Let ``new`` have the permissions of ``old``, where there is one."""
    with suppress(OSError):
        new.chmod(stat.S_IMODE(old.stat().st_mode))
