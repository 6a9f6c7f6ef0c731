"""Writing files: each completely or not at all.

The new content is written under another name in the same folder and then replaces the old
file in one step, so whatever happens before (a full disk, a crash, an interruption), the
old file stays unchanged.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from cableconv.output.drafts import draft_beside, written
from cableconv.output.failures import unwritable


def write(path: Path, result: bytes | str) -> None:
    """Write ``result`` to ``path``, text as UTF-8; create missing folders.

    A new file takes over the permissions of the one it replaces; a link keeps its target; a
    device or a pipe is written to directly.

    Raises:
        OutputError: it cannot be written; the file at ``path`` is unchanged.
    """
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
        if not os.path.lexists(path):
            _put(path, encoded(result))
        elif is_special(path):
            path.write_bytes(encoded(result))
        else:
            real = Path(os.path.realpath(path))
            _refuse_to_replace(real)
            _put(real, encoded(result), replaced=real)
    except OSError as error:
        raise unwritable(path, error) from error


def encoded(result: bytes | str) -> bytes:
    """Return a result as bytes, text as UTF-8."""
    return result.encode("utf-8", "backslashreplace") if isinstance(result, str) else result


def is_special(path: Path) -> bool:
    """Whether ``path`` exists and is neither file nor folder: ``/dev/null``, a named pipe."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _put(path: Path, data: bytes, replaced: Path | None = None) -> None:
    """Write a file, new or instead of the one ``replaced``."""
    draft = draft_beside(path)
    try:
        with written(draft, (data,)):
            if replaced is not None:
                pass_on_permissions(replaced, draft)
            draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def replace_by(draft: Path, path: Path) -> None:
    """Replace ``path`` by a draft on the same disk; OSError if that fails."""
    if not os.path.lexists(path):
        draft.replace(path)
        return
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
    """Give ``new`` the permissions of ``old``, if that exists."""
    with suppress(OSError):
        new.chmod(stat.S_IMODE(old.stat().st_mode))
