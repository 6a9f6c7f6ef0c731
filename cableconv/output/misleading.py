"""Refuses output names that suggest something else than what would be written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cableconv.errors import UsageError
from cableconv.input.files import is_folder

if TYPE_CHECKING:
    from cableconv.plugins.api import Collector, Exporter

_DOCUMENTS = frozenset({
    ".bib", ".csv", ".db", ".doc", ".docx", ".eml", ".gexf", ".graphml", ".htm", ".html", ".json",
    ".jsonl", ".md", ".odt", ".parquet", ".pdf", ".ris", ".rtf", ".sqlite", ".txt", ".xlsx", ".xml",
})  # fmt: skip
"""Endings that people associate with a kind of document."""


def refuse_misleading(
    output: str | None, formats: Sequence[Exporter | Collector], several: bool
) -> None:
    """Refuse an output that names another kind of document, a single one, or a missing root folder.

    ``several`` says that there are several results, which need a folder.

    Raises:
        UsageError: the name misleads; the message has advice.
    """
    if output is None or output == "-" or os.path.lexists(output):
        return
    _refuse_nowhere(output)
    ending = Path(output).suffix.lower()
    if ending not in _DOCUMENTS or output.endswith(("/", os.sep)):
        return
    if several:
        raise UsageError(
            "is the name of one file, but there are several results",
            path=output,
            hint=f"give a folder: -o {output.removesuffix(Path(output).suffix)}/",
        )
    for each in formats:
        if not _fits(output, ending, each):
            fitting = Path(output).with_suffix(each.ending).name
            raise UsageError(
                f"ends in {ending}, but the format is {each.name}",
                path=output,
                hint=f"name it {fitting}, or choose another --to.",
            )


def _fits(output: str, ending: str, form: Exporter | Collector) -> bool:
    """Whether the ending is the format's, or its last part; any text format may be ``.txt``."""
    if ending == ".txt" and not getattr(form, "binary", False):
        return True
    return output.lower().endswith(form.ending) or ending == Path(f"x{form.ending}").suffix


def _refuse_nowhere(output: str) -> None:
    """Refuse an absolute path of which only the root exists, as it is probably a mistake."""
    path = Path(output)
    first = path.parents[-2] if path.is_absolute() and len(path.parents) > 1 else None
    if first is not None and not is_folder(first):
        raise UsageError(
            "would create a new folder at the root of the disk",
            path=output,
            hint=f"create {first} first, or name an existing place.",
        )
