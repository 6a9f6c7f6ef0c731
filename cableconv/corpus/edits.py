"""Results that were edited after they were written, which no run replaces unless asked to."""

from __future__ import annotations

from pathlib import Path

from cableconv.corpus.earlier import Earlier
from cableconv.diagnostics.telegram import DOCX_EDITED
from cableconv.errors import CableconvError
from cableconv.input.files import open_content
from cableconv.output.targets import identity
from cableconv.pipeline import read_cables
from cableconv.plugins.host import PluginHost

_MARKED = {".docx": "docx"}
"""Endings of results that record whether they were edited, with their readers."""


class Edits:
    """Finds edited results by a manifest and their own marks; ``force`` permits losing them."""

    def __init__(self, plugins: PluginHost, earlier: Earlier | None, force: bool = False) -> None:
        self._plugins = plugins
        self._earlier = earlier
        self._force = force

    def are_at(self, path: Path | None) -> bool:
        """Whether the file there was edited and must be kept."""
        if self._force or identity(path) is None or path is None:
            return False
        if self._earlier is not None and self._earlier.wrote(path):
            return self._earlier.is_edited(path)
        return self._is_marked(path)

    def _is_marked(self, path: Path) -> bool:
        reader = _MARKED.get(path.suffix.lower())
        if reader is None:
            return False
        try:
            cables = read_cables(open_content(path), self._plugins, reader)
            found = next(cables).cable.diagnostics
        except (CableconvError, StopIteration):  # a foreign document, or none
            return False
        return any(each.code == DOCX_EDITED.name for each in found)
