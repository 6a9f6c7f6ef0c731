"""The files that this run has written, so that no result replaces another."""

from __future__ import annotations

import unicodedata
from hashlib import blake2b
from pathlib import Path

from cableconv.output.numbers import Numbers
from cableconv.output.real_paths import RealPaths
from cableconv.output.targets import identity


class Written:
    """The written files, by identity and by name.

    Stores one number per file, as there may be millions.  ``by_another_process`` is set once
    a file of this run turns out to be replaced by another process.
    """

    def __init__(self) -> None:
        self.by_another_process = False
        self._files = Numbers()
        self._names = Numbers()
        self._real_paths = RealPaths()

    def add(self, path: Path) -> None:
        """Record that this run has written there."""
        place = identity(path)
        if place is not None:
            self._files.add(_number(str(place)))
        self._names.add(_number(self._folded(path)))

    def has_name(self, path: Path) -> bool:
        """Whether a file of that name was written, ignoring case, as some disks do."""
        return _number(self._folded(path)) in self._names

    def is_ours(self, path: Path) -> bool:
        """Whether this run wrote the file there, under this name or another.

        Disks that treat two names as one do so in more cases than ``has_name``.
        """
        place = identity(path)
        if place is None or _number(str(place)) not in self._files:
            return False
        if not self.has_name(path):
            # The system has reused the number of a deleted file of this run.
            self.by_another_process = True
        return self.has_name(path)

    def _folded(self, path: Path) -> str:
        return unicodedata.normalize("NFC", self._real_paths.of(path)).casefold()


def _number(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
