"""The files that this run has written, so that no result takes another's place."""

from __future__ import annotations

import os
import unicodedata
from hashlib import blake2b
from pathlib import Path

from cableconv.errors import OutputError
from cableconv.output.targets import identity


class Written:
    """What has been written, by the files themselves and by their names.

    Held is a number for each, as there may be millions.  ``by_another_process`` is set as soon as
    a file of ours turns out to be somebody else's.
    """

    def __init__(self) -> None:
        self.by_another_process = False
        self._files: set[int] = set()
        self._names: set[int] = set()

    def add(self, path: Path) -> None:
        """This run has written there."""
        place = identity(path)
        if place is not None:
            self._files.add(_number(str(place)))
        self._names.add(_number(_folded(path)))

    def has_name(self, path: Path) -> bool:
        """Whether a file of that name was written, in any case: some disks take them for one."""
        return _number(_folded(path)) in self._names

    def refuse(self, path: Path) -> None:
        """Nothing to do where ``path`` is no file of ours under another name.

        Raises:
            OutputError: it is, on a disk that takes both names for one.
        """
        place = identity(path)
        if place is None or _number(str(place)) not in self._files:
            return
        if self.has_name(path):
            raise OutputError("another result has just been written there.", path=path)
        # The system has given the number of a file of ours, which is gone, to another one.
        self.by_another_process = True


def _folded(path: Path) -> str:
    return unicodedata.normalize("NFC", os.path.realpath(path)).casefold()


def _number(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
