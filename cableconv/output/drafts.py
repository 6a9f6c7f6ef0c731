"""Drafts: names for what is being written, by which a later run knows those of a dead one.

A draft is locked while the run that writes it lives (flock), and the system lets go of the lock
in whatever way that run ends.  So a draft that can be locked is nobody's any more.  Where a
system has no such locks nothing is cleared, for it cannot be known to be dead.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cableconv.patterns import pattern

try:
    import fcntl
except ImportError:  # Windows, where what is open cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

OLD = "old"
"""In the draft of a folder: what was at its place, on its way out."""

_NAME = pattern(r"\..*\.cableconv-[0-9a-f]{8}\.tmp", re.DOTALL)
_GRACE = 0.05
"""Seconds in which a draft that has just been made is locked by its maker."""


def draft_beside(path: Path) -> Path:
    """A name beside ``path`` that nobody has; on the same disk, so that moving is one step."""
    return path.with_name(f".{path.name[:40]}.cableconv-{secrets.token_hex(4)}.tmp")


@contextmanager
def held(draft: Path) -> Iterator[None]:
    """Say that a draft, a file or folder which is there, is somebody's while the block runs."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(draft, os.O_RDONLY)
    try:
        with suppress(OSError):  # no locks on this disk: nobody clears here, then
            fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield
    finally:
        os.close(descriptor)


def clear_dead(folders: Iterable[Path]) -> None:
    """Remove the drafts of dead runs in these folders, as far as that can be done.

    What a dead run had moved out of the way, and nothing has come to its place, goes back.
    """
    dead = [draft for folder in folders for draft in _drafts(folder) if _is_dead(draft)]
    if not dead:
        return
    time.sleep(_GRACE)
    for draft in filter(_is_dead, dead):
        if draft.is_dir():
            _give_back(draft)
            shutil.rmtree(draft, ignore_errors=True)
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
