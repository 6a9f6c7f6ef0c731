"""Temporary files that workers write and the main process moves into place."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cableconv.output.drafts import draft_beside, held
from cableconv.output.failures import unwritable
from cableconv.output.files import replace_by, write


@contextmanager
def drafts_in(folder: Path) -> Iterator[Path]:
    """Create a hidden folder for drafts inside ``folder``, and delete it at the end.

    Raises:
        OutputError: it cannot be created.
    """
    drafts = draft_beside(folder / "results")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        drafts.mkdir()
    except OSError as error:
        raise unwritable(folder, error) from error
    try:
        with held(drafts):
            yield drafts
    finally:
        from shutil import rmtree

        rmtree(drafts, ignore_errors=True)


def hand_over(drafts: Path, result: bytes) -> Path:
    """Write ``result`` to a new file among the drafts, and return its path.

    Raises:
        OutputError: it cannot be written.
    """
    draft = drafts / os.urandom(8).hex()
    try:
        draft.write_bytes(result)
    except OSError as error:
        raise unwritable(drafts.parent, error) from error
    return draft


def put_in_place(draft: Path, path: Path) -> None:
    """Move a draft to ``path``, under the same rules as ``files.write``.

    Raises:
        OutputError: it cannot be moved; an existing file stays.
    """
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
        replace_by(draft, path)
    except OSError as error:
        if error.errno != errno.EXDEV:  # a folder in the path is a link to another disk
            raise unwritable(path, error) from error
        write(path, draft.read_bytes())
