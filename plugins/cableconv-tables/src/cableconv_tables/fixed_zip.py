"""A zip whose bytes depend only on its contents, not on the clock."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest time in a zip


class FixedZip(ZipFile):
    """A new archive, in which all files have the same time."""

    def __init__(self, target: Path) -> None:
        super().__init__(target, "x", ZIP_DEFLATED)

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Add a file of that name."""
        super().writestr(_entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Add a file from the disk, piece by piece."""
        entry = _entry(arcname or filename)
        entry.file_size = Path(filename).stat().st_size  # decides whether it needs 64 bits
        with Path(filename).open("rb") as source, self.open(entry, "w") as target:
            shutil.copyfileobj(source, target, 1 << 20)


def _entry(name: Any) -> ZipInfo:
    entry = ZipInfo(str(name), _TIME)
    entry.compress_type = ZIP_DEFLATED
    return entry
