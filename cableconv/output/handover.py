"""What workers write and the main process puts in place: drafts, in a folder of the run."""

from __future__ import annotations

import errno
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cableconv.output.drafts import draft_beside, held
from cableconv.output.failures import unwritable
from cableconv.output.files import replace_by, write


@contextmanager
def drafts_in(folder: Path) -> Iterator[Path]:
    """A hidden folder inside ``folder``, for drafts; it goes at the end with all that is in it.

    Raises:
        OutputError: it cannot be made.
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
        shutil.rmtree(drafts, ignore_errors=True)


def hand_over(drafts: Path, result: bytes) -> Path:
    """A new file among the drafts, with ``result``; where it lies.

    Raises:
        OutputError: it cannot be written.
    """
    draft = drafts / secrets.token_hex(8)
    try:
        draft.write_bytes(result)
    except OSError as error:
        raise unwritable(drafts.parent, error) from error
    return draft


def put_in_place(draft: Path, path: Path) -> None:
    """Move a draft to ``path``, on the same terms as ``files.write``.

    Raises:
        OutputError: it cannot be moved there; what was there is there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_by(draft, path)
    except OSError as error:
        if error.errno != errno.EXDEV:  # a folder on the way is a link to another disk
            raise unwritable(path, error) from error
        write(path, draft.read_bytes())
