"""The manifest of a run: one line for each cable, with its input and its results.

It is JSON Lines, written during the run and before each result is moved into place, so that a
killed run leaves no unrecorded result.  An incomplete last line is the end of such a
run and is ignored.  If two rows concern one cable, the later one counts; when a run ends normally,
only that one is kept.  Values that differ from run to run are in one field, ``time``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from cableconv.errors import InputError
from cableconv.input.files import STDIN_NAME, Input
from cableconv.output.drafts import draft_beside, written
from cableconv.output.failures import unwritable
from cableconv.plugins.surroundings import current_folder

DEFAULT_NAME = ".cableconv-manifest.jsonl"
"""Its name in a folder of results; readers skip hidden files."""

_FOLDERS = 256
"""Folders whose relative paths are remembered."""


class RowOutput(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One output: path relative to the manifest, hash, and maker.

    ``made_by`` is the hash of everything that shapes it apart from the input: versions and options.
    """

    format: str
    path: str | None = None
    state: str = "written"
    sha256: str | None = None
    exporter: str | None = None
    options: dict[str, Any] = {}
    made_by: str | None = None
    error: str | None = None


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One cable; without ``input``, a format that holds many.

    ``position`` counts the cables of an input from 1, if there are several; ``cables`` is their
    number, if the input was read completely.
    """

    input: str | None = None
    member: str | None = None
    row: int | None = None
    position: int | None = None
    cables: int | None = None
    sha256: str | None = None
    id: str | None = None
    outputs: tuple[RowOutput, ...] = ()
    diagnostics: dict[str, int] = {}
    duplicate: bool = False
    joined: str | None = None
    refused: str | None = None
    error: str | None = None
    cableconv: str | None = None
    time: str | None = None

    @property
    def key(self) -> int:
        """A number that is equal for two rows about one cable."""
        if self.input is None:
            return short_hash("", *(each.path or "" for each in self.outputs))
        return short_hash(self.input, str(self.position or ""))


def short_hash(*parts: str) -> int:
    """Return a number for texts, small enough to hold millions of them."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")


def relative(path: Path, manifest: Path) -> str:
    """Return the path relative to the manifest, so that both can be moved together."""
    folder, name = os.path.split(path)
    try:
        start = _relative_folder(folder, os.path.dirname(manifest), current_folder())  # noqa: PTH120
    except ValueError:  # another drive of Windows
        return path.absolute().as_posix()
    return os.path.normpath(start + name).replace(os.sep, "/")


@lru_cache(_FOLDERS)
def _relative_folder(folder: str, start: str, _current: str | None) -> str:
    """Return the folder with a separator; texts are looked up faster than paths."""
    return os.path.relpath(folder or os.curdir, start or os.curdir) + os.sep


def input_name(source: Input, manifest: Path) -> str:
    """Return the name of an input in the manifest."""
    return STDIN_NAME if source.path is None else relative(source.path, manifest)


def rows(manifest: Path) -> Iterator[tuple[int, bytes, Row]]:
    """Yield each complete line with its offset in the file and its row.

    Raises:
        InputError: it is not a manifest.
    """
    offset = 0
    with manifest.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                return
            try:
                yield offset, line, _read(line)
            except msgspec.DecodeError as error:
                raise InputError(
                    f"is not a manifest of cableconv: {error}",
                    path=manifest,
                    line=number,
                    hint="name another file with --manifest.",
                ) from error
            offset += len(line)


def row_at(file: BinaryIO, offset: int) -> Row:
    """Return the row of the line that begins there."""
    file.seek(offset)
    return _read(file.readline())


def _written(row: Row) -> bytes:
    """Return the row's line; names of files that are not UTF-8 have escapes of half characters,
    which msgspec neither writes nor reads.
    """
    try:
        return msgspec.json.encode(row) + b"\n"
    except UnicodeEncodeError:
        import json

        return json.dumps(msgspec.to_builtins(row)).encode() + b"\n"


def _read(line: bytes) -> Row:
    try:
        return msgspec.json.decode(line, type=Row)
    except msgspec.DecodeError:
        if b"\\ud" not in line:
            raise
        import json

        return msgspec.convert(json.loads(line), Row)


class Writer:
    """Adds rows to a manifest."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self.path = path

    def write(self, row: Row) -> None:
        """Add one row; it is in the file when this returns.

        Raises:
            OutputError: it cannot be written, and so the run must not continue.
        """
        with _unwritable(self.path):
            self._file.write(_written(row))
            self._file.flush()


@contextmanager
def writing(path: Path, *, again: bool) -> Iterator[Writer]:
    """Open a writer of the manifest at ``path``; ``again``: it has older rows, partly superseded.

    Raises:
        OutputError: it cannot be written.
    """
    with _unwritable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _cut_half_line(path)
        file = path.open("ab")
    with file:
        yield Writer(file, path)
    if again:
        with _unwritable(path):
            _leave_latest(path)


@contextmanager
def _unwritable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error


def _cut_half_line(path: Path) -> None:
    if not path.exists():
        return
    whole = sum(len(line) for _, line, _ in rows(path))
    if whole < path.stat().st_size:
        os.truncate(path, whole)


def _leave_latest(path: Path) -> None:
    """Remove superseded rows, in one step.

    A row stays if no later one covers an output with a path of its own.
    """
    cables, places = dict[int, int](), dict[str | None, int]()
    for offset, _, row in rows(path):
        cables[row.key] = offset
        places |= {each.path: offset for each in row.outputs if each.sha256}
    latest = {*cables.values(), *places.values()}
    kept = (line for offset, line, _ in rows(path) if offset in latest)
    draft = draft_beside(path)
    try:
        with written(draft, kept):
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
