"""The work of earlier runs according to a manifest: their results, and whether they are unchanged.

Memory holds two numbers per row and two per result; rows are read from the file again when
they are needed.
"""

from __future__ import annotations

from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from cableconv.corpus.manifest import Row, RowOutput, relative, row_at, rows, short_hash


class Earlier:
    """The rows of a manifest, by cable; closed with ``close``.

    Raises:
        InputError: the file is not a manifest, or cannot be read.
    """

    def __init__(self, manifest: Path) -> None:
        self.manifest = manifest
        self._offsets: dict[int, int] = {}
        self._paths: set[int] = set()
        self._contents: set[int] = set()
        self._file: BinaryIO | None = None
        if manifest.exists():
            for offset, _, row in rows(manifest):
                self._offsets[row.key] = offset
                for output in row.outputs:
                    self._note(output)
            self._file = manifest.open("rb")

    def __bool__(self) -> bool:
        return bool(self._offsets)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def row(self, source: str, position: int | None) -> Row | None:
        """Return the row of a cable, by its input's name in the manifest and its position there."""
        offset = self._offsets.get(Row(input=source, position=position).key)
        return None if offset is None or self._file is None else row_at(self._file, offset)

    def rows_of(self, source: str) -> list[Row]:
        """Return all rows of an input that was read completely; none, if one of them is missing."""
        first = self.row(source, None) or self.row(source, 1)
        if first is None or first.cables is None:
            return []
        others = [self.row(source, position) for position in range(2, first.cables + 1)]
        return [first, *(row for row in others if row)] if all(others) else []

    def is_edited(self, path: Path) -> bool:
        """Whether a file that a run has written now differs from all that runs wrote there."""
        name = relative(path, self.manifest)
        if short_hash(name) not in self._paths:
            return False
        sha = hash_of(path)
        return sha is not None and short_hash(name, sha) not in self._contents

    def wrote(self, path: Path) -> bool:
        """Whether the manifest lists a result there."""
        return short_hash(relative(path, self.manifest)) in self._paths

    def _note(self, output: RowOutput) -> None:
        if output.path is not None and output.sha256 is not None:
            self._paths.add(short_hash(output.path))
            self._contents.add(short_hash(output.path, output.sha256))


def hash_of(path: Path) -> str | None:
    """Return the SHA-256 of a file; ``None`` if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
