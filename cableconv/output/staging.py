"""A file or folder that grows for a while: made as a draft, moved to its place when it is done."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from cableconv.errors import OutputError
from cableconv.output.files import pass_on_permissions, unwritable, write_stdout

MARK = ".cableconv"
"""A file that says of a folder that it was made here, so that a later run may replace it."""

_PIECE = 1 << 20


def staged(path: Path | None, *, folder: bool) -> AbstractContextManager[Path]:
    """The draft of a file or folder that comes to ``path``; ``None`` is standard output.

    Raises:
        OutputError: a folder cannot go to standard output, or nothing can be written there.
    """
    if path is None and folder:
        raise OutputError("standard output takes no folder; name one: -o FOLDER")
    if path is None:
        return staged_stream()
    return staged_folder(path) if folder else staged_file(path)


@contextmanager
def staged_stream() -> Iterator[Path]:
    """The path of a draft that is not there yet; what it holds at the end is printed.

    Raises:
        ClosedPipeError: nobody reads standard output any more.
    """
    with tempfile.TemporaryDirectory(prefix="cableconv-") as folder:
        draft = Path(folder) / "draft"
        yield draft
        with draft.open("rb") as file:
            while piece := file.read(_PIECE):
                write_stdout(piece)


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
    draft = _draft(path)
    try:
        yield draft
        _settle_file(draft, path)
    finally:
        with suppress(OSError):
            draft.unlink()


@contextmanager
def staged_folder(path: Path) -> Iterator[Path]:
    """The same for a folder, which is there and empty; it replaces one made here before.

    Raises:
        OutputError: something is there that was not made here, or it cannot be moved there.
    """
    _refuse_strangers(path)
    draft = _draft(path)
    try:
        draft.mkdir()
        yield draft
        _settle_folder(draft, path)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _draft(path: Path) -> Path:
    """A name beside ``path`` that nobody has; on the same disk, so that moving is one step."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error
    return path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.tmp")


def _settle_file(draft: Path, path: Path) -> None:
    try:
        pass_on_permissions(path, draft)
        draft.replace(os.path.realpath(path))
    except OSError as error:
        raise unwritable(path, error) from error


def _settle_folder(draft: Path, path: Path) -> None:
    old = _draft(path)
    try:
        (draft / MARK).write_text("Made by cableconv; replaced as a whole.\n", encoding="utf-8")
        if path.is_dir():
            path.rename(old)
        draft.rename(path)
    except OSError as error:
        raise unwritable(path, error) from error
    shutil.rmtree(old, ignore_errors=True)


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
