"""The files that this run has written, so that no result takes another's place."""

from __future__ import annotations

import os
import unicodedata
from hashlib import blake2b
from pathlib import Path

from cableconv.output.numbers import Numbers
from cableconv.output.targets import identity


class Written:
    """What has been written, by the files themselves and by their names.

    Held is a number for each, as there may be millions.  ``by_another_process`` is set as soon as
    a file of ours turns out to be somebody else's.
    """

    def __init__(self) -> None:
        self.by_another_process = False
        self._files = Numbers()
        self._names = Numbers()

    def add(self, path: Path) -> None:
        """This run has written there."""
        place = identity(path)
        if place is not None:
            self._files.add(_number(str(place)))
        self._names.add(_number(_folded(path)))

    def has_name(self, path: Path) -> bool:
        """Whether a file of that name was written, in any case: some disks take them for one."""
        return _number(_folded(path)) in self._names

    def is_ours(self, path: Path) -> bool:
        """Whether the file there was written by this run, under this name or another.

        Disks that take two names for one have that in spite of ``has_name``.
        """
        place = identity(path)
        if place is None or _number(str(place)) not in self._files:
            return False
        if not self.has_name(path):
            # The system has given the number of a file of ours, which is gone, to another one.
            self.by_another_process = True
        return self.has_name(path)


def _folded(path: Path) -> str:
    return unicodedata.normalize("NFC", os.path.realpath(path)).casefold()


def _number(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
