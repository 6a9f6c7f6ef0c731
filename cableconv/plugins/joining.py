"""Collectors made from exporters with ``joins``: the documents of many cables in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import PluginError, UnknownFormatError
from cableconv.plugins.api import Collector, Exporter, Joins

Encode = Callable[[Cable], bytes | str]


def joined(
    exporter: Exporter, encode: Encode, losses: Callable[[Cable], Iterable[Diagnostic]]
) -> Collector:
    """Return a collector without options, as those of the exporter are bound in ``encode``.

    Raises:
        UnknownFormatError: the exporter's documents cannot be joined.
    """
    if exporter.joins is None:
        raise UnknownFormatError(f"format {exporter.name!r} holds only one cable per file.")
    return Collector(
        name=exporter.name,
        aliases=exporter.aliases,
        help=exporter.help,
        api=exporter.api,
        open=partial(_JoinedDocuments, joins=exporter.joins),
        prepare=partial(_document, encode=encode, joins=exporter.joins),
        ending=exporter.ending,
        media_type=exporter.media_type,
        losses=losses,
    )


def between(document: bytes | str, joins: Joins) -> str:
    """Return a document without its prefix and suffix.

    Raises:
        PluginError: it doesn't begin and end with these.
    """
    text = document.decode() if isinstance(document, bytes) else document
    ends = len(joins.prefix), len(text) - len(joins.suffix)
    if not (text.startswith(joins.prefix) and text.endswith(joins.suffix) and ends[0] <= ends[1]):
        wanted = f"begin with {joins.prefix!r} and end with {joins.suffix!r}"
        raise PluginError(f"the document does not {wanted}, as the format's joins says")
    return text[slice(*ends)]


def _document(cable: Cable, encode: Encode, joins: Joins) -> str:
    """Return the part of a cable; errors as ``encode`` and ``between``."""
    return between(encode(cable), joins)


class _JoinedDocuments:
    """A file that is being written; keeps no document in memory."""

    def __init__(self, target: Path, joins: Joins) -> None:
        self._joins = joins
        self._file = target.open("xb")
        self._is_begun = False

    def add(self, part: str) -> None:
        """Write the part of a cable, after a separator if it is not the first."""
        opening = self._joins.separator if self._is_begun else self._joins.prefix
        self._write(opening + part)
        self._is_begun = True

    def close(self) -> None:
        """Write the suffix, and the prefix too if there was no cable."""
        try:
            self._write(("" if self._is_begun else self._joins.prefix) + self._joins.suffix)
        finally:
            self._file.close()

    def _write(self, text: str) -> None:
        self._file.write(text.encode("utf-8", "backslashreplace"))
