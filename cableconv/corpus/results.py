"""The results of a run for each cable, and for each file of many cables."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from cableconv.cable import Diagnostic
from cableconv.input.files import Input

Refusal = Literal["error", "doubt"]
"""Why a cable is not written: it has an error, or, with ``strict``, a warning."""

State = Literal["written", "kept", "edited", "unchanged", "failed"]
"""``kept``: because of ``no_clobber``; ``edited``: edited after it was written, and kept;
``unchanged``: written by an earlier run that is resumed."""


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """One output: its path (``None``: standard output), and what happened to it.

    ``sha256`` is that of the intended content, whether or not it was written.
    """

    format: str
    path: Path | None
    state: State
    sha256: str | None = None
    error: Exception | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """The result for one cable; without a source, for a format that holds many.

    ``position`` counts the cables of an input from 1 where there are several.  ``error`` is why
    there was no cable, ``refused`` why one is not written.  ``joined`` is the input of whose
    cable it has become a part.
    """

    source: Input | None = None
    row: int | None = None
    position: int | None = None
    key: str | None = None
    sha256: str | None = None
    outputs: tuple[Output, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    losses: tuple[Diagnostic, ...] = ()
    refused: Refusal | None = None
    cables: int | None = None
    duplicate: bool = False
    joined: Input | None = None
    error: Exception | None = None

    @property
    def failed(self) -> bool:
        """Whether anything requested was not done."""
        return bool(self.error or self.refused or any(each.error for each in self.outputs))
