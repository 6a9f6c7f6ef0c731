"""Names of outputs that say something else than what would be written there."""

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
"""Endings that everybody takes for a kind of document."""


def refuse_misleading(
    output: str | None, formats: Sequence[Exporter | Collector], several: bool
) -> None:
    """Refuse an output whose name is that of another document, of one, or of a place nowhere.

    ``several`` says that there are several results, which a folder takes.

    Raises:
        UsageError: it would be so; the message has what to do instead.
    """
    if output is None or output == "-" or os.path.lexists(output):
        return
    _refuse_nowhere(output)
    ending = Path(output).suffix.lower()
    if ending not in _DOCUMENTS or output.endswith(("/", os.sep)):
        return
    if several:
        raise UsageError(
            "is the name of one file, and there are several results",
            path=output,
            hint=f"give a folder: -o {output.removesuffix(Path(output).suffix)}/",
        )
    for each in formats:
        if not _fits(output, ending, each):
            fitting = Path(output).with_suffix(each.ending).name
            raise UsageError(
                f"ends in {ending}, and {each.name} is asked for",
                path=output,
                hint=f"name it {fitting}, or ask for what it says.",
            )


def _fits(output: str, ending: str, form: Exporter | Collector) -> bool:
    """Whether the ending is the format's, or its last part; a text of any kind may be ``.txt``."""
    if ending == ".txt" and not getattr(form, "binary", False):
        return True
    return output.lower().endswith(form.ending) or ending == Path(f"x{form.ending}").suffix


def _refuse_nowhere(output: str) -> None:
    """An absolute path of which nothing is there but the root is a slip of the pen."""
    path = Path(output)
    first = path.parents[-2] if path.is_absolute() and len(path.parents) > 1 else None
    if first is not None and not is_folder(first):
        raise UsageError(
            "would begin a new folder at the root of the disk",
            path=output,
            hint=f"make {first} first, or name a place that is there.",
        )
