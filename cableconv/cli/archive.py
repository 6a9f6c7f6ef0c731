"""The options of commands that read many cables: which files, and how many processes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cableconv.corpus.staff import Staff
    from cableconv.input.files import Input


class Archive(NamedTuple):
    """The options ``--jobs``, ``--include``, ``--exclude`` and ``--files-from``."""

    jobs: int | None = None
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    files_from: Path | None = None

    def arguments(self, named: Sequence[Path]) -> list[Path]:
        """Return the inputs of the command line, and those listed in a file.

        Raises:
            InputError: the list cannot be read.
        """
        if self.files_from is None:
            return [*named]
        from cableconv.corpus.inputs import listed_files

        return [*named, *listed_files(self.files_from)]

    def chosen(self, sources: Sequence[Input]) -> list[Input]:
        """Return the files that match ``--include`` and not ``--exclude``."""
        from cableconv.corpus.inputs import Selection

        return list(filter(Selection(self.include, self.exclude).takes, sources))

    def staff(self, sources: Sequence[Input]) -> Staff:
        """Return the workers: this process, if asked for or if there is little to do."""
        from cableconv.corpus.chunks import is_little
        from cableconv.corpus.staff import Staff

        if self.jobs == 1 or (self.jobs is None and is_little(sources)):
            return Staff()
        from cableconv.corpus.processes import staff_of_processes

        return staff_of_processes(self.jobs)
