"""Files and folders that are built as drafts and moved into place when they are finished."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from cableconv.errors import OutputError
from cableconv.output.drafts import OLD, clear_dead, draft_beside, held
from cableconv.output.failures import unwritable
from cableconv.output.files import is_special, pass_on_permissions
from cableconv.output.standard_output import write_stdout

MARK = ".cableconv"
"""A file that marks a folder as made by cableconv, so that a later run may replace it."""

_DRAFT = "draft"
_PIECE = 1 << 20


def staged(path: Path | None, *, folder: bool) -> AbstractContextManager[Path]:
    """Open a draft of a file or folder at ``path``; ``None`` is standard output.

    Drafts left beside it by dead runs are removed first.

    Raises:
        OutputError: a folder cannot go to standard output, or the target cannot be written.
    """
    if path is None and folder:
        raise OutputError("a folder cannot go to standard output; name one: -o FOLDER")
    if path is None or (not folder and is_special(path)):
        return _staged_stream(path)
    return staged_folder(path) if folder else staged_file(path)


@contextmanager
def staged_file(path: Path) -> Iterator[Path]:
    """Yield the path of a draft that does not exist yet; it replaces ``path`` at the end.

    Until then, and for good after an exception, ``path`` stays unchanged.

    Raises:
        OutputError: a folder has that name, or the draft cannot be moved there.
    """
    if path.is_dir():
        raise OutputError(
            "is a folder, but the result is a file", path=path, hint="name a file in it."
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
    """Like ``staged_file``, for an empty folder; it replaces only one made here before.

    Raises:
        OutputError: something not made here is there, or the draft cannot be moved.
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
    """Yield a draft that is printed, or written to a pipe or device, at the end."""
    import tempfile

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
    """Create a hidden folder of this run, for a draft and its by-products."""
    work = draft_beside(beside)
    try:
        with _named(shown or work):
            work.parent.mkdir(parents=True, exist_ok=True)
            clear_dead([work.parent])
            work.mkdir(mode=0o700)
        with held(work):
            yield work
    finally:
        from shutil import rmtree

        rmtree(work, ignore_errors=True)


def _exchange(draft: Path, path: Path, old: Path) -> None:
    """Put the folder ``draft`` at ``path``; whatever happens, the old or the new one is there."""
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
    """Report errors of the system in the block as errors about ``path``."""
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error


def _refuse_strangers(path: Path) -> None:
    if path.is_dir():
        if any(path.iterdir()) and not (path / MARK).exists():
            raise OutputError(
                "holds files that cableconv did not write",
                path=path,
                hint="name a new or empty folder with -o.",
            )
    elif path.exists():
        raise OutputError("is a file, but the result is a folder", path=path, hint="name another.")
