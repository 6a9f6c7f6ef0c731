"""Where formats that hold all cables of a run go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from cableconv.corpus.job import Chosen
from cableconv.corpus.results import Output
from cableconv.errors import UsageError
from cableconv.output.files import is_special
from cableconv.plugins.api import Collector


class CollectorTarget(msgspec.Struct, frozen=True):
    """One such format, and where its file or folder goes; ``None`` is standard output.

    ``adds`` says that something is there to which the cables are added.
    """

    format: Chosen[Collector]
    path: Path | None
    adds: bool = False

    def failed(self, error: Exception) -> Output:
        """Return the output for a cable that could not be added, or for all of them."""
        name = self.format.descriptor.name
        return Output(format=name, path=self.path, state="failed", error=error)


def added_to(targets: Sequence[CollectorTarget], *, no_clobber: bool) -> list[CollectorTarget]:
    """The targets, where something is there to be added to.

    Raises:
        UsageError: one of them is none that can be added to, or there is none.
    """
    if no_clobber:
        raise UsageError("--append adds to what is there, and --no-clobber leaves it as it is")
    if not targets:
        raise UsageError("--append adds to formats of many cables, and none is asked for")
    for each in targets:
        if each.format.descriptor.append is None:
            raise UsageError(
                f"nothing can be added to a result in the format {each.format.descriptor.name}",
                hint="without --append it is written again as a whole.",
            )
        if each.path is None or is_special(each.path):
            raise UsageError(
                "--append adds to a file, not to standard output", hint="name it with -o."
            )
    return [replace(each, adds=each.path is not None and each.path.exists()) for each in targets]
