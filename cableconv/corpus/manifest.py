"""The manifest of a run: a line for each cable, what it came from and what was made of it.

It is JSON Lines, written as the run goes and before each result is put in place, so that a run
that was killed leaves no result of which nothing is known.  A last line that is not whole is the
end of such a run, and no row.  Of two rows about one cable the later one counts; when a run ends
well only that one is kept.  What differs from run to run is in one field, ``time``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from cableconv.errors import InputError
from cableconv.input.files import STDIN_NAME, Input
from cableconv.output.failures import unwritable

DEFAULT_NAME = ".cableconv-manifest.jsonl"
"""How it is called in a folder of results; readers pass over what is hidden."""


class RowOutput(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One result: where, with which hash, and by what; paths are relative to the manifest.

    ``made_by`` is the hash of all that shapes the result beside the input: versions and options.
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

    ``position`` counts the cables of an input from 1 where there are several, ``cables`` is how
    many those are, where the input was read as a whole.
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
        """Equal for two rows about one cable."""
        if self.input is None:
            return short_hash("", *(each.path or "" for each in self.outputs))
        return short_hash(self.input, str(self.position or ""))


_DECODER = msgspec.json.Decoder(Row)


def short_hash(*parts: str) -> int:
    """A number for texts, small enough to hold millions of them."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")


def relative(path: Path, manifest: Path) -> str:
    """The path as the manifest has it: both may be moved together."""
    try:
        return Path(os.path.relpath(path.absolute(), manifest.absolute().parent)).as_posix()
    except ValueError:  # another drive of Windows
        return path.absolute().as_posix()


def input_name(source: Input, manifest: Path) -> str:
    """An input as the manifest calls it."""
    return STDIN_NAME if source.path is None else relative(source.path, manifest)


def rows(manifest: Path) -> Iterator[tuple[int, bytes, Row]]:
    """Each whole line with its place in the file and its row.

    Raises:
        InputError: it is no manifest.
    """
    offset = 0
    with manifest.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                return
            try:
                yield offset, line, _DECODER.decode(line)
            except msgspec.DecodeError as error:
                raise InputError(
                    f"is no manifest of cableconv: {error}",
                    path=manifest,
                    line=number,
                    hint="name another file with --manifest.",
                ) from error
            offset += len(line)


def row_at(file: BinaryIO, offset: int) -> Row:
    """The row of the line that begins there."""
    file.seek(offset)
    return _DECODER.decode(file.readline())


class Writer:
    """Adds rows to a manifest."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self.path = path

    def write(self, row: Row) -> None:
        """Add one row; it is in the file when this returns.

        Raises:
            OutputError: it cannot be written, and so the run must not go on.
        """
        with _unwritable(self.path):
            self._file.write(msgspec.json.encode(row) + b"\n")
            self._file.flush()


@contextmanager
def writing(path: Path, *, again: bool) -> Iterator[Writer]:
    """A writer of the manifest at ``path``; ``again``: older rows are there, some superseded.

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
    """Take out the rows that later ones stand for, in one step.

    A row stays too where no later one tells what was written to a place of its own.
    """
    cables, places = dict[int, int](), dict[str | None, int]()
    for offset, _, row in rows(path):
        cables[row.key] = offset
        places |= {each.path: offset for each in row.outputs if each.sha256}
    latest = {*cables.values(), *places.values()}
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.writelines(line for offset, line, _ in rows(path) if offset in latest)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
