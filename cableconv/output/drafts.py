"""Names of drafts, by which a later run recognises those of a dead one.

A draft is locked (flock) while the run that writes it lives, and the system releases the lock
however that run ends.  So a draft that can be locked is abandoned.  On systems without such
locks nothing is removed, as a draft cannot be known to be abandoned.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cableconv.patterns import pattern

try:
    import fcntl
except ImportError:  # Windows, where open files cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

OLD = "old"
"""In the draft of a folder: the replaced folder, before it is deleted."""

_NAME = pattern(r"\..*\.cableconv-[0-9a-f]{8}\.tmp", re.DOTALL)
_GRACE = 0.05
"""Seconds in which a new draft is locked by its maker."""


def draft_beside(path: Path) -> Path:
    """Return an unused name beside ``path``, on the same disk, so that moving is one step."""
    return path.with_name(f".{path.name[:40]}.cableconv-{os.urandom(4).hex()}.tmp")


@contextmanager
def held(draft: Path) -> Iterator[None]:
    """Mark a draft, an existing file or folder, as in use while the block runs."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(draft, os.O_RDONLY)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def written(draft: Path, pieces: Iterable[bytes]) -> Iterator[None]:
    """Write a new file, a draft that is in use while the block runs."""
    with draft.open("xb") as file:
        _lock(file.fileno())
        file.writelines(pieces)
        file.flush()
        if fcntl is not None:  # the lock lasts as long as the file is open
            yield
            return
    yield


def _lock(descriptor: int) -> None:
    if fcntl is not None:
        with suppress(OSError):  # no locks on this disk, so nothing is removed here
            fcntl.flock(descriptor, fcntl.LOCK_SH)


def clear_dead(folders: Iterable[Path]) -> None:
    """Remove the drafts of dead runs in these folders, as far as possible.

    A folder that a dead run had moved away without replacing it is moved back.
    """
    dead = [draft for folder in folders for draft in _drafts(folder) if _is_dead(draft)]
    if not dead:
        return
    time.sleep(_GRACE)
    for draft in filter(_is_dead, dead):
        if draft.is_dir():
            _give_back(draft)
            from shutil import rmtree

            rmtree(draft, ignore_errors=True)
        else:
            with suppress(OSError):
                draft.unlink()


def _drafts(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in entries if _is_draft(entry)]
    except OSError:
        return []


def _is_draft(entry: os.DirEntry[str]) -> bool:
    if not (entry.name.startswith(".") and _NAME.fullmatch(entry.name)):
        return False
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)


def _is_dead(draft: Path) -> bool:
    if fcntl is None:
        return False
    try:
        descriptor = os.open(draft, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def _give_back(draft: Path) -> None:
    with suppress(OSError):
        for old in (draft / OLD).iterdir():
            place = draft.with_name(old.name)
            if not place.exists():
                old.rename(place)
