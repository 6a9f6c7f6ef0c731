"""A file or folder that grows for a while: made as a draft, moved to its place when it is done."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from cableconv.errors import OutputError
from cableconv.output.drafts import OLD, clear_dead, draft_beside, held
from cableconv.output.failures import unwritable
from cableconv.output.files import is_special, pass_on_permissions
from cableconv.output.standard_output import write_stdout

MARK = ".cableconv"
"""A file that says of a folder that it was made here, so that a later run may replace it."""

_DRAFT = "draft"
_PIECE = 1 << 20


def staged(path: Path | None, *, folder: bool) -> AbstractContextManager[Path]:
    """The draft of a file or folder that comes to ``path``; ``None`` is standard output.

    Drafts that dead runs have left beside it are removed first.

    Raises:
        OutputError: a folder cannot go to standard output, or nothing can be written there.
    """
    if path is None and folder:
        raise OutputError("standard output takes no folder; name one: -o FOLDER")
    if path is None or (not folder and is_special(path)):
        return _staged_stream(path)
    return staged_folder(path) if folder else staged_file(path)


@contextmanager
def staged_file(path: Path) -> Iterator[Path]:
    """The path of a draft that is not there yet; it takes ``path``'s place at the end.

    What was at ``path`` stays as it is until then, and for good if an exception goes through.

    Raises:
        OutputError: there is a folder of that name, or the draft cannot be moved there.
    """
    if path.is_dir():
        raise OutputError(
            "is a folder, and a file is to be written", path=path, hint="name a file in it."
        )
    real = Path(os.path.realpath(path))
    with _workplace(real, path) as work:
        draft = work / _DRAFT
        yield draft
        with _named(path):
            pass_on_permissions(real, draft)
            draft.replace(real)


@contextmanager
def staged_folder(path: Path) -> Iterator[Path]:
    """The same for a folder, which is there and empty; it replaces one made here before.

    Raises:
        OutputError: something is there that was not made here, or it cannot be moved there.
    """
    _refuse_strangers(path)
    with _workplace(path, path) as work:
        draft = work / _DRAFT
        with _named(path):
            draft.mkdir()
        yield draft
        with _named(path):
            mark = draft / MARK
            mark.write_text("Made by cableconv; replaced as a whole.\n", encoding="utf-8")
            _exchange(draft, path, work / OLD / path.name)


@contextmanager
def _staged_stream(path: Path | None) -> Iterator[Path]:
    """The draft of what is printed, or goes into a pipe or device, at the end."""
    with _workplace(Path(tempfile.gettempdir()) / "results", None) as work:
        draft = work / _DRAFT
        yield draft
        if path is not None:
            with _named(path):
                path.write_bytes(draft.read_bytes())
            return
        with draft.open("rb") as file:
            while piece := file.read(_PIECE):
                write_stdout(piece)


@contextmanager
def _workplace(beside: Path, shown: Path | None) -> Iterator[Path]:
    """A hidden folder of this run's own, for a draft and whatever is made on the way to it."""
    work = draft_beside(beside)
    try:
        with _named(shown or work):
            work.parent.mkdir(parents=True, exist_ok=True)
            clear_dead([work.parent])
            work.mkdir(mode=0o700)
        with held(work):
            yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _exchange(draft: Path, path: Path, old: Path) -> None:
    """Put the folder ``draft`` at ``path``; whatever happens, there is the old one or the new."""
    if not path.is_dir():
        draft.rename(path)
        return
    old.parent.mkdir()
    try:
        path.rename(old)
        draft.rename(path)
    except BaseException:
        if not path.exists():
            old.rename(path)
        raise


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """What the system refuses in the block is told of ``path``."""
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error


def _refuse_strangers(path: Path) -> None:
    if path.is_dir():
        if any(path.iterdir()) and not (path / MARK).exists():
            raise OutputError(
                "holds files that were not made here",
                path=path,
                hint="name a new or empty folder with -o.",
            )
    elif path.exists():
        raise OutputError(
            "is a file, and a folder is to be written", path=path, hint="name another."
        )
