"""The files that this run has written, so that no result takes another's place."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from cableconv.errors import OutputError
from cableconv.output.targets import Identity, identity


class Written:
    """What has been written, by the files themselves and by their names.

    ``by_another_process`` is set as soon as a file of ours turns out to be somebody else's.
    """

    def __init__(self) -> None:
        self.by_another_process = False
        self._files: dict[Identity, Path] = {}
        self._names: set[str] = set()

    def add(self, path: Path) -> None:
        """This run has written there."""
        place = identity(path)
        if place is not None:
            self._files[place] = path
        self._names.add(_folded(path))

    def has_name(self, path: Path) -> bool:
        """Whether a file of that name was written, in any case: some disks take them for one."""
        return _folded(path) in self._names

    def refuse(self, path: Path) -> None:
        """Nothing to do where ``path`` is no file of ours under another name.

        Raises:
            OutputError: it is, on a disk that takes both names for one.
        """
        place = identity(path)
        ours = None if place is None else self._files.get(place)
        if place is None or ours is None:
            return
        if identity(ours) == place:
            raise OutputError("another result has just been written there.", path=path)
        # The system has given the number of a file of ours, which is gone, to another one.
        self.by_another_process = True


def _folded(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()
